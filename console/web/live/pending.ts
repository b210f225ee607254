import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { BeginInterview, ReplyInInterview } from '../../contract/interviews.ts'
import type { ConsoleProblem } from '../../contract/replies.ts'

/** Something done on this device that the server has not yet acknowledged. Its id never changes, however often it is sent. */
export type Pending = { kind: 'begin'; payload: BeginInterview } | { kind: 'reply'; payload: ReplyInInterview }

/** What the server would not take. The words stay here until the person has dealt with them. */
export interface Refused {
  pending: Pending
  problem: ConsoleProblem
  /** With `changed-meanwhile`: what the others recorded in the same field. */
  theirs: readonly RecordedEvent[]
}
