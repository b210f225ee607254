import { maySee } from '../../casework/practice/practiceRules.ts'
import type { Episodes } from '../../records/createEpisodes.ts'
import type { Practice } from '../../records/practice/practice.ts'
import type { ConsoleSocket, ConsoleSockets } from './ConsoleSockets.ts'
import { attemptOfRoom, episodeOfRoom, interviewOfRoom } from './ConsoleSockets.ts'
import { clearDesks } from './clearDesks.ts'

export interface RecheckServices {
  episodes: Pick<Episodes, 'knows' | 'knowsEpisode' | 'outsideAmong'>
  attempts: Pick<Practice, 'owner'>
  /** Whether whoever let this socket in would let it in now. */
  stillIn(socket: ConsoleSocket): Promise<boolean>
}

/** How long someone may go on hearing after they may not any more, where another process took it from them. */
const everyMs = 10_000

/**
 * Goes through who is connected: whose session ended is sent away, and who no longer needs to know of an interview or a case, or trains somebody no
 * more, leaves its room. Now and then, because it may have been changed in another process, and time passes; and at once when it is asked.
 */
export function createRecheck(io: ConsoleSockets, services: RecheckServices, failed: (error: unknown) => void) {
  const nowAndThen = async () => {
    await everyone()
    await clearDesks(io, services.episodes)
  }
  const timer = setInterval(() => void nowAndThen().catch(failed), everyMs).unref()

  async function everyone(): Promise<void> {
    for (const socket of io.sockets.sockets.values()) await one(socket)
  }

  async function one(socket: ConsoleSocket): Promise<void> {
    if (!(await services.stillIn(socket))) return void socket.disconnect(true)
    for (const room of [...socket.rooms]) {
      const episode = episodeOfRoom(room)
      if (episode !== undefined && !(await services.episodes.knowsEpisode(socket.data.person, episode))) {
        await socket.leave(room)
        socket.emit('case:closed', episode)
      }
      const attempt = attemptOfRoom(room)
      if (attempt !== undefined) await leaveAttempt(socket, attempt, room)
      const interview = interviewOfRoom(room)
      if (interview === undefined || (await services.episodes.knows(socket.data.person, interview))) continue
      await socket.leave(room)
      socket.emit('interview:closed', interview)
    }
  }

  async function leaveAttempt(socket: ConsoleSocket, attempt: string, room: string): Promise<void> {
    const owner = await services.attempts.owner(attempt)
    if (owner && maySee(socket.data.person, owner)) return
    await socket.leave(room)
    socket.emit('practice:closed', attempt)
  }

  return {
    everyone: () => everyone().catch(failed),
    stop: () => clearInterval(timer),
  }
}
