import type { Answer, Told, Voice } from '../../../dialogs/record/events.ts'
import type { Span } from '../namesIn.ts'

/** Words as they are handed out, and between them what is left out: a name, or a passage that someone chose. */
export type Passage<Out> = { text: string } | ({ out: 'name' | 'by-hand'; relation: string | null } & Out)

/** For whoever prepares it: what was there, and where. */
export type Reviewed = Span & { was: string }

/** What is a code, a number or a date, and so names nobody. */
export type Coded =
  | Extract<Answer, { kind: 'choice' | 'choices' | 'scale' }>
  | { kind: 'plain'; said: 'yes' | 'no' }
  | { kind: 'when'; date?: string; time?: string }
  | { kind: 'coverage'; told: Told }
  | { kind: 'chose-not-to-say' }
  | { kind: 'people'; relations: readonly (string | null)[] }

export interface ExportedWords<Out> {
  piece: string
  as: 'words' | 'original' | 'detail' | 'because' | 'place'
  passages: readonly Passage<Out>[]
}

/** One thing that was written down. */
export interface ExportLine<Out = unknown> {
  event: string
  /** Prompt or coverage id; of a concern's own answer `concern/<concern>/<prompt>`; null where a concern was raised. */
  field: string | null
  at: string
  /** Who wrote it down: their role, and never their name. */
  by: string
  voice: Voice
  /** Whether it still stands, or was put right or taken out later. */
  stands: boolean
  coded: Coded | null
  words: readonly ExportedWords<Out>[]
}
