import type {
  BotMessage,
  ClientToServer,
  ConsoleProblem,
  InterviewTurn,
  Reply,
  SayToBot,
  SessionResponse,
} from '../../contract.ts'
import type { Audit } from '../../records/audit/audit.ts'
import { codeOf } from '../../records/codeOf.ts'
import type { Episodes } from '../../records/createEpisodes.ts'
import type { Actor, Interviews, Refusal, Turn } from '../../records/interviews.ts'
import type { Permissions } from '../access/needs.ts'
import type { CodeLogger } from '../CodeLogger.ts'
import { answering } from './answering.ts'
import { asked, type Sent } from './asked.ts'
import { type ConsoleSocket, listRoom, listRoomsOf, roomOf } from './ConsoleSockets.ts'

export interface SocketServices {
  interviews: Interviews
  episodes: Episodes
  permissions: Permissions
  audit: Audit
  /** The bot, about one interview. */
  sayToBot(
    interview: string,
    typed: Omit<SayToBot, 'interview'> & { by: string; team: string },
  ): Promise<readonly BotMessage[]>
  settings: Pick<SessionResponse['settings'], 'regime'>
  logger: CodeLogger
}

type Value<Event extends keyof ClientToServer> =
  Parameters<ClientToServer[Event]> extends [...unknown[], (reply: Reply<infer T>) => void] ? T : undefined

/** Answers what this browser asks, for as long as whoever opened the socket is signed in and nothing is locked. */
export function serveSocket(
  services: SocketServices,
  socket: ConsoleSocket,
  standing: () => Promise<'signed-in' | 'signed-out' | 'locked'>,
): void {
  const { interviews, episodes, permissions, audit, sayToBot, settings, logger } = services
  const { person } = socket.data
  const acting = (deviceAt: string): Actor => ({ by: person.id, from: 'console', deviceAt })

  function on<Event extends keyof typeof asked>(
    event: Event,
    run: (payload: Sent<Event>) => Promise<Reply<Value<Event>>>,
  ): void {
    const { schema, need } = asked[event]
    const guarded = async (payload: Sent<Event>): Promise<Reply<Value<Event>>> => {
      const problem = await refusalOf(need, payload)
      return problem === undefined ? run(payload) : { ok: false, problem }
    }
    const failed = (error: unknown) =>
      logger.error({ asked: event, by: person.id, code: codeOf(error) }, 'socket-request-failed')
    // The table's schema is this event's: TypeScript cannot follow that it is the same one.
    socket.on(event, answering(schema as never, guarded, failed) as never)
  }

  async function refusalOf(
    need: (typeof asked)[keyof typeof asked]['need'],
    payload: unknown,
  ): Promise<ConsoleProblem | undefined> {
    const state = await standing()
    if (state !== 'signed-in') return state
    const inInterview = typeof payload === 'object' && payload !== null && 'interview' in payload
    return permissions.refusal(person, need, inInterview ? String(payload.interview) : undefined)
  }

  on('interviews:list', async () => {
    await audit.write({ by: person.id, act: 'list-read', from: 'console' })
    await socket.join([listRoom, ...listRoomsOf(person)])
    return { ok: true, value: await interviews.list(person) }
  })
  on('interviews:search', async ({ name }) => {
    await audit.write({ by: person.id, act: 'name-searched', from: 'console' })
    return { ok: true, value: await interviews.list(person, name) }
  })
  on('interview:begin', async ({ interview, id, language, regime = settings.regime, intents, deviceAt }) => {
    const opening = { interview, id, language, regime, team: person.team, intents }
    return told(interview, await interviews.begin(opening, acting(deviceAt)))
  })
  on('interview:join', async ({ interview, since }) => {
    // Before reading, so that what is committed meanwhile is told: twice at worst, and never missed.
    await socket.join(roomOf(interview))
    await audit.write({ by: person.id, act: 'record-joined', from: 'console', interview })
    const events = await interviews.eventsSince(interview, since)
    if (events.length > 0 || (since > 0 && (await interviews.record(interview)))) {
      return { ok: true, value: { interview, events } }
    }
    await socket.leave(roomOf(interview))
    return { ok: false, problem: 'unknown-interview' }
  })
  on('interview:leave', async ({ interview }) => {
    await socket.leave(roomOf(interview))
    return { ok: true, value: undefined }
  })
  on('interview:say', async ({ interview, ...typed }) => ({
    ok: true,
    value: await sayToBot(interview, { ...typed, by: person.id, team: person.team }),
  }))
  on('interview:reply', async ({ interview, id, deviceAt, seen, intent }) =>
    told(interview, await interviews.turn(interview, { ...acting(deviceAt), id, intent, seen, via: socket.id })),
  )
  on('interview:break-glass', async ({ interview, reason }) => {
    if (!(await episodes.circleOf(interview))) return { ok: false, problem: 'unknown-interview' }
    await audit.write({ by: person.id, act: 'glass-broken', from: 'console', interview, reason })
    return { ok: true, value: await episodes.breakGlass(person, interview, reason) }
  })
}

function told(interview: string, outcome: Turn | Refusal): Reply<InterviewTurn> {
  return outcome.ok ? { ok: true, value: { interview, events: outcome.events } } : outcome
}
