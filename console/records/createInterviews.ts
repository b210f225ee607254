import type { Guide } from '../../dialogs/guide/schema.ts'
import type { Intent } from '../../dialogs/intent.ts'
import { take } from '../../dialogs/interview.ts'
import { nextStep } from '../../dialogs/plan/nextStep.ts'
import type { NewEvent } from '../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'
import { recordFrom, withEvent } from '../../dialogs/record/recordFrom.ts'
import type { Labels } from '../../dialogs/replies/readReply.ts'
import { type ChainedEvent, chain, noHash } from './chain.ts'
import { changedMeanwhile } from './changedMeanwhile.ts'
import type { Database } from './database/openDatabase.ts'
import { createEventStore } from './eventStore.ts'
import { createHeldInterviews, extend, type Held, heldFrom } from './heldInterviews.ts'
import type { Actor, Interviews, Opening, Refusal, Told, Turn, TurnRequest } from './interviews.ts'
import { listInterviews } from './listInterviews.ts'
import { createSerialQueues } from './serialQueues.ts'
import { storable } from './storable.ts'
import { summaryOf } from './summaryOf.ts'
import { eventIdOf, isUuid, uuidOf } from './turnIds.ts'

export interface InterviewsServices {
  database: Database
  /** Every version of the guide that an interview may have begun with, the newest last. */
  guides: readonly Guide[]
  languages: readonly string[]
  /** The words of a language for the codes of a prompt's options, to read a typed reply with. */
  labelsFor(language: string, prompt: string | undefined): Labels
  now(): Date
  /** Told when a listener fails; the turn has been committed all the same. */
  onListenerFault(error: unknown): void
  /** How many interviews are kept in memory. */
  held?: number
}

type Decision = { ok: true; events: readonly NewEvent[] } | Refusal

/** The interviews in this database. */
export function createInterviews(services: InterviewsServices): Interviews {
  const { database, guides, languages, labelsFor, now } = services
  const store = createEventStore(database)
  const held = createHeldInterviews(services.held ?? 500)
  const queues = createSerialQueues()
  const listeners = new Set<(told: Told) => void>()

  return {
    async begin(opening, actor) {
      const interview = uuidOf(opening.interview)
      const asked = { ...storable(opening), interview, id: uuidOf(opening.id) }
      return queues.inTurn(interview, () => begun(asked, storable(actor)))
    },
    async turn(interview, request) {
      if (!isUuid(interview)) return { ok: false, problem: 'unknown-interview' }
      const id = uuidOf(interview)
      const asked = { ...storable(request), id: uuidOf(request.id) }
      return queues.inTurn(id, () => taken(id, asked))
    },
    async record(interview) {
      if (!isUuid(interview)) return undefined
      const id = uuidOf(interview)
      return queues.inTurn(id, async () => (await newest(id))?.record)
    },
    async eventsSince(interview, seq) {
      if (!isUuid(interview)) return []
      return (await store.eventsAfter(uuidOf(interview), seq)).map(({ event }) => event)
    },
    list: () => listInterviews(database),
    onTurn(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }

  async function begun(opening: Opening, actor: Actor): Promise<Turn | Refusal> {
    const there = await known(opening.interview)
    if (there) return answeredBefore(there, there.openedIn)
    const decided = opened(opening, actor)
    if (!decided.ok) return decided
    const { events, record } = decided
    const summary = summaryOf(guideOf(record.guide), record, actor.by)
    // Someone else may have begun it at the same moment.
    if (!(await store.open(summary, record.guide, events))) return begun(opening, actor)
    return committed(heldFrom(events), events)
  }

  /** The events of an opening and of every intent given with it, each taken on the record the last one left. */
  function opened(
    opening: Opening,
    actor: Actor,
  ): Refusal | { ok: true; events: ChainedEvent[]; record: InterviewRecord } {
    const { interview, id, language, regime, intents } = opening
    if (!languages.includes(language)) return { ok: false, problem: 'unknown-language' }
    const guide = newestGuide().version
    const body: NewEvent = { type: 'opened', guide, regime, voice: 'practitioner', language }
    const events = [numbered(interview, id, actor, 0, noHash, 0, body)]
    let record = recordFrom(events.map(({ event }) => event))
    for (const intent of intents) {
      const decision = decided(record, intent)
      if (!decision.ok) return decision
      for (const each of decision.events) {
        const next = numbered(interview, id, actor, record.seq, events.at(-1)?.hash ?? noHash, events.length, each)
        events.push(next)
        record = withEvent(record, next.event)
      }
    }
    return { ok: true, events, record }
  }

  async function taken(interview: string, request: TurnRequest): Promise<Turn | Refusal> {
    let present = await known(interview)
    if (present && request.seen !== undefined && request.seen > present.record.seq) present = await newest(interview)
    while (present) {
      if (present.turns.has(request.id)) return answeredBefore(present, request.id)
      const { record } = present
      const decision = await decidedSince(record, request)
      const changes = decision.ok && decision.events.length > 0
      const turn = changes ? await appended(present, request, decision.events) : undefined
      if (turn) return turn
      // Another process may have appended: then this was decided on an older record, and is decided again.
      present = await newest(interview)
      if (present?.record.seq !== record.seq) continue
      if (changes) throw new Error(`Interview ${interview} and its events disagree: run the verify command.`)
      if (!decision.ok) return decision
      present.turns.set(request.id, record.seq)
      return { ok: true, events: [], record, repeated: false }
    }
    return { ok: false, problem: 'unknown-interview' }
  }

  /** The committed turn; undefined where someone else appended first. */
  async function appended(present: Held, request: TurnRequest, bodies: readonly NewEvent[]): Promise<Turn | undefined> {
    let { record, head } = present
    const events: ChainedEvent[] = []
    for (const body of bodies) {
      const next = numbered(record.interview, request.id, request, record.seq, head, events.length, body)
      events.push(next)
      head = next.hash
      record = withEvent(record, next.event)
    }
    const summary = summaryOf(guideOf(record.guide), record, present.openedBy)
    const kept = await store.append(present.record.seq, summary, events).catch(error => {
      // Whether it was committed is not known: the next turn reads what is there.
      held.drop(record.interview)
      throw error
    })
    if (!kept) return undefined
    extend(present, events, record)
    return committed(present, events)
  }

  function decided(record: InterviewRecord, intent: Intent): Decision {
    if (intent.do === 'language' && !languages.includes(intent.to)) return { ok: false, problem: 'unknown-language' }
    const guide = guideOf(record.guide)
    return take(guide, record, intent, intent.do === 'reply' ? labelsNow(guide, record) : () => undefined)
  }

  function labelsNow(guide: Guide, record: InterviewRecord): Labels {
    const step = nextStep(guide, record)
    return labelsFor(record.language, step.kind === 'ask' ? step.prompt.id : undefined)
  }

  async function decidedSince(record: InterviewRecord, request: TurnRequest): Promise<Decision> {
    const decision = decided(record, request.intent)
    if (request.seen === undefined || request.seen >= record.seq) return decision
    const later = await store.eventsAfter(record.interview, request.seen)
    const since = later.map(({ event }) => event).filter(({ seq }) => seq <= record.seq)
    const mine = decision.ok ? decision.events : []
    const theirs = changedMeanwhile(guideOf(record.guide), record, since, request, mine)
    return theirs.length > 0 ? { ok: false, problem: 'changed-meanwhile', theirs } : decision
  }

  /** The event with the number, time, id and hash that it is kept under. */
  function numbered(
    interview: string,
    turn: string,
    { by, from, deviceAt }: Actor,
    seq: number,
    previous: Buffer,
    place: number,
    body: NewEvent,
  ): ChainedEvent {
    const at = now().toISOString()
    const event = { ...body, id: eventIdOf(turn, place), by, from, deviceAt, interview, seq: seq + 1, at }
    return chain(previous, turn, event)
  }

  function committed(present: Held | undefined, events: readonly ChainedEvent[]): Turn {
    if (!present) throw new Error('A turn that was committed has events.')
    const { record, openedBy } = present
    held.keep(present)
    const told: Told = {
      interview: record.interview,
      events: events.map(({ event }) => event),
      summary: summaryOf(guideOf(record.guide), record, openedBy),
    }
    for (const listener of listeners) {
      try {
        listener(told)
      } catch (error) {
        services.onListenerFault(error)
      }
    }
    return { ok: true, events: told.events, record, repeated: false }
  }

  /** The same answer again: what that turn committed, and the record as it was then. */
  async function answeredBefore(present: Held, turn: string): Promise<Turn> {
    const { interview } = present.record
    const upTo = present.turns.get(turn) ?? 0
    const events = (await store.eventsAfter(interview, 0)).filter(({ event }) => event.seq <= upTo)
    const record = recordFrom(events.map(({ event }) => event))
    const own = events.filter(each => each.turn === turn).map(({ event }) => event)
    return { ok: true, events: own, record, repeated: true }
  }

  /** As last known here, read from the database when it is not. */
  async function known(interview: string): Promise<Held | undefined> {
    const found = held.get(interview) ?? heldFrom(await store.eventsAfter(interview, 0))
    if (found) held.keep(found)
    return found
  }

  /** As it is in the database now: only what is missing here is read. */
  async function newest(interview: string): Promise<Held | undefined> {
    const found = held.get(interview)
    if (!found) return known(interview)
    extend(found, await store.eventsAfter(interview, found.record.seq))
    return found
  }

  function guideOf(version: number): Guide {
    const guide = guides.find(each => each.version === version)
    if (!guide) throw new Error(`No guide has version ${version}: run the Return Talk that the interview began with.`)
    return guide
  }

  function newestGuide(): Guide {
    const guide = guides.at(-1)
    if (!guide) throw new Error('There is no guide to begin an interview with.')
    return guide
  }
}
