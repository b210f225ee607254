import type { PracticeTalk } from '../../../dialogs/practice/young/practiceTalk.ts'
import type { PracticeChange } from '../../casework/practice/attempts.ts'
import { scenarioCard } from '../../casework/practice/seen.ts'
import { createDecisions, type DecisionServices } from '../createDecisions.ts'
import { createListeners } from '../createListeners.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Keys } from '../keys/createKeys.ts'
import { createSerialQueues } from '../serialQueues.ts'
import { storable } from '../storable.ts'
import { isUuid, uuidOf } from '../turnIds.ts'
import type { StoredAttempt } from './attemptRow.ts'
import type { Assignments } from './createAssignments.ts'
import { createBeginnings } from './createBeginnings.ts'
import { createPracticeReading } from './createPracticeReading.ts'
import { createTalking } from './createTalking.ts'
import { createHeldAttempts } from './heldAttempts.ts'
import type { OpenAttempt, Practice, PracticeOutcome, PracticeTold } from './practice.ts'
import { createPracticeStore } from './practiceStore.ts'

export interface PracticeServices extends DecisionServices {
  database: Pick<Database, 'db' | 'pool'>
  keys: Pick<Keys, 'forUse'>
  /** The scenarios made ready, by id. */
  talks: ReadonlyMap<string, PracticeTalk>
  assignments: Pick<Assignments, 'isAsked'>
  now(): Date
  /** Told when a listener fails; what was practised is kept all the same. */
  onFault(error: unknown): void
  /** How many attempts are kept in memory. */
  held?: number
}

/** The practice room's attempts in this database. */
export function createPractice(services: PracticeServices): Practice {
  const { database, keys, talks, assignments, now } = services
  const store = createPracticeStore(database, () => keys.forUse('practice'))
  const reading = createPracticeReading(store, talks)
  const { newestGuide, guideOf, decided } = createDecisions(services)
  const held = createHeldAttempts(services.held ?? 100)
  const { inTurn } = createSerialQueues()
  const changes = createListeners<PracticeTold>(services.onFault)
  const removals = createListeners<string>(services.onFault)
  const beginnings = createBeginnings({ store, reading, assignments, talks, held, guide: guideOf(newestGuide), now })
  const talking = createTalking({ store, talks, decided, held, now, tell })

  return {
    ...reading,
    scenarios: () => [...talks.values()].map(({ scenario }) => scenarioCard(scenario)),
    async begin(beginning, by) {
      const id = uuidOf(beginning.attempt)
      return inTurn(id, () => beginnings.begun(id, storable(beginning), by))
    },
    async retry(attempt, retrying, by) {
      const id = uuidOf(retrying.attempt)
      return inTurn(id, () => beginnings.retried(id, uuidOf(attempt), retrying.from, by))
    },
    async say(attempt, saying) {
      const id = uuidOf(attempt)
      return inTurn(id, () => talking.said(id, { ...storable(saying), id: uuidOf(saying.id) }))
    },
    async reply(attempt, replying) {
      const id = uuidOf(attempt)
      return inTurn(id, () => talking.replied(id, { ...storable(replying), id: uuidOf(replying.id) }))
    },
    async end(attempt) {
      const id = uuidOf(attempt)
      return inTurn(id, () => stopped(id))
    },
    async remove(attempt) {
      const id = uuidOf(attempt)
      await inTurn(id, async () => {
        held.forget(id)
        if (await store.remove(id)) removals.tell(id)
      })
    },
    async owner(attempt) {
      if (!isUuid(attempt)) return undefined
      const id = uuidOf(attempt)
      return held.get(id)?.attempt ?? store.attempt(id)
    },
    onChange: changes.add,
    onRemoved: removals.add,
    forget: attempt => held.forget(attempt.toLowerCase()),
  }

  async function stopped(id: string): Promise<PracticeOutcome<OpenAttempt>> {
    const isStopped = await store.end(id, now())
    held.forget(id)
    const there = await reading.read(id)
    const attempt = await store.attempt(id)
    if (!there || !attempt) return { ok: false, problem: 'unknown-attempt' }
    if (isStopped) tell(attempt, { attempt: there.attempt, turns: [], events: [] })
    return { ok: true, value: there }
  }

  function tell({ id, turns, events }: StoredAttempt, change: PracticeChange, via?: string): void {
    changes.tell({ attempt: id, after: turns, since: events, change, ...(via === undefined ? {} : { via }) })
  }
}
