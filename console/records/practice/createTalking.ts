import type { PracticeTalk } from '../../../dialogs/practice/young/practiceTalk.ts'
import type { NewEvent, RecordedEvent } from '../../../dialogs/record/events.ts'
import type { PracticeChange } from '../../casework/practice/attempts.ts'
import { goingOnRefusal } from '../../casework/practice/practiceRules.ts'
import { seenTurn } from '../../casework/practice/seen.ts'
import type { createDecisions } from '../createDecisions.ts'
import { eventIdOf } from '../turnIds.ts'
import { lineOf, type StoredAttempt } from './attemptRow.ts'
import { type HeldAttempt, type HeldAttempts, heldFrom, withEvents, withTurn } from './heldAttempts.ts'
import type { PracticeOutcome, Replying, Saying } from './practice.ts'
import type { PracticeStore } from './practiceStore.ts'

export interface TalkingServices {
  store: PracticeStore
  talks: ReadonlyMap<string, PracticeTalk>
  decided: ReturnType<typeof createDecisions>['decided']
  held: HeldAttempts
  now(): Date
  /** What was kept, and the attempt as it was before. */
  tell(before: StoredAttempt, change: PracticeChange, via?: string): void
}

/** Takes what a trainee says, and what they do in the guide: each once, on what the attempt by now is. */
export function createTalking({ store, talks, decided, held, now, tell }: TalkingServices) {
  return { said, replied }

  async function said(id: string, saying: Saying): Promise<PracticeOutcome<PracticeChange>> {
    let present = await known(id)
    if (present && saying.after > present.turns.length) present = await readAgain(id)
    while (present) {
      const { attempt, turns } = present
      if (present.said.has(saying.id)) return saidBefore(attempt, saying.id)
      const talk = talks.get(attempt.scenario)
      const refusal = goingOnRefusal(attempt, talk?.scenario.version)
      if (refusal !== undefined || !talk) return { ok: false, problem: refusal ?? 'scenario-changed' }
      if (saying.after !== turns.length) return { ok: false, problem: 'changed-meanwhile' }
      const at = now()
      const { level, seed } = attempt
      const turn = { ...talk.next({ level, seed, turns }, saying.said), at: at.toISOString() }
      const ended = turn.state.ended ?? null
      const stored = { id: saying.id, turn }
      if (await store.appendTurn(id, stored, ended).catch(error => forgetting(id, error))) {
        const after = { ...attempt, turns: turn.number, ended, ended_at: ended === null ? null : at }
        withTurn(present, stored, after)
        return told(attempt, { attempt: lineOf(after), turns: [seenTurn(turn)], events: [] }, saying.via)
      }
      // Another process was first: it is decided again on what is there.
      present = await readAgain(id)
      if (present?.turns.length === turns.length && present.attempt.ended === null) {
        throw new Error(`Attempt ${id} and its turns disagree.`)
      }
    }
    return { ok: false, problem: 'unknown-attempt' }
  }

  async function replied(id: string, replying: Replying): Promise<PracticeOutcome<PracticeChange>> {
    let present = await known(id)
    if (present && replying.seen > present.record.seq) present = await readAgain(id)
    while (present) {
      const { attempt, record } = present
      if (present.done.has(replying.id)) return doneBefore(attempt, replying.id)
      const refusal = goingOnRefusal(attempt, talks.get(attempt.scenario)?.scenario.version)
      if (refusal !== undefined) return { ok: false, problem: refusal }
      const decision = decided(record, replying.intent)
      const events = decision.ok ? recorded(attempt, record.seq, replying, decision.events) : []
      const stored = events.map(event => ({ turn: replying.id, event }))
      if (
        events.length > 0 &&
        (await store.appendEvents(id, record.seq, stored).catch(error => forgetting(id, error)))
      ) {
        const after = { ...attempt, events: record.seq + events.length }
        withEvents(present, stored, after)
        return told(attempt, { attempt: lineOf(after), turns: [], events }, replying.via)
      }
      // Another process may have appended: then this was decided on an older record, and is decided again.
      present = await readAgain(id)
      if (present?.record.seq !== record.seq || present.attempt.ended !== attempt.ended) continue
      if (events.length > 0) throw new Error(`Attempt ${id} and its events disagree.`)
      if (decision.ok) return { ok: true, value: { attempt: lineOf(attempt), turns: [], events } }
      return { ok: false, problem: isOfReal(decision.problem) ? 'unknown-attempt' : decision.problem }
    }
    return { ok: false, problem: 'unknown-attempt' }
  }

  function recorded(
    { id, person }: StoredAttempt,
    seq: number,
    { id: turn, deviceAt }: Replying,
    bodies: readonly NewEvent[],
  ): RecordedEvent[] {
    const at = now().toISOString()
    return bodies.map((body, place) => ({
      ...body,
      ...{ id: eventIdOf(turn, place), by: person, from: 'console', deviceAt, interview: id, seq: seq + place + 1, at },
    }))
  }

  /** What was said under this id before, and the attempt as it is by now. */
  async function saidBefore(attempt: StoredAttempt, id: string): Promise<PracticeOutcome<PracticeChange>> {
    const turns = (await store.turns(attempt.id, 0)).filter(each => each.id === id)
    return {
      ok: true,
      value: { attempt: lineOf(attempt), turns: turns.map(({ turn }) => seenTurn(turn)), events: [] },
    }
  }

  async function doneBefore(attempt: StoredAttempt, id: string): Promise<PracticeOutcome<PracticeChange>> {
    const events = (await store.events(attempt.id, 0)).filter(({ turn }) => turn === id)
    return { ok: true, value: { attempt: lineOf(attempt), turns: [], events: events.map(({ event }) => event) } }
  }

  function told(before: StoredAttempt, change: PracticeChange, via?: string): PracticeOutcome<PracticeChange> {
    tell(before, change, via)
    return { ok: true, value: change }
  }

  /** As last known here, read when it is not. */
  async function known(id: string): Promise<HeldAttempt | undefined> {
    return held.get(id) ?? readAgain(id)
  }

  async function readAgain(id: string): Promise<HeldAttempt | undefined> {
    held.forget(id)
    const [turns, events] = await Promise.all([store.turns(id, 0), store.events(id, 0)])
    // Last, so that how it ended is known with the turn that it ended by.
    const attempt = await store.attempt(id)
    if (!attempt) return undefined
    const counted = { ...attempt, turns: turns.length, events: events.length }
    const read = heldFrom(counted, turns, events)
    held.keep(read)
    return read
  }

  /** Whether it was committed is not known: what is there is read the next time. */
  function forgetting(id: string, error: unknown): never {
    held.forget(id)
    throw error
  }
}

/** What is said of interviews and cases, which no attempt is. */
const isOfReal = (problem: string): problem is 'unknown-interview' | 'unknown-case' =>
  problem === 'unknown-interview' || problem === 'unknown-case'
