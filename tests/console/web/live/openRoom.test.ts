import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reply } from '../../../../console/contract/replies.ts'
import type { Draft } from '../../../../console/web/answers/draft.ts'
import type { Connection, Line } from '../../../../console/web/live/connection.ts'
import type { Journal, Kept } from '../../../../console/web/live/journal.ts'
import { observable } from '../../../../console/web/live/observable.ts'
import { openRoom, type Room } from '../../../../console/web/live/openRoom.ts'
import type { Pending } from '../../../../console/web/live/pending.ts'
import type { Intent } from '../../../../dialogs/intent.ts'
import type { RecordedEvent } from '../../../../dialogs/record/events.ts'
import { smallGuide } from '../../../support/smallGuide.ts'
import { Talk } from '../../../support/talk.ts'

const said = (words: string): Intent => ({ do: 'account', prompt: 'leaving.what-happened', words })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a room', () => {
  it('shows what the device keeps, then what the server has', async () => {
    const { talk, server, journal, room } = talking()
    talk.do(said('one'))
    const opened = room({ events: talk.events.slice(0, 1), pending: [], drafts: {} })
    await settled()
    expect(server.asked).toEqual([['interview:join', 1]])
    expect(eventsOf(opened)).toBe(talk.events.length)
    expect(journal.kept.events).toHaveLength(talk.events.length)
    expect(opened.state.get().joined).toBe(true)
  })

  it('asks for what is missing when a turn leaves a gap, and takes nothing past it before', async () => {
    const { talk, server, room } = talking()
    const opened = room()
    await settled()
    talk.do(said('missed'))
    talk.do(said('told'))
    server.silent = true
    server.tell(talk.events.slice(-1))
    expect(eventsOf(opened)).toBe(1)
    expect(server.asked.at(-1)).toEqual(['interview:join', 1])
    server.answer({ ok: true, value: { interview, events: talk.events.slice(1) } })
    await settled()
    expect(eventsOf(opened)).toBe(talk.events.length)
  })

  it('sends again under the same id what was not answered, and drops it once it is', async () => {
    const { server, journal, room } = talking()
    const opened = room()
    await settled()
    server.silent = true
    await opened.act(said('one'))
    const id = opened.state.get().pending[0]?.payload.id
    expect(server.asked.at(-1)).toEqual(['interview:reply', id])
    await vi.advanceTimersByTimeAsync(8_000)
    expect(opened.state.get().pending).toHaveLength(1)
    server.silent = false
    await vi.advanceTimersByTimeAsync(2_000)
    expect(server.asked.filter(([, of]) => of === id)).toHaveLength(2)
    expect(opened.state.get().pending).toEqual([])
    expect(journal.kept.pending).toEqual([])
    expect(eventsOf(opened)).toBe(2)
  })

  it('keeps what is done offline and sends it in order when the line is back', async () => {
    const { server, journal, line, room } = talking()
    const opened = room()
    await settled()
    line.set('offline')
    await opened.act(said('one'))
    await opened.act(said('two'))
    expect(server.taken).toEqual([])
    expect(journal.kept.pending).toHaveLength(2)
    line.set('online')
    await settled()
    expect(server.taken).toEqual([said('one'), said('two')])
    expect(journal.kept.pending).toEqual([])
  })

  it('keeps what the server would not take until someone has dealt with it, and goes on with the rest', async () => {
    const { server, journal, room } = talking()
    const opened = room()
    await settled()
    server.refuse = { ok: false, problem: 'changed-meanwhile', theirs: [] }
    await opened.act(said('one'))
    await settled()
    const [refused] = opened.state.get().refused
    expect(refused?.problem).toBe('changed-meanwhile')
    expect(opened.state.get().pending).toEqual([])
    expect(journal.kept.pending).toHaveLength(1)
    if (refused) await opened.settle(refused, said('instead'))
    await settled()
    expect(opened.state.get().refused).toEqual([])
    expect(server.taken).toEqual([said('instead')])
    expect(journal.kept.pending).toEqual([])
  })

  it('tries again what the server could not keep', async () => {
    const { server, room } = talking()
    const opened = room()
    await settled()
    server.refuse = { ok: false, problem: 'server-fault' }
    await opened.act(said('one'))
    await settled()
    expect(opened.state.get().refused).toEqual([])
    expect(opened.state.get().pending).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(opened.state.get().pending).toEqual([])
    expect(server.taken).toEqual([said('one')])
  })

  it.each(['locked', 'signed-out'] as const)(
    'keeps what was refused because its person is %s, and sends it again',
    async problem => {
      const { server, journal, room } = talking()
      const opened = room()
      await settled()
      server.refuse = { ok: false, problem }
      await opened.act(said('one'))
      await settled()
      expect(opened.state.get()).toMatchObject({ pending: [{ kind: 'reply' }], refused: [] })
      expect(journal.kept.pending).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(2_000)
      expect(server.taken).toEqual([said('one')])
      expect(opened.state.get().pending).toEqual([])
    },
  )

  it('sends nothing that the record as it is here would not take, and says why', async () => {
    const { server, room } = talking()
    const opened = room()
    await settled()
    expect(await opened.act({ do: 'account', prompt: 'no.such', words: 'one' })).toBe('unknown-prompt')
    expect(server.taken).toEqual([])
  })

  it('says that there is no such interview only where the server says so', async () => {
    const { server, room } = talking()
    server.refuse = { ok: false, problem: 'unknown-interview' }
    const opened = room()
    await settled()
    expect(opened.state.get().unknown).toBe(true)
  })

  it('keeps no draft that holds nothing', async () => {
    const { journal, room } = talking()
    const opened = room()
    await settled()
    await opened.draft('leaving.what-happened', { words: 'half' })
    expect(journal.kept.drafts).toEqual({ 'leaving.what-happened': { words: 'half' } })
    await opened.draft('leaving.what-happened', { words: ' ', voice: 'interpreter' })
    expect(journal.kept.drafts).toEqual({})
    expect(opened.state.get().drafts).toEqual({})
  })
})

const { interview } = new Talk(smallGuide).record
const eventsOf = (room: Room) => room.state.get().events.length
const settled = () => vi.advanceTimersByTimeAsync(0)

/** A server that holds one talk, the line to it, and a device that keeps what it is given. */
function talking() {
  const talk = new Talk(smallGuide)
  const line = observable<Line>('online')
  const server = serverOf(talk)
  const journal = journalInMemory()
  const connection = { line, socket: server.socket, refused() {}, close() {} } as unknown as Connection
  const room = (kept?: Kept) => {
    Object.assign(journal.kept, kept)
    const guideOf = () => smallGuide
    return openRoom(interview, { connection, journal, by: 'interviewer', guideOf, newest: smallGuide })
  }
  return { talk, line, server, journal, room }
}

type Ack = (reply: Reply<{ interview: string; events: readonly RecordedEvent[] }>) => void

function serverOf(talk: Talk) {
  let tell: ((turn: { interview: string; events: readonly RecordedEvent[] }) => void) | undefined
  let last: Ack | undefined
  const server = {
    /** What was asked: the message, and from where on or under which id. */
    asked: [] as (readonly [string, unknown])[],
    /** What it has taken, in order. */
    taken: [] as Intent[],
    /** Whether it answers nothing. */
    silent: false,
    /** What it answers next, once. */
    refuse: undefined as Reply<never> | undefined,
    tell: (events: readonly RecordedEvent[]) => tell?.({ interview, events }),
    answer: (reply: Parameters<Ack>[0]) => last?.(reply),
    socket: {
      on: (name: string, listener: typeof tell) => {
        if (name === 'interview:turn') tell = listener
      },
      off: () => {},
      emit(message: string, payload: { since?: number; id?: string; intent: Intent }, ack: Ack) {
        server.asked.push([message, payload.since ?? payload.id])
        last = ack
        if (server.silent) return
        const refused = server.refuse
        server.refuse = undefined
        if (refused) return ack(refused)
        if (message === 'interview:join') {
          return ack({ ok: true, value: { interview, events: talk.events.slice(payload.since) } })
        }
        const before = talk.events.length
        talk.do(payload.intent)
        server.taken.push(payload.intent)
        ack({ ok: true, value: { interview, events: talk.events.slice(before) } })
      },
    },
  }
  return server
}

function journalInMemory(): Journal & {
  kept: { events: readonly RecordedEvent[]; pending: Pending[]; drafts: Record<string, Draft> }
} {
  const kept = { events: [] as readonly RecordedEvent[], pending: [] as Pending[], drafts: {} as Record<string, Draft> }
  return {
    kept,
    read: async () => ({ ...kept, pending: [...kept.pending], drafts: { ...kept.drafts } }),
    keepEvents: async (_, events) => {
      kept.events = events
    },
    forgetEvents: async () => {
      kept.events = []
    },
    keepPending: async (_, pending) => void kept.pending.push(pending),
    dropPending: async ({ payload }) => {
      kept.pending = kept.pending.filter(each => each.payload.id !== payload.id)
    },
    keepDraft: async (_, field, draft) => {
      if (draft) kept.drafts[field] = draft
      else delete kept.drafts[field]
    },
    keepList: async () => {},
    readList: async () => [],
    unsent: async () => [],
  }
}
