import { io, type Socket } from 'socket.io-client'
import type { ClientToServer, Reply, ServerToClient } from '../../contract.ts'
import { type Observable, observable } from './observable.ts'

export type Line = 'connecting' | 'online' | 'offline' | 'signed-out'

/** The one socket of this page. Everything that is asked is acknowledged, or fails when no answer came in time. */
export interface Connection {
  line: Observable<Line>
  socket: Socket<ServerToClient, ClientToServer>
  close(): void
}

const answerWithin = 8_000

export function createConnection(): Connection {
  const socket: Socket<ServerToClient, ClientToServer> = io({ reconnectionDelay: 500, reconnectionDelayMax: 3_000 })
  const line = observable<Line>('connecting')
  socket.on('connect', () => line.set('online'))
  socket.on('disconnect', () => line.set('offline'))
  socket.on('connect_error', ({ message }) => {
    line.set(message === 'signed-out' ? 'signed-out' : 'offline')
    // Refused rather than lost: socket.io does not try again by itself.
    if (!socket.active) setTimeout(() => socket.connect(), 3_000)
  })
  // The browser knows of a lost network long before the socket's own heartbeat misses.
  const lost = () => socket.disconnect()
  const back = () => socket.connect()
  addEventListener('offline', lost)
  addEventListener('online', back)
  return {
    line,
    socket,
    close() {
      removeEventListener('offline', lost)
      removeEventListener('online', back)
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
