import { z } from 'zod'
import { seesInterviews } from '../../casework/roles.ts'
import {
  BeginInterview,
  type BotMessage,
  type InterviewTurn,
  JoinInterview,
  LeaveInterview,
  type Reply,
  ReplyInInterview,
  SayToBot,
  type SessionResponse,
} from '../../contract.ts'
import { codeOf } from '../../records/codeOf.ts'
import type { Actor, Interviews, Refusal, Turn } from '../../records/interviews.ts'
import type { CodeLogger } from '../CodeLogger.ts'
import { answering } from './answering.ts'
import { type ConsoleSocket, listRoom, roomOf } from './ConsoleSockets.ts'

export interface SocketServices {
  interviews: Interviews
  /** The bot, about one interview. */
  sayToBot(interview: string, typed: Omit<SayToBot, 'interview'> & { by: string }): Promise<readonly BotMessage[]>
  settings: Pick<SessionResponse['settings'], 'regime'>
  logger: CodeLogger
}

/** Answers what this browser asks. */
export function serveSocket({ interviews, sayToBot, settings, logger }: SocketServices, socket: ConsoleSocket): void {
  const { person } = socket.data
  const acting = (deviceAt: string): Actor => ({ by: person.id, from: 'console', deviceAt })
  const on = <P, T>(asked: string, schema: z.ZodType<P>, run: (payload: P) => Promise<Reply<T>>) =>
    answering(schema, seesInterviews(person.role) ? run : notAllowed, error =>
      logger.error({ asked, by: person.id, code: codeOf(error) }, 'socket-request-failed'),
    )

  socket.on(
    'interviews:list',
    on('interviews:list', z.undefined(), async () => {
      await socket.join(listRoom)
      return { ok: true, value: await interviews.list() }
    }),
  )
  socket.on(
    'interview:begin',
    on(
      'interview:begin',
      BeginInterview,
      async ({ interview, id, language, regime = settings.regime, intents, deviceAt }) =>
        told(interview, await interviews.begin({ interview, id, language, regime, intents }, acting(deviceAt))),
    ),
  )
  socket.on(
    'interview:join',
    on('interview:join', JoinInterview, async ({ interview, since }) => {
      // Before reading, so that what is committed meanwhile is told: twice at worst, and never missed.
      await socket.join(roomOf(interview))
      const events = await interviews.eventsSince(interview, since)
      if (events.length > 0 || (since > 0 && (await interviews.record(interview)))) {
        return { ok: true, value: { interview, events } }
      }
      await socket.leave(roomOf(interview))
      return { ok: false, problem: 'unknown-interview' }
    }),
  )
  socket.on(
    'interview:leave',
    on('interview:leave', LeaveInterview, async ({ interview }) => {
      await socket.leave(roomOf(interview))
      return { ok: true, value: undefined }
    }),
  )
  socket.on(
    'interview:say',
    on('interview:say', SayToBot, async ({ interview, ...typed }) =>
      (await interviews.lastKnown(interview))
        ? { ok: true, value: await sayToBot(interview, { ...typed, by: person.id }) }
        : { ok: false, problem: 'unknown-interview' },
    ),
  )
  socket.on(
    'interview:reply',
    on('interview:reply', ReplyInInterview, async ({ interview, id, deviceAt, seen, intent }) =>
      told(interview, await interviews.turn(interview, { ...acting(deviceAt), id, intent, seen, via: socket.id })),
    ),
  )
}

const notAllowed = async (): Promise<Reply<never>> => ({ ok: false, problem: 'not-allowed' })

function told(interview: string, outcome: Turn | Refusal): Reply<InterviewTurn> {
  return outcome.ok ? { ok: true, value: { interview, events: outcome.events } } : outcome
}
