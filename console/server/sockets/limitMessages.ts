import type { Reply } from '../../contract/replies.ts'
import type { Limit } from '../edge/createLimits.ts'
import type { ConsoleSocket } from './ConsoleSockets.ts'

/** Refuses what a person sends beyond their limit, over all their sockets, before it is even parsed. */
export function limitMessages(limit: Limit, socket: ConsoleSocket): void {
  socket.use(async (sent: unknown[], next) => {
    if ((await limit.take(socket.data.person.id)) === 0) return next()
    const answer = sent.at(-1)
    if (typeof answer === 'function') answer({ ok: false, problem: 'too-many' } satisfies Reply<never>)
  })
}
