import type { Guide } from '../../../dialogs/guide/schema.ts'
import type { Intent, Problem } from '../../../dialogs/intent.ts'
import { take } from '../../../dialogs/interview.ts'
import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { ConsoleProblem, Reply } from '../../contract/replies.ts'
import { type Draft, isBlank } from '../answers/draft.ts'
import type { Connection } from './connection.ts'
import { interviewChannel } from './interviewChannel.ts'
import type { Journal } from './journal.ts'
import { type Observable, observable } from './observable.ts'
import { optimistic, type Present } from './optimistic.ts'
import type { Pending, Refused } from './pending.ts'
import { received } from './received.ts'

export interface RoomState {
  /** Whether what this device keeps has been read. */
  opened: boolean
  /** Whether the server has said that there is no such interview. */
  unknown: boolean
  /** Whether the server has said that this person does not need to know of it: then nothing of it stays here. */
  outside: boolean
  /** Whether the server has been heard since the connection was last made. */
  joined: boolean
  events: readonly RecordedEvent[]
  pending: readonly Pending[]
  drafts: Readonly<Record<string, Draft>>
  refused: readonly Refused[]
}

/** One interview as this device knows it. Whatever is done is kept here first and sent when it can be. */
export interface Room {
  interview: string
  state: Observable<RoomState>
  present(): Present | undefined
  /** Keeps an intent on this device and sends it. Answers why not, where the record as it is here would not take it. */
  act(intent: Intent): Promise<Problem | undefined>
  draft(field: string, draft: Draft | undefined): Promise<void>
  /** What the server refused is put away, and another intent sent in its place if one is given. */
  settle(refused: Refused, instead?: Intent): Promise<void>
  /** Asks the server again for what it has, as once it lets someone in whom it had kept out. */
  rejoin(): Promise<void>
  close(): void
}

/** How a room is asked and told of the record it is drawn from: of an interview, or of a talk for practice. */
export interface RoomChannel {
  /** The events after `since`, and those to come from then on. No answer: none came in time. */
  join(since: number): Promise<Reply<{ events: readonly RecordedEvent[] }> | undefined>
  send(pending: Pending): Promise<Reply<{ events: readonly RecordedEvent[] }> | undefined>
  /** Answers with how to stop being told. `closed`: the record is not this person's to see any more. */
  listen(told: { events: (came: readonly RecordedEvent[]) => void; closed: () => void }): () => void
  leave(): void
}

export interface RoomServices {
  connection: Connection
  journal: Journal
  by: string
  guideOf(version: number): Guide
  newest: Guide
  /** That of the interview unless given. */
  channel?: RoomChannel
}

const empty: RoomState = {
  opened: false,
  unknown: false,
  outside: false,
  joined: false,
  events: [],
  pending: [],
  drafts: {},
  refused: [],
}
const retryAfter = 2_000
/** Why the server did not take something that it may take later: it stays here and is sent again. */
const sentAgain: readonly ConsoleProblem[] = ['server-fault', 'too-many', 'signed-out', 'locked']
/** The server has no such record. It may have been erased. */
const unknown: readonly ConsoleProblem[] = ['unknown-interview', 'unknown-attempt']

/** Opens an interview: first what this device keeps of it, then what the server has. */
export function openRoom(interview: string, services: RoomServices): Room {
  const { connection, journal, by, channel = interviewChannel(interview, connection) } = services
  const state = observable(empty)
  let closed = false
  let sending = false
  let order = Date.now()
  let shown: { state: RoomState; present: Present | undefined } | undefined

  const present = () => {
    const now = state.get()
    if (shown?.state !== now) {
      shown = { state: now, present: optimistic(services.guideOf, services.newest, now.events, now.pending, by) }
    }
    return shown.present
  }

  const takeIn = (came: readonly RecordedEvent[]) => {
    const { events, gap } = received(state.get().events, came)
    if (events !== state.get().events) {
      state.update(now => ({ ...now, events, unknown: false, outside: false }))
      void journal.keepEvents(interview, events)
    }
    if (gap) void join()
  }

  async function join() {
    if (closed || connection.line.get() !== 'online') return
    const since = state.get().events.length
    const reply = await channel.join(since)
    if (reply && !reply.ok) connection.refused(reply.problem)
    if (reply?.ok) {
      takeIn(reply.value.events)
      state.update(now => ({ ...now, joined: true, unknown: false, outside: false }))
    } else if (reply?.problem === 'need-to-know') {
      shut()
    } else if (reply && unknown.includes(reply.problem) && !state.get().pending.some(each => each.kind === 'begin')) {
      // It may have been erased: nothing of it stays on this device.
      state.update(now => ({ ...now, unknown: true, joined: false, events: [] }))
      void journal.forgetEvents(interview)
    }
  }

  /** What was written here and not sent stays in the journal; what came from the server goes. */
  function shut() {
    state.update(now => ({ ...now, outside: true, joined: false, events: [], pending: [], drafts: {} }))
    void journal.forgetEvents(interview)
  }

  async function sendAll() {
    if (sending) return
    sending = true
    try {
      for (let next = state.get().pending[0]; next && !closed; next = state.get().pending[0]) {
        if (connection.line.get() !== 'online' || !(await send(next))) break
      }
    } finally {
      sending = false
    }
    if (!closed && state.get().pending.length > 0 && connection.line.get() === 'online') setTimeout(sendAll, retryAfter)
  }

  /** Whether the server has dealt with it, one way or another. */
  async function send(pending: Pending): Promise<boolean> {
    const reply = await channel.send(pending)
    if (!reply) return false
    if (!reply.ok) connection.refused(reply.problem)
    if (!reply.ok && sentAgain.includes(reply.problem)) return false
    const without = (all: readonly Pending[]) => all.filter(each => each.payload.id !== pending.payload.id)
    if (reply.ok) {
      const { events } = received(state.get().events, reply.value.events)
      state.update(now => ({ ...now, events, pending: without(now.pending) }))
      await Promise.all([journal.keepEvents(interview, events), journal.dropPending(pending)])
      if (pending.kind === 'begin' || events.length < (reply.value.events.at(-1)?.seq ?? 0)) await join()
    } else {
      const refused = { pending, problem: reply.problem, theirs: reply.theirs ?? [] }
      state.update(now => ({ ...now, pending: without(now.pending), refused: [...now.refused, refused] }))
      takeIn(refused.theirs)
      await join()
    }
    return true
  }

  async function enqueue(pending: Pending) {
    order += 1
    await journal.keepPending(order, pending)
    state.update(now => ({ ...now, pending: [...now.pending, pending] }))
    void sendAll()
  }

  const onLine = () => {
    if (connection.line.get() !== 'online') return state.update(now => ({ ...now, joined: false }))
    void (state.get().pending[0]?.kind === 'begin' ? sendAll() : join().then(sendAll))
  }
  const stopBeingTold = channel.listen({ events: takeIn, closed: shut })
  const stopListening = connection.line.listen(onLine)
  void journal.read(interview).then(here => {
    state.update(now => ({ ...now, ...here, events: longer(here.events, now.events), opened: true }))
    onLine()
  })

  return {
    interview,
    state,
    present,
    async act(intent) {
      const now = present()
      if (!now) return 'closed'
      const outcome = take(services.guideOf(now.record.guide), now.record, intent, () => [])
      if (!outcome.ok) return outcome.problem
      if (outcome.events.length === 0) return undefined
      const seen = state.get().events.length
      const payload = { interview, id: crypto.randomUUID(), deviceAt: new Date().toISOString(), seen, intent }
      await enqueue({ kind: 'reply', payload })
      return undefined
    },
    async draft(field, draft) {
      const kept = draft && !isBlank(draft) ? draft : undefined
      state.update(now => {
        const { [field]: _, ...others } = now.drafts
        return { ...now, drafts: kept ? { ...others, [field]: kept } : others }
      })
      await journal.keepDraft(interview, field, kept)
    },
    async settle(refused, instead) {
      state.update(now => ({ ...now, refused: now.refused.filter(each => each !== refused) }))
      if (instead) await this.act(instead)
      await journal.dropPending(refused.pending)
    },
    rejoin: join,
    close() {
      closed = true
      stopListening()
      stopBeingTold()
      if (connection.line.get() === 'online') channel.leave()
    },
  }
}

const longer = (a: readonly RecordedEvent[], b: readonly RecordedEvent[]) => (a.length > b.length ? a : b)
