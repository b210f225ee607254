import { z } from 'zod'
import type { Need } from '../../casework/roles.ts'
import { AskDesk, BeginCase, JoinCase, LeaveCase, ReadCaseText, WriteCase } from '../../contract/cases.ts'
import {
  BeginInterview,
  JoinInterview,
  LeaveInterview,
  ReplyInInterview,
  SayToBot,
  SearchInterviews,
} from '../../contract/interviews.ts'
import { BreakGlass, BreakGlassOfCase } from '../../contract/needToKnow.ts'
import { JoinPractice, LeavePractice, ReplyInPractice, SayInPractice } from '../../contract/practice.ts'
import type { ClientToServer } from '../../contract/sockets.ts'

export interface Asked {
  schema: z.ZodType
  /** What it needs. Those that name an interview or an episode need to know of it as well. */
  need: Need
}

/** Everything a browser may ask over its socket, and what each needs. Nothing else is answered. */
export const asked = {
  'interviews:list': { schema: z.undefined(), need: 'interviews.list' },
  'interviews:search': { schema: SearchInterviews, need: 'interviews.list' },
  'interview:begin': { schema: BeginInterview, need: 'interview.begin' },
  'interview:join': { schema: JoinInterview, need: 'interview.read' },
  'interview:leave': { schema: LeaveInterview, need: 'signed-in' },
  'interview:say': { schema: SayToBot, need: 'interview.take' },
  'interview:reply': { schema: ReplyInInterview, need: 'interview.take' },
  'interview:break-glass': { schema: BreakGlass, need: 'interview.break-glass' },
  'desk:list': { schema: AskDesk, need: 'cases.list' },
  'case:begin': { schema: BeginCase, need: 'case.write' },
  'case:join': { schema: JoinCase, need: 'case.read' },
  'case:leave': { schema: LeaveCase, need: 'signed-in' },
  'case:read-text': { schema: ReadCaseText, need: 'case.read' },
  'case:break-glass': { schema: BreakGlassOfCase, need: 'interview.break-glass' },
  'case:write': { schema: WriteCase, need: 'case.write' },
  // Each asks besides whose attempt it is: see casework/practice/practiceRules.ts.
  'practice:join': { schema: JoinPractice, need: 'practice.take' },
  'practice:leave': { schema: LeavePractice, need: 'signed-in' },
  'practice:say': { schema: SayInPractice, need: 'practice.take' },
  'practice:reply': { schema: ReplyInPractice, need: 'practice.take' },
} as const satisfies Record<keyof ClientToServer, Asked>

/** What is sent with each. */
export type Sent<Event extends keyof typeof asked> = z.infer<(typeof asked)[Event]['schema']>
