import { io, type Socket } from 'socket.io-client'
import type { Script } from '../../casework/scriptOf.ts'
import type { Reply } from '../../contract/replies.ts'
import type { FlagScript, ScriptToServer, ServerToScript } from '../../contract/script.ts'
import { type Observable, observable } from '../live/observable.ts'
import { forgetScript, keepScript, keptScript } from './keptScript.ts'

export type Flag = FlagScript['flag']

export interface ScriptView {
  line: 'connecting' | 'online' | 'offline'
  /** What was told last. It stays through a gap, and goes at the end. */
  script?: Script
  over: boolean
  /** What was flagged last, and the event to take it back by once the room knows. */
  flagged?: { flag: Flag; prompt?: string; event?: string; takenBack?: boolean } | undefined
  /** How many flags wait for a connection. */
  waiting: number
}

export interface OpenScript {
  view: Observable<ScriptView>
  /** Lets the room know, as soon as there is a connection. */
  flag(flag: Flag, prompt: string | undefined): void
  takeBack(): void
  /** The words of this prompt are on the screen. */
  shown(prompt: string): void
  close(): void
}

const answerWithin = 8_000
const retryAfter = 3_000
/** Flags that the room has not been told of, so that opening the page again loses none. Public words' names, and no answer. */
const keptFlags = 'script-flags'

/** Follows the script of the interview that this browser was let into. */
export function openScript(): OpenScript {
  // Of its own: a connection from before has no cookie of this session.
  const socket: Socket<ServerToScript, ScriptToServer> = io('/script', {
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
  })
  let queue: FlagScript[] = read()
  const { script: last } = keptScript()
  const view = observable<ScriptView>({
    line: 'connecting',
    over: false,
    waiting: queue.length,
    ...(last ? { script: last } : {}),
  })
  let closed = false
  let sending = false
  let onScreen: string | undefined

  const connect = () => void (!closed && !view.get().over && !socket.active && socket.connect())
  const end = () => {
    keep([])
    forgetScript()
    view.set({ line: 'online', over: true, waiting: 0 })
    socket.disconnect()
  }
  const show = (script: Script) => {
    if (script.closed) return end()
    keepScript({ script })
    view.update(now => ({ ...now, line: 'online', script, over: false, ...(moved(now, script) ? forgotten : {}) }))
  }

  function keep(flags: FlagScript[]) {
    queue = flags
    view.update(now => ({ ...now, waiting: queue.length }))
    try {
      sessionStorage.setItem(keptFlags, JSON.stringify(queue))
    } catch {
      // A browser that keeps nothing has them for as long as the page is open.
    }
  }

  async function send(): Promise<void> {
    const [first] = queue
    if (sending || !first || !socket.connected) return
    sending = true
    const reply = await answered<{ event: string }>(answer =>
      socket.timeout(answerWithin).emit('script:flag', first, answer),
    )
    sending = false
    // Without an answer it is sent again: the same id is told once.
    if (!reply) return void socket.disconnect().connect()
    if (!reply.ok && reply.problem === 'signed-out') return end()
    if (!reply.ok && (reply.problem === 'too-many' || reply.problem === 'server-fault')) {
      setTimeout(() => void send(), retryAfter)
      return
    }
    keep(queue.filter(each => each.id !== first.id))
    if (reply.ok) {
      const { event } = reply.value
      view.update(now =>
        now.flagged?.flag === first.flag && now.flagged.prompt === first.prompt
          ? { ...now, flagged: { ...now.flagged, event } }
          : now,
      )
    }
    return send()
  }

  socket.on('connect', () => {
    socket.timeout(answerWithin).emit('script:follow', (late: Error | null, reply?: Reply<Script>) => {
      if (late || !reply) socket.disconnect().connect()
      else if (reply.ok) {
        show(reply.value)
        if (onScreen !== undefined) socket.emit('script:shown', { prompt: onScreen })
        void send()
      } else if (reply.problem === 'signed-out') end()
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
    flag(flag, prompt) {
      const about = prompt === undefined ? {} : { prompt }
      view.update(now => ({ ...now, flagged: { flag, ...about } }))
      keep([...queue, { id: crypto.randomUUID(), deviceAt: new Date().toISOString(), flag, ...about }])
      void send()
    },
    takeBack() {
      const { flagged } = view.get()
      if (!flagged?.event) return
      const payload = { id: crypto.randomUUID(), deviceAt: new Date().toISOString(), event: flagged.event }
      void answered<null>(answer => socket.timeout(answerWithin).emit('script:unflag', payload, answer)).then(reply => {
        if (reply?.ok) view.update(now => ({ ...now, flagged: { ...flagged, takenBack: true } }))
      })
    },
    shown(prompt) {
      onScreen = prompt
      if (socket.connected) socket.emit('script:shown', { prompt })
    },
    close() {
      closed = true
      removeEventListener('offline', lost)
      removeEventListener('online', connect)
      socket.close()
    },
  }
}

const forgotten = { flagged: undefined }
const moved = ({ script }: ScriptView, now: Script) => script?.present?.prompt !== now.present?.prompt

/** What came back, or undefined where nothing did in time. */
function answered<T>(ask: (answer: (late: Error | null, reply?: Reply<T>) => void) => void) {
  return new Promise<Reply<T> | undefined>(resolve => ask((late, reply) => resolve(late ? undefined : reply)))
}

function read(): FlagScript[] {
  try {
    return JSON.parse(sessionStorage.getItem(keptFlags) ?? '[]') as FlagScript[]
  } catch {
    return []
  }
}
