import type { Clock } from '../../casework/clocks/clocksFor.ts'
import type { CaseEventBody, RecordedCaseEvent } from '../../casework/episode/caseEvents.ts'
import type { InterviewTimes } from '../../casework/episode/caseFile.ts'
import type { CaseRefusal } from '../../casework/episode/caseRefusal.ts'
import type { DeskLine } from '../../casework/episode/deskLine.ts'
import type { Member } from '../../casework/needToKnow.ts'
import type { InterviewSummary } from '../interviews.ts'

/** Who writes, in which team, from where, when by their own device's clock (ISO 8601). */
export interface CaseActor {
  by: string
  team: string
  from: RecordedCaseEvent['from']
  deviceAt: string
  /** Whether they may do what only those do who see to others' work. Where it is not said, they may not. */
  mayReview?: boolean
}

/** Client-made ids: what is sent twice is written once and answered the same. */
export interface CaseBeginning {
  episode: string
  id: string
  bodies: readonly CaseEventBody[]
}

export interface CaseWriting {
  id: string
  body: CaseEventBody
  /** The connection it came in by: whoever tells the others need not tell that one, which is answered. */
  via?: string
}

/** Events of a case, with what its clocks run from and how they stand now. */
export interface CaseState {
  episode: string
  events: readonly RecordedCaseEvent[]
  interviews: readonly (InterviewTimes & { interview: string; state: InterviewSummary['state'] })[]
  clocks: readonly Clock[]
}

export type CaseOutcome =
  | { ok: true; turn: CaseState }
  | {
      ok: false
      problem:
        | CaseRefusal
        | 'unknown-case'
        | 'case-there'
        | 'nobody-left'
        | 'unknown-interview'
        | 'need-to-know'
        | 'not-allowed'
    }

/** Told to everyone who listens, after the commit and never before. */
export interface CaseTold {
  episode: string
  /** Number of the event before those that are told. */
  after: number
  turn: CaseState
  line: DeskLine
  via?: string
}

export interface DeskQuestion {
  which: 'open' | 'mine' | 'to-review' | 'sent-back' | 'closed'
  name?: string | undefined
}

/** The cases of missing episodes kept here. Serial for each episode, across processes too. */
export interface Cases {
  /** Opens a case: of a new episode, or of one that is there because an interview was begun without a case. */
  begin(beginning: CaseBeginning, actor: CaseActor): Promise<CaseOutcome>
  write(episode: string, writing: CaseWriting, actor: CaseActor): Promise<CaseOutcome>
  /** Writes in the case of the interview's episode, where it has one, whom the episode was given to. */
  allocate(interview: string, worker: string, actor: CaseActor): Promise<void>
  /** The events after `since`, and how everything stands now; undefined where there is no such case, or its words were destroyed. */
  read(episode: string, since: number): Promise<CaseState | undefined>
  /** The whole case of an interview's episode; undefined where it has none. */
  ofInterview(interview: string): Promise<CaseState | undefined>
  /** Episodes in whose case it is said that this one is of the same young person. */
  linkedTo(episode: string): Promise<readonly string[]>
  /** Its line of the desk. */
  line(episode: string): Promise<DeskLine | undefined>
  /** The most urgent lines of episodes this person needs to know of, no more than 200; with a name, those it is a name in. */
  desk(reader: Member, question: DeskQuestion): Promise<readonly DeskLine[]>
  /** Brings the lines of the cases up to date that these interviews cover, and tells whoever listens of those that changed. */
  refresh(interviews: readonly string[]): Promise<void>
  onTurn(listener: (told: CaseTold) => void): () => void
  /** Settles when every line is up to date with the interviews of this process. */
  settled(): Promise<void>
  /** Lines that had not followed their interviews when a process ended. */
  recover(): Promise<void>
  /** Words were destroyed elsewhere: by the id of an interview, or of an episode. */
  forget(id: string): void
  /** Does not follow interviews any more. */
  stop(): void
}
