import { caseFrom } from '../../casework/episode/caseFile.ts'
import type { BotMessage, InterviewTurn, SayToBot } from '../../contract/interviews.ts'
import type { ConsoleProblem, Reply } from '../../contract/replies.ts'
import type { SessionResponse } from '../../contract/signIn.ts'
import type { ClientToServer } from '../../contract/sockets.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { Cases } from '../../records/cases/cases.ts'
import { codeOf } from '../../records/codeOf.ts'
import type { Episodes } from '../../records/createEpisodes.ts'
import type { Actor, Interviews, Opening, Refusal, Turn } from '../../records/interviews.ts'
import type { PracticeRoom } from '../../records/practice/createPracticeRoom.ts'
import { eventIdOf } from '../../records/turnIds.ts'
import type { Permissions } from '../access/needs.ts'
import type { CodeLogger } from '../CodeLogger.ts'
import { answering } from './answering.ts'
import { asked, type Sent } from './asked.ts'
import { type ConsoleSocket, listRoom, listRoomsOf, roomOf } from './ConsoleSockets.ts'
import { serveCases } from './serveCases.ts'
import { servePractice } from './servePractice.ts'

export interface SocketServices {
  interviews: Interviews
  cases: Cases
  practice: PracticeRoom
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

/** Answers one event, guarded by what the table says it needs. */
export type On = <Event extends keyof typeof asked>(
  event: Event,
  run: (payload: Sent<Event>) => Promise<Reply<Value<Event>>>,
) => void

type Value<Event extends keyof ClientToServer> =
  Parameters<ClientToServer[Event]> extends [...unknown[], (reply: Reply<infer T>) => void] ? T : undefined

/** Answers what this browser asks, for as long as whoever opened the socket is signed in and nothing is locked. */
export function serveSocket(
  services: SocketServices,
  socket: ConsoleSocket,
  standing: () => Promise<'signed-in' | 'signed-out' | 'locked'>,
): void {
  const { interviews, cases, episodes, permissions, audit, sayToBot, settings, logger } = services
  const { person } = socket.data
  const acting = (deviceAt: string): Actor => ({ by: person.id, from: 'console', deviceAt })

  function on<Event extends keyof typeof asked>(
    event: Event,
    run: (payload: Sent<Event>) => Promise<Reply<Value<Event>>>,
  ): void {
    const { schema } = asked[event]
    const guarded = async (payload: Sent<Event>): Promise<Reply<Value<Event>>> => {
      const problem = await refusalOf(event, payload)
      return problem === undefined ? run(payload) : { ok: false, problem }
    }
    const failed = (error: unknown) =>
      logger.error({ asked: event, by: person.id, code: codeOf(error) }, 'socket-request-failed')
    // The table's schema is this event's: TypeScript cannot follow that it is the same one.
    socket.on(event, answering(schema as never, guarded, failed) as never)
  }

  async function refusalOf(event: keyof typeof asked, payload: unknown): Promise<ConsoleProblem | undefined> {
    const state = await standing()
    if (state !== 'signed-in') return state
    const { need } = asked[event]
    const { interview, episode } = (payload ?? {}) as { interview?: string; episode?: string }
    if (event.startsWith('case:') && need !== 'signed-in' && episode !== undefined) {
      const refusal = await permissions.caseRefusal(person, need, episode)
      // What is begun need not be there.
      return event === 'case:begin' && refusal === 'unknown-case' ? undefined : refusal
    }
    const refusal = await permissions.refusal(person, need, interview)
    if (refusal !== undefined || event !== 'interview:begin' || episode === undefined) return refusal
    return permissions.caseRefusal(person, 'case.write', episode)
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
  on('interview:begin', async ({ interview, id, language, regime = settings.regime, episode, intents, deviceAt }) => {
    const opening = { interview, id, language, regime, team: person.team, intents }
    if (episode === undefined) return told(interview, await interviews.begin(opening, acting(deviceAt)))
    return beginForCase({ ...opening, episode }, acting(deviceAt))
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
  serveCases(services, socket, on)
  servePractice(services, socket, on)

  /** The interview is of the case's episode, and covers it: also where it is sent again because that broke off in between. */
  async function beginForCase(opening: Opening & { episode: string }, actor: Actor): Promise<Reply<InterviewTurn>> {
    const { interview, episode } = opening
    const there = await cases.read(episode, 0)
    if (!there) return { ok: false, problem: 'unknown-case' }
    const isCovered = there.interviews.some(each => each.interview === interview.toLowerCase())
    if (!isCovered && caseFrom(there.events).state === 'closed') return { ok: false, problem: 'case-closed' }
    const begun = await interviews.begin(opening, actor)
    if (!begun.ok || isCovered) return told(interview, begun)
    const covers = { id: eventIdOf(opening.id, 1_000), body: { type: 'covered' as const, interview } }
    const { by, deviceAt } = actor
    const covered = await cases.write(episode, covers, { by, team: person.team, from: 'console', deviceAt })
    return covered.ok ? told(interview, begun) : covered
  }
}

function told(interview: string, outcome: Turn | Refusal): Reply<InterviewTurn> {
  return outcome.ok ? { ok: true, value: { interview, events: outcome.events } } : outcome
}
