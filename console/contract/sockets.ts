import type { DeskLine } from '../casework/episode/deskLine.ts'
import type { InterviewSummary } from '../records/interviews.ts'
import type {
  AskDesk,
  BeginCase,
  CaseTurn,
  DeskReminder,
  JoinCase,
  LeaveCase,
  ReadCaseText,
  WriteCase,
} from './cases.ts'
import type {
  BeginInterview,
  BotMessage,
  InterviewTurn,
  JoinInterview,
  LeaveInterview,
  ReplyInInterview,
  SayToBot,
  SearchInterviews,
} from './interviews.ts'
import type { BreakGlass, BreakGlassOfCase } from './needToKnow.ts'
import type { JoinPractice, LeavePractice, PracticeChange, ReplyInPractice, SayInPractice } from './practice.ts'
import type { Reply } from './replies.ts'

/**
 * What a browser asks. A connection by someone who is not signed in ends in `connect_error` with the message
 * `signed-out`; who is asking is in the session cookie, or for a script in `auth: { token }`.
 */
export interface ClientToServer {
  /** The list, which `interviews:changed` keeps up to date from then on. */
  'interviews:list': (ack: (reply: Reply<readonly InterviewSummary[]>) => void) => void
  /** Interviews one may see whose name has all of these words. Asked here because a name is never in an address. */
  'interviews:search': (payload: SearchInterviews, ack: (reply: Reply<readonly InterviewSummary[]>) => void) => void
  'interview:begin': (payload: BeginInterview, ack: (reply: Reply<InterviewTurn>) => void) => void
  /** Joins the interview's room and answers with the events after `since`: how a gap is caught up. */
  'interview:join': (payload: JoinInterview, ack: (reply: Reply<InterviewTurn>) => void) => void
  'interview:leave': (payload: LeaveInterview) => void
  /** Typed to the bot, which answers as it does on any channel; what it records is told to the room like anything else. */
  'interview:say': (payload: SayToBot, ack: (reply: Reply<readonly BotMessage[]>) => void) => void
  'interview:reply': (payload: ReplyInInterview, ack: (reply: Reply<InterviewTurn>) => void) => void
  /** Lines of the desk, the most urgent first, no more than 200; `desk:changed` keeps them up to date from then on. */
  'desk:list': (payload: AskDesk, ack: (reply: Reply<readonly DeskLine[]>) => void) => void
  'case:begin': (payload: BeginCase, ack: (reply: Reply<CaseTurn>) => void) => void
  /** Joins the case's room and answers with the events after `since`. */
  'case:join': (payload: JoinCase, ack: (reply: Reply<CaseTurn>) => void) => void
  'case:leave': (payload: LeaveCase) => void
  /** Before a text to send on is shown: it is not where this is refused. */
  'case:read-text': (payload: ReadCaseText, ack: (reply: Reply<null>) => void) => void
  'case:write': (payload: WriteCase, ack: (reply: Reply<CaseTurn>) => void) => void
  /** Lets someone who is outside the episode's circle in for some hours, with a notice to the manager. */
  'interview:break-glass': (payload: BreakGlass, ack: (reply: Reply<{ until: string }>) => void) => void
  'case:break-glass': (payload: BreakGlassOfCase, ack: (reply: Reply<{ until: string }>) => void) => void
  /** Joins the room of an attempt, one's own or of someone whom one trains, and answers with what came after `after` and `since`. */
  'practice:join': (payload: JoinPractice, ack: (reply: Reply<PracticeChange>) => void) => void
  'practice:leave': (payload: LeavePractice) => void
  /** Says something to the young person, or waits: answered with their turn. For the attempt's own trainee. */
  'practice:say': (payload: SayInPractice, ack: (reply: Reply<PracticeChange>) => void) => void
  /** Goes on in the guide, as `interview:reply` does, on the record of the attempt. */
  'practice:reply': (payload: ReplyInPractice, ack: (reply: Reply<PracticeChange>) => void) => void
}

/** What a browser is told. */
export interface ServerToClient {
  /** To everyone in the interview's room, after the commit; whoever made the change has it in the acknowledgement. */
  'interview:turn': (turn: InterviewTurn) => void
  /** To someone who does not need to know of it any more: nothing more of it comes. */
  'interview:closed': (interview: string) => void
  /** To everyone in the interview's room: who interprets there has changed. */
  'interview:interpreters': (interview: string) => void
  /** To everyone in the interview's room: this prompt is on an interpreter's screen. */
  'interview:script-shown': (shown: { interview: string; interpreter: string; prompt: string }) => void
  /** To everyone in the case's room, after the commit. */
  'case:turn': (turn: CaseTurn) => void
  /** To everyone with the desk open who needs to know of it: a case or an interview of it has changed. */
  'desk:changed': (line: DeskLine) => void
  /** To someone who does not need to know of the case any more: nothing more of it comes, and it goes from the desk. */
  'case:closed': (episode: string) => void
  /** To the worker, or where nobody is allocated to the coordinators of the team, wherever they are: a clock runs out soon, or has. */
  'desk:reminder': (reminder: DeskReminder) => void
  /** To everyone in the attempt's room, after the commit; whoever made the change has it in the acknowledgement. */
  'practice:turn': (change: PracticeChange) => void
  /** To everyone in the attempt's room, when someone comes or goes: how many trainers have it open. */
  'practice:watched': (watched: { attempt: string; trainers: number }) => void
  /** To whoever has an attempt open that was taken back, or is not theirs to see any more. */
  'practice:closed': (attempt: string) => void
  /** To everyone with the list open. */
  'interviews:changed': (summary: InterviewSummary) => void
}
