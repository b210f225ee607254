import { describe, expect, it } from 'vitest'
import { openDesk } from '../../../../console/web/live/openDesk.ts'
import { deskLine } from '../desk/deskLines.ts'
import { fakeConnection } from './fakeConnection.ts'

const opened = () => {
  const server = fakeConnection()
  const desk = openDesk(server.connection, 'me', { which: 'open' })
  return { server, desk, lines: () => desk.state.get().lines }
}

describe('the desk', () => {
  it('shows what the server answers, and then what it tells', async () => {
    const { server, lines } = opened()
    expect(server.asked.map(({ event, payload }) => [event, payload])).toEqual([['desk:list', { which: 'open' }]])
    const [one, two] = [deskLine(), deskLine()]
    await server.answer({ ok: true, value: [one] })
    server.tell('desk:changed', two)
    server.tell('desk:changed', { ...one, seq: 2, offers: 1 })
    expect(lines()).toEqual([two, { ...one, seq: 2, offers: 1 }])
    server.tell('desk:changed', { ...two, seq: 2, state: 'closed' })
    expect(lines()).toHaveLength(1)
    server.tell('case:closed', one.episode)
    expect(lines()).toEqual([])
  })

  it('is not put back by an answer older than what was told meanwhile, nor by an older line', async () => {
    const { server, lines } = opened()
    const line = deskLine()
    server.tell('desk:changed', { ...line, seq: 3, attempts: 2 })
    await server.answer({ ok: true, value: [line] })
    expect(lines()).toEqual([{ ...line, seq: 3, attempts: 2 }])
    server.tell('desk:changed', { ...line, seq: 2 })
    expect(lines()[0]?.seq).toBe(3)
  })

  it('shows the answer to what was asked last, whichever comes last', async () => {
    const { server, desk, lines } = opened()
    const closed = deskLine({ state: 'closed' })
    void desk.show({ which: 'closed' })
    await server.answer({ ok: true, value: [closed] })
    server.asked[0]?.answer({ ok: true, value: [deskLine()] })
    await server.answer({ ok: true, value: [deskLine()] })
    expect(lines()).toEqual([closed])
  })

  it('finds by a name over the socket, and takes into what was found only what belongs there', async () => {
    const { server, desk, lines } = opened()
    const found = deskLine({ calledAs: 'Example Wren' })
    void desk.show({ which: 'open', name: 'wren' })
    expect(server.asked.at(-1)?.payload).toEqual({ which: 'open', name: 'wren' })
    await server.answer({ ok: true, value: [found] })
    server.tell('desk:changed', deskLine({ calledAs: 'Example Robin' }))
    server.tell('desk:changed', { ...found, seq: 2 })
    expect(lines()).toEqual([{ ...found, seq: 2 }])
  })

  it('asks again when the connection is back, and says why nothing came', async () => {
    const { server, desk } = opened()
    await server.answer({ ok: false, problem: 'server-fault' })
    expect(desk.state.get().problem).toBe('server-fault')
    expect(server.refused).toEqual(['server-fault'])
    server.line.set('offline')
    server.line.set('online')
    await server.answer({ ok: true, value: [deskLine()] })
    expect(desk.state.get()).toMatchObject({ read: true, problem: undefined, lines: [{ seq: 1 }] })
    desk.close()
    expect(server.listening()).toBe(0)
  })
})
