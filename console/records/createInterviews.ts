import type { KeyObject } from 'node:crypto'
import type { NewEvent } from '../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'
import { recordFrom } from '../../dialogs/record/recordFrom.ts'
import type { Audit } from './audit/audit.ts'
import type { ChainedEvent } from './chain.ts'
import { changedMeanwhile } from './changedMeanwhile.ts'
import { createDecisions, type Decision, type DecisionServices } from './createDecisions.ts'
import { createSummaries } from './createSummaries.ts'
import type { Database } from './database/openDatabase.ts'
import { type Draft, drafted, draftOpening, type Stamp } from './draft.ts'
import type { EpisodeKeys } from './episodeKeys.ts'
import { createEventStore } from './eventStore.ts'
import { createHeldInterviews, extend, type Held, heldFrom } from './heldInterviews.ts'
import type { Actor, InterviewSummary, Interviews, Opening, Refusal, Told, Turn, TurnRequest } from './interviews.ts'
import type { Keys } from './keys/createKeys.ts'
import { listInterviews } from './listInterviews.ts'
import { nameIndex, sealedName } from './sealedName.ts'
import { createSerialQueues } from './serialQueues.ts'
import { storable } from './storable.ts'
import { knownAsIn, summaryOf } from './summaryOf.ts'
import { isUuid, uuidOf } from './turnIds.ts'

export interface InterviewsServices extends DecisionServices {
  database: Database
  keys: Pick<Keys, 'forUse' | 'makeFor'>
  episodeKeys: EpisodeKeys
  audit: Audit
  now(): Date
  /** Told when a listener fails, or an interview's line cannot be written; the turn has been committed all the same. */
  onFault(error: unknown): void
  /** How many interviews are kept in memory. */
  held?: number
}

/** The interviews in this database. */
export function createInterviews(services: InterviewsServices): Interviews {
  const { database, now } = services
  const { newestGuide, guideOf, isKnown, decided } = createDecisions(services)
  const store = createEventStore(database)
  const held = createHeldInterviews(services.held ?? 500)
  const { inTurn } = createSerialQueues()
  const { keys, episodeKeys } = services
  const nameKey = () => keys.forUse('names')
  const summaries = createSummaries(database, { nameKey, failed: services.onFault })
  const listeners = new Set<(told: Told) => void>()

  return {
    async begin(opening, actor) {
      const interview = uuidOf(opening.interview)
      const { episode } = opening
      const ids = { interview, id: uuidOf(opening.id), ...(episode === undefined ? {} : { episode: uuidOf(episode) }) }
      const asked = { ...storable(opening), ...ids }
      return inTurn(interview, () => begun(asked, storable(actor)))
    },
    async turn(interview, request) {
      if (!isUuid(interview)) return { ok: false, problem: 'unknown-interview' }
      const id = uuidOf(interview)
      const asked = { ...storable(request), id: uuidOf(request.id) }
      return inTurn(id, () => taken(id, asked))
    },
    async record(interview) {
      if (!isUuid(interview)) return undefined
      const id = uuidOf(interview)
      return inTurn(id, async () => (await newest(id))?.record)
    },
    async lastKnown(interview) {
      if (!isUuid(interview)) return undefined
      const id = uuidOf(interview)
      return inTurn(id, async () => (await known(id))?.record)
    },
    async eventsSince(interview, seq) {
      if (!isUuid(interview)) return []
      return (await eventsAfter(uuidOf(interview), seq)).map(({ event }) => event)
    },
    takenIn: async turn => (isUuid(turn) ? store.interviewOf(uuidOf(turn)) : undefined),
    async list(reader, name) {
      const tokens = name === undefined ? undefined : nameIndex(await nameKey(), name)
      if (tokens?.length === 0) return []
      return listInterviews(database, reader, tokens, { keyOf: episodeKeys.of, present: presentSummary })
    },
    async summary(interview) {
      if (!isUuid(interview)) return undefined
      const id = uuidOf(interview)
      return inTurn(id, async () => {
        const present = await newest(id)
        return present && summaryIn(present.record, present.openedBy)
      })
    },
    onTurn(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    settled: () => summaries.written(),
    forget(interview) {
      episodeKeys.forget(uuidOf(interview))
      held.forget(uuidOf(interview))
    },
  }

  async function begun(opening: Opening, actor: Actor, isAgain = false): Promise<Turn | Refusal> {
    const there = await known(opening.interview)
    if (there) {
      // Perhaps this is sent again because the first time broke off between the commit and the audit.
      await audited(opening.interview, actor)
      return answeredBefore(there, there.openedIn)
    }
    const made = opening.episode === undefined ? await keys.makeFor(opening.interview) : undefined
    const key = made?.key ?? (opening.episode === undefined ? undefined : await episodeKeys.ofEpisode(opening.episode))
    if (!key) return { ok: false, problem: 'unknown-case' }
    const draft = opened(opening, stampOf(opening.id, key, actor))
    if ('problem' in draft) return draft
    const summary = summaryIn(draft.record, actor.by)
    const { wrapped, master } = made ?? {}
    const stored = {
      summary,
      knownAs: sealedName(key, opening.interview, summary.knownAs),
      nameIndex: nameIndex(await nameKey(), summary.knownAs),
      guide: draft.record.guide,
      episode: {
        id: opening.episode ?? opening.interview,
        begun: wrapped && master ? { worker: actor.by, team: opening.team, wrapped, master } : undefined,
      },
    }
    if (!(await store.open(stored, draft.events))) {
      // Someone else may have begun it at the same moment. Or there is an episode of that id, or what was there was erased.
      return isAgain ? { ok: false, problem: 'unknown-interview' } : begun(opening, actor, true)
    }
    await audited(opening.interview, actor)
    episodeKeys.keep(opening.interview, key)
    const present = heldFrom(draft.events, key)
    if (present) held.keep(present)
    return committed(draft, () => summary)
  }

  /** So that it is seen when an interview is gone with all its events. */
  function audited(interview: string, actor: Actor): Promise<void> {
    return services.audit.write({ by: actor.by, act: 'interview-begun', from: auditedFrom(actor), interview })
  }

  /** The opening with every intent given with it, each decided on the record the last one left. */
  function opened({ interview, language, regime, intents }: Opening, stamp: Stamp): Draft | Refusal {
    if (!isKnown(language)) return { ok: false, problem: 'unknown-language' }
    const body: NewEvent = { type: 'opened', guide: newestGuide, regime, voice: 'practitioner', language }
    let draft = draftOpening(interview, body, stamp)
    for (const intent of intents) {
      const decision = decided(draft.record, intent)
      if (!decision.ok) return decision
      draft = drafted(draft, decision.events, stamp)
    }
    return draft
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

  async function decidedSince(record: InterviewRecord, request: TurnRequest): Promise<Decision> {
    const decision = decided(record, request.intent)
    if (request.seen === undefined || request.seen >= record.seq) return decision
    const later = await eventsAfter(record.interview, request.seen)
    const since = later.map(({ event }) => event).filter(({ seq }) => seq <= record.seq)
    const mine = decision.ok ? decision.events : []
    const theirs = changedMeanwhile(guideOf(record.guide), record, since, request, mine)
    return theirs.length > 0 ? { ok: false, problem: 'changed-meanwhile', theirs } : decision
  }

  /** The committed turn; undefined where someone else appended first. */
  async function appended(present: Held, request: TurnRequest, bodies: readonly NewEvent[]): Promise<Turn | undefined> {
    const { record, head, openedBy, key } = present
    const draft = drafted({ record, head, events: [] }, bodies, stampOf(request.id, key, request))
    // Where this fails, whether it was committed is not known: the next append finds out, and reads what is there.
    if (!(await store.append(draft.events))) return undefined
    extend(present, draft.events, draft.record)
    changed(present, knownAsIn(record) !== knownAsIn(draft.record))
    return committed(draft, () => summaryIn(draft.record, openedBy), request.via)
  }

  function summaryIn(record: InterviewRecord, openedBy: string): InterviewSummary {
    return summaryOf(guideOf(record.guide), record, openedBy)
  }

  /** Its row is written a moment later, as it then is. */
  function changed(present: Held, renamed: boolean): void {
    const { interview } = present.record
    const now = () => {
      const { record, head, openedBy, key } = present
      return { seq: record.seq, head, key, summary: summaryIn(record, openedBy) }
    }
    summaries.changed(interview, now, renamed)
  }

  /** The line of an interview whose row has not caught up with its events; from now on it will. */
  function presentSummary(interview: string): Promise<InterviewSummary | undefined> {
    return inTurn(interview, async () => {
      const present = await newest(interview)
      if (!present) return undefined
      changed(present, true)
      return summaryIn(present.record, present.openedBy)
    })
  }

  function stampOf(turn: string, key: KeyObject, actor: Actor): Stamp {
    return { turn, key, actor, at: now().toISOString() }
  }

  function committed({ record, events }: Draft, summary: () => InterviewSummary, via?: string): Turn {
    const own = events.map(({ event }) => event)
    const told: Told = {
      interview: record.interview,
      events: own,
      record,
      summary,
      ...(via === undefined ? {} : { via }),
    }
    for (const listener of listeners) {
      try {
        listener(told)
      } catch (error) {
        services.onFault(error)
      }
    }
    return { ok: true, events: own, record, repeated: false }
  }

  /** The same answer again: what that turn committed, and the record as it was then. */
  async function answeredBefore(present: Held, turn: string): Promise<Turn> {
    const upTo = present.turns.get(turn) ?? 0
    const isPast = ({ event }: ChainedEvent) => event.seq <= upTo
    const events = (await eventsAfter(present.record.interview, 0)).filter(isPast)
    const own = events.filter(each => each.turn === turn).map(({ event }) => event)
    return { ok: true, events: own, record: recordFrom(events.map(({ event }) => event)), repeated: true }
  }

  /** As last known here, read from the database when it is not. */
  async function known(interview: string): Promise<Held | undefined> {
    const found = held.get(interview)
    if (found) return found
    const key = await episodeKeys.of(interview)
    const read = key && heldFrom(await store.eventsAfter(interview, 0, key), key)
    if (read) held.keep(read)
    return read
  }

  /** As it is in the database now: only what is missing here is read. */
  async function newest(interview: string): Promise<Held | undefined> {
    const found = held.get(interview)
    if (!found) return known(interview)
    extend(found, await store.eventsAfter(interview, found.record.seq, found.key))
    return found
  }

  /** None where there is no such interview, or its words were destroyed. */
  async function eventsAfter(interview: string, seq: number): Promise<ChainedEvent[]> {
    const key = await episodeKeys.of(interview)
    return key ? store.eventsAfter(interview, seq, key) : []
  }
}

const auditedFrom = ({ from }: Actor) => (from === 'terminal' ? 'cli' : from)
