import { describe, expect, it } from 'vitest'
import { openCase } from '../../../../console/web/live/openCase.ts'
import { caseEventsOf } from '../case/caseEventsOf.ts'
import { fakeConnection } from './fakeConnection.ts'

const events = caseEventsOf(
  { type: 'notified', source: 'police' },
  { type: 'named', calledAs: 'Example Wren' },
  { type: 'missingAgain', at: '2026-11-22T10:00:00.000Z' },
)
const episode = events[0]?.episode ?? ''
const turn = (from: number, to: number) => ({ episode, events: events.slice(from, to), interviews: [], clocks: [] })

const opened = async () => {
  const server = fakeConnection()
  const open = openCase(episode, server.connection)
  await server.answer({ ok: true, value: turn(0, 1) })
  return { server, open, seq: () => open.state.get().events.length }
}

describe('a case', () => {
  it('is what the server answers and then tells, and asks for what is missing in between', async () => {
    const { server, seq } = await opened()
    expect(seq()).toBe(1)
    server.tell('case:turn', turn(2, 3))
    expect(seq()).toBe(1)
    expect(server.asked.at(-1)).toMatchObject({ event: 'case:join', payload: { episode, since: 1 } })
    await server.answer({ ok: true, value: turn(1, 3) })
    expect(seq()).toBe(3)
  })

  it('is not changed by what is written until the server has it', async () => {
    const { server, open, seq } = await opened()
    const body = { type: 'named', calledAs: 'Example Wren' } as const
    const writing = open.write('an-id', body)
    expect(server.asked.at(-1)).toMatchObject({ event: 'case:write', payload: { episode, id: 'an-id', body } })
    expect(seq()).toBe(1)
    await server.answer({ ok: true, value: turn(1, 2) })
    expect(await writing).toBe(undefined)
    expect(seq()).toBe(2)
  })

  it('says why something was not written', async () => {
    const { server, open } = await opened()
    const refused = open.write('an-id', { type: 'closed', because: 'completed' })
    await server.answer({ ok: false, problem: 'case-lacking' })
    expect(await refused).toBe('case-lacking')
    server.line.set('offline')
    expect(await open.write('an-id', { type: 'reopened' })).toBe('no-answer')
  })

  it('leaves nothing on the screen of whoever does not need to know of it any more', async () => {
    const { server, open } = await opened()
    server.tell('case:closed', 'another')
    expect(open.state.get().events).toHaveLength(1)
    server.tell('case:closed', episode)
    expect(open.state.get()).toMatchObject({ events: [], clocks: [], problem: 'need-to-know' })
    open.close()
    expect(server.asked.at(-1)).toMatchObject({ event: 'case:leave', payload: { episode } })
    expect(server.listening()).toBe(0)
  })

  it('opens to someone outside once the glass is broken, and says why where it is not', async () => {
    const server = fakeConnection()
    const open = openCase(episode, server.connection)
    await server.answer({ ok: false, problem: 'need-to-know' })
    const refused = open.breakGlass('Example: nobody of the team answers.')
    expect(server.asked.at(-1)).toMatchObject({ event: 'case:break-glass', payload: { episode } })
    await server.answer({ ok: false, problem: 'unknown-case' })
    expect(await refused).toBe('unknown-case')
    void open.breakGlass('Example: nobody of the team answers.')
    await server.answer({ ok: true, value: { until: '2026-11-23T10:00:00.000Z' } })
    expect(server.asked.at(-1)).toMatchObject({ event: 'case:join', payload: { episode, since: 0 } })
    await server.answer({ ok: true, value: turn(0, 1) })
    expect(open.state.get()).toMatchObject({ problem: undefined, events: [{ seq: 1 }] })
  })
})
