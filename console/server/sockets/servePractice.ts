import type { Audit } from '../../records/audit/audit.ts'
import type { PracticeRoom } from '../../records/practice/createPracticeRoom.ts'
import { createPracticeAccess } from '../access/practiceAccess.ts'
import { attemptOfRoom, type ConsoleSocket, practiceRoomOf } from './ConsoleSockets.ts'
import type { On } from './serveSocket.ts'
import { tellWatched } from './tellWatched.ts'

export interface ServePracticeServices {
  practice: Pick<PracticeRoom, 'attempts'>
  audit: Audit
}

/** Answers what this browser asks of an attempt: its trainee talks in it, and whoever trains them may watch. */
export function servePractice({ practice: { attempts }, audit }: ServePracticeServices, socket: ConsoleSocket, on: On) {
  const { person } = socket.data
  const access = createPracticeAccess({ attempts, audit })
  const via = socket.id
  const left = (attempt: string) => tellWatched(socket, attempts, attempt, socket.id)

  on('practice:join', async ({ attempt, since, after }) => {
    const problem = await access(person, attempt, 'see')
    if (problem !== undefined) return { ok: false, problem }
    // Before reading, so that what is committed meanwhile is told: twice at worst, and never missed.
    await socket.join(practiceRoomOf(attempt))
    const change = await attempts.changesSince(attempt, after, since)
    if (change) {
      await tellWatched(socket, attempts, attempt)
      return { ok: true, value: change }
    }
    await socket.leave(practiceRoomOf(attempt))
    return { ok: false, problem: 'unknown-attempt' }
  })
  on('practice:leave', async ({ attempt }) => {
    await left(attempt)
    await socket.leave(practiceRoomOf(attempt))
    return { ok: true, value: undefined }
  })
  socket.on('disconnecting', () => {
    for (const room of socket.rooms) {
      const attempt = attemptOfRoom(room)
      // The database may be gone by now, as when everything stops. Whoever is left hears of it when they join again.
      if (attempt !== undefined) left(attempt).catch(() => {})
    }
  })
  on('practice:say', async ({ attempt, ...saying }) => {
    const problem = await access(person, attempt, 'own')
    if (problem !== undefined) return { ok: false, problem }
    return attempts.say(attempt, { ...saying, via })
  })
  on('practice:reply', async ({ attempt, ...replying }) => {
    const problem = await access(person, attempt, 'own')
    if (problem !== undefined) return { ok: false, problem }
    return attempts.reply(attempt, { ...replying, via })
  })
}
