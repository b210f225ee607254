import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AttemptLine, PracticeChange, SeenTurn } from '../../../../console/contract/practice.ts'
import type { Reply } from '../../../../console/contract/replies.ts'
import type { Draft } from '../../../../console/web/answers/draft.ts'
import type { Journal } from '../../../../console/web/live/journal.ts'
import { openPractice, typedField } from '../../../../console/web/practice/openPractice.ts'
import { smallGuide } from '../../../support/smallGuide.ts'
import { Talk } from '../../../support/talk.ts'
import { fakeConnection } from '../live/fakeConnection.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const tell = { did: 'said', words: 'Tell me what happened.' } as const

describe('a practice talk', () => {
  it('says again under the same id what was not answered, and once only', async () => {
    const { practice, server } = await opened()
    await practice.speak(tell)
    const [first] = server.said()
    await practice.speak({ did: 'waited' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(server.said().map(({ id }) => id)).toEqual([first?.id, first?.id])
    server.answer({ ok: true, value: change([turn(1)]) })
    await settled()
    expect(practice.talk.get()).toMatchObject({ turns: [{ number: 1 }], saying: undefined })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(server.said()).toHaveLength(2)
  })

  it('says after a reload what was not answered before it', async () => {
    const kept = { saying: { option: '0b7f7a5e-6f0e-4a80-9d3c-1f0f7c0f4a11', value: 0, words: tell.words } }
    const { server } = await opened(kept)
    expect(server.said()).toMatchObject([{ id: kept.saying.option, after: 0, said: tell }])
  })

  it('keeps what is said without a connection, and says it when that is back', async () => {
    const { practice, server, drafts } = await opened()
    server.line.set('offline')
    await practice.speak(tell)
    expect(server.said()).toEqual([])
    expect(drafts.saying).toMatchObject({ words: tell.words })
    server.line.set('online')
    server.answer({ ok: true, value: change([]) })
    await settled()
    expect(server.said()).toMatchObject([{ after: 0, said: tell }])
    server.answer({ ok: true, value: change([turn(1)]) })
    await settled()
    expect(drafts).toEqual({})
  })

  it('gives back what was refused, before what was typed since, and does not say it again', async () => {
    const { practice, server } = await opened()
    await practice.speak(tell)
    await practice.room.draft(typedField, { text: 'And then?' })
    server.answer({ ok: false, problem: 'changed-meanwhile' })
    await settled()
    server.answer({ ok: true, value: change([turn(1)]) })
    await settled()
    expect(practice.talk.get()).toMatchObject({
      saying: undefined,
      problem: 'changed-meanwhile',
      turns: [{ number: 1 }],
    })
    expect(practice.room.state.get().drafts[typedField]?.text).toBe(`${tell.words}\nAnd then?`)
    expect(server.said()).toHaveLength(1)
  })

  it('asks for the turns that are missing, and takes nothing past them before', async () => {
    const { practice, server } = await opened()
    server.tell('practice:turn', change([turn(2)]))
    await settled()
    expect(practice.talk.get().turns).toEqual([])
    expect(server.asked.at(-1)).toMatchObject({ event: 'practice:join', payload: { after: 0 } })
    server.answer({ ok: true, value: change([turn(1), turn(2)]) })
    await settled()
    expect(practice.talk.get().turns).toHaveLength(2)
  })

  it('takes nothing of another attempt', async () => {
    const { practice, server } = await opened()
    const other = change([turn(1)])
    server.tell('practice:turn', { ...other, attempt: { ...other.attempt, id: 'another' } })
    expect(practice.talk.get().turns).toEqual([])
  })

  it.each(['unknown-attempt', 'not-your-attempt'] as const)('is lost where the server says %s', async problem => {
    const { practice, server } = await opened({}, { ok: false, problem })
    expect(practice.talk.get().lost).toBe(true)
    expect(server.said()).toEqual([])
  })

  it('listens to nothing once it is closed', async () => {
    const { practice, server } = await opened()
    practice.close()
    expect(server.listening()).toBe(0)
    expect(server.asked.at(-1)?.event).toBe('practice:leave')
  })
})

const { interview: id } = new Talk(smallGuide).record
const settled = () => vi.advanceTimersByTimeAsync(0)

const line: AttemptLine = {
  ...{ id, person: 'trainee', scenario: 'small', version: 1, level: 'usual', turns: 0 },
  beganAt: '2026-11-22T10:00:00.000Z',
}
const turn = (number: number): SeenTurn => ({
  number,
  at: '2026-11-22T10:00:00.000Z',
  said: tell,
  reply: { says: 'I went out.' },
})
const change = (turns: readonly SeenTurn[]): PracticeChange => ({
  attempt: { ...line, turns: turns.length },
  turns,
  events: [],
})

/** An attempt that is open here and has been joined, on a device that keeps these drafts. */
async function opened(
  drafts: Record<string, Draft> = {},
  joined: Reply<PracticeChange> = { ok: true, value: { ...change([]), events: new Talk(smallGuide).events } },
) {
  const server = fakeConnection()
  const practice = openPractice(id, {
    connection: server.connection,
    journal: journalOf(drafts),
    by: 'trainee',
    guideOf: () => smallGuide,
    newest: smallGuide,
  })
  await settled()
  server.asked.findLast(({ event }) => event === 'practice:join')?.answer(joined)
  await settled()
  return {
    practice,
    drafts,
    server: {
      ...server,
      /** Answers what was asked last. */
      answer: (reply: Reply<unknown>) => server.asked.at(-1)?.answer(reply),
      said: () =>
        server.asked
          .filter(({ event }) => event === 'practice:say')
          .map(({ payload }) => payload as { id: string; after: number; said: unknown }),
    },
  }
}

/** A journal that keeps drafts in memory, and nothing else. */
const journalOf = (drafts: Record<string, Draft>): Journal => ({
  read: async () => ({ events: [], pending: [], drafts: { ...drafts } }),
  keepDraft: async (_, field, draft) => {
    if (draft) drafts[field] = draft
    else delete drafts[field]
  },
  keepEvents: async () => {},
  forgetEvents: async () => {},
  keepPending: async () => {},
  dropPending: async () => {},
  keepList: async () => {},
  readList: async () => [],
  unsent: async () => [],
})
