import { describe, expect, it } from 'vitest'
import type { DrillsResponse, KeepDrills } from '../../../../console/contract/practice.ts'
import { type AnswersState, keptAnswers } from '../../../../console/web/practice/drills/keptAnswers.ts'
import type { Answer } from '../../../../console/web/session/ask.ts'

const answer = (item: string) => ({ id: crypto.randomUUID(), drill: 'open-it-up' as const, item, right: true })
const none: AnswersState = { results: [], unsent: [] }

/** A server that is there or not, with what it was sent. */
function server(isThere: boolean) {
  const sent: KeepDrills[] = []
  const send = (kept: KeepDrills): Promise<Answer<DrillsResponse>> => {
    sent.push(kept)
    const results = kept.answers.map(({ drill, item, right }) => ({ drill, item, right, at: '2026-11-22T12:00:00Z' }))
    return Promise.resolve(isThere ? { ok: true, value: { results } } : { ok: false, problem: 'no-connection' })
  }
  return { sent, send }
}

describe('keptAnswers', () => {
  it('has what the server has, once it was told', async () => {
    const { send } = server(true)
    const kept = await keptAnswers(none, [answer('one')], send)
    expect(kept.results.map(({ item }) => item)).toEqual(['one'])
    expect(kept.unsent).toEqual([])
  })

  it('loses nothing without a connection, and sends it along with the next, with the same ids', async () => {
    const [first, second] = [answer('one'), answer('two')]
    const waiting = await keptAnswers(none, [first], server(false).send)
    expect(waiting.unsent).toEqual([first])
    const back = server(true)
    const kept = await keptAnswers(waiting, [second], back.send)
    expect(back.sent).toEqual([{ answers: [first, second] }])
    expect(kept.unsent).toEqual([])
  })

  it('asks nothing of the server where there is nothing to say', async () => {
    const { sent, send } = server(true)
    expect(await keptAnswers(none, [], send)).toBe(none)
    expect(sent).toEqual([])
  })

  it('sends no more at once than are taken', async () => {
    const { sent, send } = server(true)
    const kept = await keptAnswers(
      none,
      Array.from({ length: 60 }, (_, place) => answer(`n-${place}`)),
      send,
    )
    expect(sent[0]?.answers).toHaveLength(50)
    expect(kept.unsent).toHaveLength(10)
  })
})
