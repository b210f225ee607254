import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followInterviews } from '../../../../console/web/live/followInterviews.ts'
import { recorded } from '../../../support/talk.ts'
import { fakeConnection } from './fakeConnection.ts'

const event = (seq: number) =>
  recorded(
    seq,
    seq === 1
      ? { type: 'opened', guide: 1, regime: 'all-shared', voice: 'practitioner', language: 'en' }
      : { type: 'paused', voice: 'practitioner', language: 'en' },
  )
const turn = (...seqs: number[]) => ({ interview: 'one', events: seqs.map(event) })
const at = { pathname: '/desk' }
beforeEach(() => {
  at.pathname = '/desk'
  vi.stubGlobal('location', at)
})
afterEach(() => void vi.unstubAllGlobals())

const following = async () => {
  const server = fakeConnection()
  const followed = followInterviews(['one'], server.connection)
  await server.answer({ ok: true, value: turn(1) })
  return { server, followed, now: () => followed.state.get().get('one') }
}

describe('an interview that is looked at from its case', () => {
  it('goes on as it is told, asks for what is missing, and takes nothing of another', async () => {
    const { server, now } = await following()
    server.tell('interview:turn', { interview: 'another', events: [event(1)] })
    server.tell('interview:turn', turn(3))
    expect(now()?.events).toHaveLength(1)
    expect(server.asked.at(-1)).toMatchObject({ event: 'interview:join', payload: { interview: 'one', since: 1 } })
    await server.answer({ ok: true, value: turn(2, 3) })
    expect(now()).toMatchObject({ outside: false, events: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] })
  })

  it('leaves nothing on the screen of whoever does not need to know of it', async () => {
    const { server, now } = await following()
    server.tell('interview:closed', 'one')
    expect(now()).toEqual({ events: [], outside: true })
    const refusing = fakeConnection()
    const { state } = followInterviews(['one'], refusing.connection)
    await refusing.answer({ ok: false, problem: 'need-to-know' })
    expect(state.get().get('one')).toEqual({ events: [], outside: true })
  })

  it('is left when the case is, but not where its own page is next and has joined it already', async () => {
    const first = await following()
    first.followed.close()
    expect(first.server.asked.at(-1)).toMatchObject({ event: 'interview:leave', payload: { interview: 'one' } })
    expect(first.server.listening()).toBe(0)
    const second = await following()
    at.pathname = '/interviews/one'
    second.followed.close()
    expect(second.server.asked.at(-1)?.event).toBe('interview:join')
  })
})
