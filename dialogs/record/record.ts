import type { Path, Regime } from '../guide/schema.ts'
import type { Answer, InterpreterFlag, Origin, Original, Told, Voice } from './events.ts'

/** The present value of a field, in one voice. */
export type Value =
  | { kind: 'said' }
  | { kind: 'account'; words: string; original?: Original }
  | Answer
  | { kind: 'chose-not-to-say' }
  | { kind: 'coverage'; told: Told; detail?: string; because?: string }

/** A value with the event it stands on: who said it, in which language, when, and who wrote it down. */
export interface Entry {
  event: string
  seq: number
  at: string
  by: string
  from: Origin
  voice: Voice
  language: string
  value: Value
}

/** A prompt's or a coverage item's place in the record. Accounts add up; anything else has one entry for each voice. */
export interface Field {
  id: string
  entries: readonly Entry[]
  /** Every event behind it, oldest first, corrected and withdrawn ones included. */
  events: readonly string[]
}

/** How a prompt was left: answered in some way, moved on from, or skipped to be seen as not asked. */
export type Dealt = 'answered' | 'passed' | 'skipped'

/** Something said that must be acted on now. Its own answers are fields `concern/<concern id>/<prompt id>`. */
export interface Concern {
  id: string
  raisedAt: string
  seq: number
  /** Exact words, where they were known when it was raised. */
  words?: string
  /** Prompts of the concern topic already dealt with, by prompt id. */
  dealt: Readonly<Record<string, Dealt>>
}

/** What an interpreter let the room know, and when. */
export interface Flagged {
  event: string
  at: string
  by: string
  flag: InterpreterFlag
  /** The prompt it is about, where it is about one. */
  prompt?: string
}

/** Other words in which a prompt was said, because the first ones were not understood. */
export interface Rephrasing {
  event: string
  at: string
  by: string
  prompt: string
  words: string
}

/** The present record of one interview: the fold of its events, and nothing else. */
export interface InterviewRecord {
  interview: string
  /** Number of the newest event in it. */
  seq: number
  guide: number
  regime: Regime
  language: string
  openedAt: string
  /** Server's time of the newest event. */
  changedAt: string
  path: Path
  state: 'open' | 'paused' | 'stopped'
  /** Who chose to stop, when someone did. */
  stoppedBy?: 'young-person' | 'practitioner'
  /** By prompt id or coverage id; a concern's fields are `concern/<concern id>/<prompt id>`. */
  fields: Readonly<Record<string, Field>>
  dealt: Readonly<Record<string, Dealt>>
  /** The prompt someone went to, or whose account is still open, until it is moved on from. */
  at?: string
  /** The prompt last dealt with in the course of the talk. */
  last?: string
  /** Prompts in the order the talk came to them, each once. */
  trail: readonly string[]
  concerns: readonly Concern[]
  /** What interpreters let the room know, oldest first. */
  flags: readonly Flagged[]
  rephrasings: readonly Rephrasing[]
  /** Suggestions someone set aside: coverage id to the account events it was set aside for. */
  setAside: Readonly<Record<string, readonly string[]>>
}
