import { io, type Socket } from 'socket.io-client'
import type { ConsoleProblem, Reply } from '../../contract/replies.ts'
import type { ClientToServer, ServerToClient } from '../../contract/sockets.ts'
import { type Observable, observable } from './observable.ts'

export type Line = 'connecting' | 'online' | 'offline' | 'signed-out'

/** The one socket of this page. Everything that is asked is acknowledged, or fails when no answer came in time. */
export interface Connection {
  line: Observable<Line>
  socket: Socket<ServerToClient, ClientToServer>
  /** Looks at why something was refused: whoever is locked or signed out is not asked for again until they are back. */
  refused(problem: ConsoleProblem): void
  close(): void
}

/** Whether someone is signed in, as far as this browser knows. */
export interface Presence {
  isIn(): boolean
  listen(listener: () => void): () => void
  /** The server says otherwise. */
  doubt(problem: 'signed-out' | 'locked'): void
}

const answerWithin = 8_000
const retryAfter = 3_000

export function createConnection(presence: Presence): Connection {
  const socket: Socket<ServerToClient, ClientToServer> = io({ reconnectionDelay: 500, reconnectionDelayMax: 3_000 })
  const line = observable<Line>('connecting')
  let closed = false
  const connect = () => void (!closed && presence.isIn() && !socket.active && socket.connect())
  const refused = (problem: string) => {
    if (problem !== 'signed-out' && problem !== 'locked') return
    socket.disconnect()
    line.set('signed-out')
    presence.doubt(problem)
    setTimeout(connect, retryAfter)
  }
  socket.on('connect', () => line.set('online'))
  socket.on('disconnect', reason => {
    if (line.get() === 'signed-out') return
    line.set('offline')
    // A server that lets someone go on purpose has ended or locked their session, or is stopping.
    if (reason !== 'io server disconnect') return
    presence.doubt('signed-out')
    setTimeout(connect, retryAfter)
  })
  socket.on('connect_error', ({ message }) => {
    if (message === 'signed-out' || message === 'locked') return refused(message)
    line.set('offline')
    // Refused rather than lost: socket.io does not try again by itself.
    if (!socket.active) setTimeout(connect, retryAfter)
  })
  // The browser knows of a lost network long before the socket's own heartbeat misses.
  const lost = () => socket.disconnect()
  // While someone is away nothing comes and nothing goes; back again they have another session, and need another socket.
  const stopListening = presence.listen(() => {
    if (presence.isIn()) return connect()
    socket.disconnect()
    line.set('signed-out')
  })
  addEventListener('offline', lost)
  addEventListener('online', connect)
  return {
    line,
    socket,
    refused,
    close() {
      closed = true
      stopListening()
      removeEventListener('offline', lost)
      removeEventListener('online', connect)
      socket.close()
    },
  }
}

/** The answer, or undefined where none came in time: then it is to be sent again, under the same id. */
export function answerTo<T>(ask: (ack: (reply: Reply<T>) => void) => void): Promise<Reply<T> | undefined> {
  return new Promise(resolve => {
    const late = setTimeout(() => resolve(undefined), answerWithin)
    ask(reply => {
      clearTimeout(late)
      resolve(reply)
    })
  })
}
