import type { Guide } from '../../../dialogs/guide/schema.ts'
import type { PracticeTalk } from '../../../dialogs/practice/young/practiceTalk.ts'
import type { Member } from '../../casework/needToKnow.ts'
import { retryRefusal } from '../../casework/practice/practiceRules.ts'
import { uuidOf } from '../turnIds.ts'
import type { Assignments } from './createAssignments.ts'
import { type HeldAttempts, heldFrom } from './heldAttempts.ts'
import { attemptAgain, newAttempt } from './newAttempt.ts'
import type { BeginningAttempt, OpenAttempt, Practice, PracticeOutcome } from './practice.ts'
import type { NewAttempt, PracticeStore } from './practiceStore.ts'

export interface BeginningServices {
  store: PracticeStore
  reading: Pick<Practice, 'read'>
  assignments: Pick<Assignments, 'isAsked'>
  talks: ReadonlyMap<string, PracticeTalk>
  held: HeldAttempts
  /** The guide that is kept to. */
  guide: Guide
  now(): Date
}

/** Begins attempts, anew or from a turn of an earlier one. Sent again, each is what it was. */
export function createBeginnings({ store, reading, assignments, talks, held, guide, now }: BeginningServices) {
  return { begun, retried }

  async function begun(
    id: string,
    { scenario, level, assignment, regime }: BeginningAttempt,
    by: Member,
  ): Promise<PracticeOutcome<OpenAttempt>> {
    const there = await begunBefore(id, by)
    if (there) return there
    const talk = talks.get(scenario)
    if (!talk) return { ok: false, problem: 'unknown-scenario' }
    if (assignment !== undefined && !(await assignments.isAsked(assignment, { trainee: by.id, scenario, level }))) {
      return { ok: false, problem: 'unknown-assignment' }
    }
    const asked = { id, level, regime, assignment: assignment === undefined ? null : uuidOf(assignment) }
    return kept(newAttempt(asked, talk.scenario, by, guide, now()), talk, by)
  }

  async function retried(id: string, earlier: string, from: number, by: Member): Promise<PracticeOutcome<OpenAttempt>> {
    const there = await begunBefore(id, by)
    if (there) return there
    const attempt = await store.attempt(earlier)
    if (!attempt) return { ok: false, problem: 'unknown-attempt' }
    const talk = talks.get(attempt.scenario)
    const refusal = retryRefusal(attempt, from, talk?.scenario.version)
    if (refusal !== undefined || !talk) return { ok: false, problem: refusal ?? 'scenario-changed' }
    const [turns, events] = await Promise.all([store.turns(earlier, 0), store.events(earlier, 0)])
    return kept(attemptAgain(id, { attempt, turns, events }, from, by, now()), talk, by)
  }

  async function begunBefore(id: string, by: Member): Promise<PracticeOutcome<OpenAttempt> | undefined> {
    const there = await reading.read(id)
    if (!there) return undefined
    return there.attempt.person === by.id ? { ok: true, value: there } : { ok: false, problem: 'not-your-attempt' }
  }

  async function kept(made: NewAttempt, { scenario }: PracticeTalk, by: Member): Promise<PracticeOutcome<OpenAttempt>> {
    const { id } = made.attempt
    if (await store.begin(made, scenario)) held.keep(heldFrom(made.attempt, made.turns, made.events))
    // Where it was not begun now, someone was first: the same person, sending it twice, or nobody who may have it.
    return (await begunBefore(id, by)) ?? { ok: false, problem: 'unknown-attempt' }
  }
}
