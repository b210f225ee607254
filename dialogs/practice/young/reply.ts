import type { HowTold } from './practiceState.ts'

/** What kind of answer it was: what the debrief reads, and what a trainee does not see while they talk. */
export type ReplyKind =
  | 'tells'
  | 'minimises'
  | 'hints'
  | 'yes'
  | 'no'
  | 'does-not-know'
  | 'rather-not'
  | 'changes-topic'
  | 'nothing-more'
  | 'accepts'
  | 'told-you'
  | 'asks-meaning'
  | 'silent'
  | 'reacts'
  | 'asks-to-stop'
  | 'leaves'
  | 'says-goodbye'

/** What a young person does with what was said to them. */
export interface YoungReply {
  kind: ReplyKind
  /** What they say; empty where they say nothing. Through an interpreter this is the interpreter's English. */
  says: string
  /** The same in their own language, where somebody interprets. */
  original?: string
  /** What can be seen of them. */
  body?: string
  /** What can be seen of the interpreter. */
  interpreter?: string
  /** Details told in it, and how. */
  told: readonly { unit: string; how: HowTold }[]
  /** Things said in it that did not happen. */
  mistakes: readonly string[]
}
