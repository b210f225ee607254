import type { Regime } from '../../../dialogs/guide/schema.ts'
import type { Intent, Problem } from '../../../dialogs/intent.ts'
import type { Scenario } from '../../../dialogs/practice/scenario/scenario.ts'
import type { Level } from '../../../dialogs/practice/scenario/terms.ts'
import type { PracticeState } from '../../../dialogs/practice/young/practiceState.ts'
import type { TraineeSaid } from '../../../dialogs/practice/young/practiceTalk.ts'
import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { Member } from '../../casework/needToKnow.ts'
import type { AttemptLine, KeptTurn, PracticeChange, ScenarioCard, SeenTurn } from '../../casework/practice/attempts.ts'
import type { AttemptOwner, PracticeRefusal } from '../../casework/practice/practiceRules.ts'

/** What was done, or why not. Whether someone may do it at all is asked before (`owner`, and casework/practice/practiceRules.ts). */
export type PracticeOutcome<Value> =
  | { ok: true; value: Value }
  | { ok: false; problem: PracticeRefusal | Problem | 'changed-meanwhile' | 'unknown-language' }

export interface BeginningAttempt {
  attempt: string
  scenario: string
  level: Level
  assignment?: string | undefined
  regime: Regime
}

/** Something said in an attempt. `via`: the connection it came in by, which is answered and need not be told. */
export interface Saying {
  id: string
  after: number
  said: TraineeSaid
  via?: string
}

/** Something done in the guide. */
export interface Replying {
  id: string
  deviceAt: string
  seen: number
  intent: Intent
  via?: string
}

/** An attempt as it is opened. */
export interface OpenAttempt {
  attempt: AttemptLine
  card: ScenarioCard
  opening: SeenTurn['reply']
  turns: readonly SeenTurn[]
  events: readonly RecordedEvent[]
  goesOn: boolean
}

/** An attempt with everything the debrief is made of. */
export interface WholeAttempt {
  attempt: AttemptLine
  scenario: Scenario
  seed: number
  first: PracticeState
  turns: readonly KeptTurn[]
  events: readonly RecordedEvent[]
}

/** Told after the commit. `after` and `since` are the numbers of the last turn and event before it. */
export interface PracticeTold {
  attempt: string
  after: number
  since: number
  change: PracticeChange
  via?: string
}

/**
 * The attempts of the practice room. Serial for each attempt, across processes too; an attempt's words are its trainee's own and
 * go with it. Nothing of it is an interview or a case.
 */
export interface Practice {
  /** What can be practised, in the order of their ids. */
  scenarios(): readonly ScenarioCard[]
  /** The same attempt where it was begun before. */
  begin(beginning: BeginningAttempt, by: Member): Promise<PracticeOutcome<OpenAttempt>>
  /** Begins another that has the turns before `from` of this one, as they were. */
  retry(attempt: string, retrying: { attempt: string; from: number }, by: Member): Promise<PracticeOutcome<OpenAttempt>>
  say(attempt: string, saying: Saying): Promise<PracticeOutcome<PracticeChange>>
  reply(attempt: string, replying: Replying): Promise<PracticeOutcome<PracticeChange>>
  /** Stops it; nothing where it has ended already. */
  end(attempt: string): Promise<PracticeOutcome<OpenAttempt>>
  /** Takes it back: every turn, event, comment and dispute of it goes. */
  remove(attempt: string): Promise<void>
  /** Whose it is; undefined where there is no such attempt. */
  owner(attempt: string): Promise<AttemptOwner | undefined>
  line(attempt: string): Promise<AttemptLine | undefined>
  read(attempt: string): Promise<OpenAttempt | undefined>
  whole(attempt: string): Promise<WholeAttempt | undefined>
  /** What came after these numbers. */
  changesSince(attempt: string, after: number, since: number): Promise<PracticeChange | undefined>
  /** The newest of one person, no more than 200; of a team, no more than 500. */
  own(person: string): Promise<readonly AttemptLine[]>
  ofTeam(team: string): Promise<readonly AttemptLine[]>
  /** When something was last said in each attempt of a team that goes on (ISO 8601, in UTC); where nothing was said it is left out. */
  lastSaid(team: string): Promise<Readonly<Record<string, string>>>
  /** Listens to what this process commits. Returns how to stop listening. */
  onChange(listener: (told: PracticeTold) => void): () => void
  onRemoved(listener: (attempt: string) => void): () => void
  /** It was changed or taken back elsewhere: nothing of it stays here. */
  forget(attempt: string): void
}
