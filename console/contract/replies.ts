import type { Problem } from '../../dialogs/intent.ts'
import type { RecordedEvent } from '../../dialogs/record/events.ts'
import type { PracticeRefusal } from '../casework/practice/practiceRules.ts'

/** Why a case was not begun or written in. `case-lacking`: `lackingFor` says what is still needed. */
export type CaseProblem = 'unknown-case' | 'case-there' | 'case-closed' | 'case-lacking' | 'nobody-left'

/** Why the console did not do what was asked. Each is a key of the words shown. */
export type ConsoleProblem =
  | Problem
  | 'changed-meanwhile'
  | 'unknown-interview'
  | 'unknown-language'
  | 'bad-request'
  | CaseProblem
  | PracticeRefusal
  | 'signed-out'
  | 'locked'
  | 'not-allowed'
  | 'need-to-know'
  | 'too-many'
  | 'server-fault'

/** Every message is acknowledged: with its value, or with why not. */
export type Reply<T> =
  | { ok: true; value: T }
  | { ok: false; problem: ConsoleProblem; theirs?: readonly RecordedEvent[] }

/** Every HTTP refusal under `/api`: why not, in a sentence. */
export interface RefusalResponse {
  error: string
}
