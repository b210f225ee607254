import type { Server as HttpServer } from 'node:http'
import type { Pool } from 'pg'
import { Server } from 'socket.io'
import type { Reminders } from '../../records/cases/createReminders.ts'
import { codeOf } from '../../records/codeOf.ts'
import { heldFor } from '../../records/heldFor.ts'
import type { WordReviews } from '../../records/words/createWordReviews.ts'
import type { Edge } from '../edge/createEdge.ts'
import type { Sessions } from '../identity/createSessions.ts'
import type { SessionServices, Signed } from '../identity/session.ts'
import { amongProcesses } from './amongProcesses.ts'
import {
  type ConsoleSocket,
  type ConsoleSockets,
  caseRoomOf,
  deskRoom,
  listRoom,
  reminderRoomsFor,
  roomOf,
} from './ConsoleSockets.ts'
import { clearDesks } from './clearDesks.ts'
import { followOthers, tellDesk, tellList } from './followOthers.ts'
import { followPractice } from './followPractice.ts'
import { limitMessages } from './limitMessages.ts'
import { createRecheck } from './recheck.ts'
import { type ScriptServices, serveScripts } from './serveScripts.ts'
import { type SocketServices, serveSocket } from './serveSocket.ts'

export interface AllSocketServices
  extends SocketServices,
    SessionServices,
    Pick<ScriptServices, 'interpreting' | 'secure'> {
  identity: SessionServices['identity'] & { sessions: Pick<Sessions, 'onEnded'> }
  edge: Edge
  reminders: Pick<Reminders, 'onReminder'>
  wordReviews: Pick<WordReviews, 'onChange' | 'refresh'>
  /** With several processes on one Postgres: where they tell each other what they committed. */
  adapterPool?: Pool | undefined
}

/** The sockets: who may connect, what they are answered, and what they are told as soon as it is committed. */
export function createSockets(services: AllSocketServices) {
  const { edge, interviews, cases, episodes, logger, adapterPool } = services
  const failed = (error: unknown) => logger.error({ code: codeOf(error) }, 'between-processes-failed')
  const io: ConsoleSockets = new Server({
    serveClient: false,
    transports: ['websocket', 'polling'],
    perMessageDeflate: false,
    // The longest opening: ten intents of twenty thousand characters each.
    maxHttpBufferSize: 1_000_000,
    allowRequest: (request, answer) => void edge.socketRefusal(request).then(why => answer(why, why === undefined)),
    ...(adapterPool ? { adapter: amongProcesses(adapterPool, failed) } : {}),
  })
  io.use((socket, next) => void admitted(services, socket).then(next, next))
  io.on('connection', socket => {
    limitMessages(edge.limits.person, socket)
    // Whoever types is asked after once a second; what ends a session here sends its sockets away at once.
    const standing = heldFor(
      1_000,
      () => new Date(),
      () => standingOf(services, socket, true),
    )
    serveSocket(services, socket, async () => (await standing.of(socket.id)) ?? 'signed-out')
  })
  if (adapterPool) followOthers(io, services, failed)

  const stopScripts = serveScripts(io, services)
  const stopPractice = followPractice(io, services.practice, adapterPool !== undefined, failed)

  // Called in the commit's own turn: encoded once for all who are told, and nothing is read again.
  const silence = interviews.onTurn(({ interview, events, summary, via }) => {
    const room = io.local.to(roomOf(interview))
    const others = via === undefined ? room : room.except(via)
    others.emit('interview:turn', { interview, events })
    if (io.sockets.adapter.rooms.has(listRoom)) void tellList(io, episodes, summary()).catch(failed)
    if (adapterPool) io.serverSideEmit('interview:committed', interview, (events[0]?.seq ?? 1) - 1)
  })

  const silenceCases = cases.onTurn(({ episode, after, turn, line, via }) => {
    const room = io.local.to(caseRoomOf(episode))
    const others = via === undefined ? room : room.except(via)
    others.emit('case:turn', turn)
    if (io.sockets.adapter.rooms.has(deskRoom)) void tellDesk(io, episodes, line).catch(failed)
    if (adapterPool) io.serverSideEmit('case:committed', episode, after)
  })
  // In every process: one alone finds that it is time. It says which clock, and nothing of anyone.
  const stopReminding = services.reminders.onReminder(({ circle, ...reminder }) => {
    const rooms = reminderRoomsFor(circle)
    if (rooms.length > 0) io.to(rooms).emit('desk:reminder', reminder)
  })

  const stillIn = async (socket: ConsoleSocket) => (await standingOf(services, socket, false)) === 'signed-in'
  const recheck = createRecheck(io, { episodes, attempts: services.practice.attempts, stillIn }, failed)
  const stopHearingOfEnds = services.identity.sessions.onEnded(() => void recheck.everyone())
  const circleChanged = (episode: string) => {
    void recheck.everyone()
    void clearDesks(io, episodes, episode).catch(failed)
  }
  const stopListening = episodes.onChange(episode => {
    circleChanged(episode)
    if (adapterPool) io.serverSideEmit('episode:changed', episode)
  })
  io.on('episode:changed', episode => {
    episodes.forget(episode)
    circleChanged(episode)
  })

  const stopHearingOfWords = services.wordReviews.onChange(language => {
    if (adapterPool) io.serverSideEmit('words:changed', language)
  })
  io.on('words:changed', language => void services.wordReviews.refresh(language).catch(failed))

  return {
    attach(httpServer: HttpServer): ConsoleSockets {
      io.attach(httpServer)
      io.engine.use(edge.headers)
      return io
    },
    async close(): Promise<void> {
      silence()
      silenceCases()
      stopReminding()
      stopScripts()
      stopPractice()
      stopListening()
      stopHearingOfEnds()
      stopHearingOfWords()
      recheck.stop()
      io.disconnectSockets(true)
      await io.close()
    },
  }
}

/** Undefined where they may come in, with `socket.data.person` known. */
async function admitted(services: SessionServices, socket: ConsoleSocket): Promise<Error | undefined> {
  const signed = await signedIn(services, socket, true)
  if (signed?.state !== 'signed-in') return new Error(signed?.state === 'locked' ? 'locked' : 'signed-out')
  socket.data.person = signed.person
  socket.data.onDesk = new Set()
}

/** Where whoever opened this socket is now. Asking for something shows that somebody is there (`counts`); being told does not. */
async function standingOf(
  services: SessionServices,
  socket: ConsoleSocket,
  counts: boolean,
): Promise<'signed-in' | 'signed-out' | 'locked'> {
  const signed = await signedIn(services, socket, counts)
  const { id, role, team } = socket.data.person
  const isSame = signed?.person.id === id && signed.person.role === role && signed.person.team === team
  if (!isSame || signed.state === 'set-up') return 'signed-out'
  return signed.state
}

function signedIn(
  { identity }: SessionServices,
  { handshake }: ConsoleSocket,
  counts: boolean,
): Promise<Signed | undefined> {
  const { auth, headers } = handshake
  return identity.signedIn(headers, typeof auth.token === 'string' ? auth.token : undefined, counts)
}
