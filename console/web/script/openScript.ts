import { io, type Socket } from 'socket.io-client'
import type { Reply, Script, ScriptToServer, ServerToScript } from '../../contract.ts'
import { type Observable, observable } from '../live/observable.ts'

export interface ScriptView {
  line: 'connecting' | 'online' | 'offline'
  /** What was told last. It stays through a gap, and goes at the end. */
  script?: Script
  over: boolean
}

const answerWithin = 8_000
const retryAfter = 3_000

/** Follows the script of the interview that this browser was let into. */
export function openScript(): { view: Observable<ScriptView>; close(): void } {
  // Of its own: a connection from before has no cookie of this session.
  const socket: Socket<ServerToScript, ScriptToServer> = io('/script', {
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
  })
  const view = observable<ScriptView>({ line: 'connecting', over: false })
  let closed = false

  const connect = () => void (!closed && !view.get().over && !socket.active && socket.connect())
  const end = () => {
    view.set({ line: 'online', over: true })
    socket.disconnect()
  }
  const show = (script: Script) => (script.closed ? end() : view.set({ line: 'online', script, over: false }))

  socket.on('connect', () => {
    socket.timeout(answerWithin).emit('script:follow', (late: Error | null, reply?: Reply<Script>) => {
      if (late || !reply) socket.disconnect().connect()
      else if (reply.ok) show(reply.value)
      else if (reply.problem === 'signed-out') end()
      else setTimeout(() => socket.disconnect().connect(), retryAfter)
    })
  })
  socket.on('script:now', show)
  socket.on('disconnect', reason => {
    view.update(now => (now.over ? now : { ...now, line: 'offline' }))
    if (reason === 'io server disconnect') setTimeout(connect, retryAfter)
  })
  socket.on('connect_error', ({ message }) => {
    if (message === 'signed-out') return end()
    view.update(now => ({ ...now, line: 'offline' }))
    if (!socket.active) setTimeout(connect, retryAfter)
  })
  const lost = () => socket.disconnect()
  addEventListener('offline', lost)
  addEventListener('online', connect)
  return {
    view,
    close() {
      closed = true
      removeEventListener('offline', lost)
      removeEventListener('online', connect)
      socket.close()
    },
  }
}
