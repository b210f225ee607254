import { z } from 'zod'
import type { Need } from '../../casework/roles.ts'
import {
  BeginInterview,
  BreakGlass,
  type ClientToServer,
  JoinInterview,
  LeaveInterview,
  ReplyInInterview,
  SayToBot,
  SearchInterviews,
} from '../../contract.ts'

export interface Asked {
  schema: z.ZodType
  /** What it needs. Those that name an interview need to know of its episode as well. */
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
} as const satisfies Record<keyof ClientToServer, Asked>

/** What is sent with each. */
export type Sent<Event extends keyof typeof asked> = z.infer<(typeof asked)[Event]['schema']>
