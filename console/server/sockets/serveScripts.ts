import type { Namespace, Socket } from 'socket.io'
import { z } from 'zod'
import { mayDo } from '../../casework/roles.ts'
import { isOtherPlace, type Script } from '../../casework/scriptOf.ts'
import type { Reply } from '../../contract/replies.ts'
import {
  FlagScript,
  ScriptShown,
  type ScriptToServer,
  type ServerToScript,
  UnflagScript,
} from '../../contract/script.ts'
import type { Audit } from '../../records/audit/audit.ts'
import { codeOf } from '../../records/codeOf.ts'
import type { Interviews } from '../../records/interviews.ts'
import type { ScriptSession } from '../../records/people/createInterpreters.ts'
import type { CodeLogger } from '../CodeLogger.ts'
import type { Edge } from '../edge/createEdge.ts'
import { type Interpreting, interpreterId, scriptSecretIn } from '../identity/createInterpreting.ts'
import { answering } from './answering.ts'
import { type ConsoleSockets, roomOf } from './ConsoleSockets.ts'

export interface ScriptServices {
  interpreting: Interpreting
  interviews: Pick<Interviews, 'onTurn'>
  audit: Audit
  edge: Pick<Edge, 'limits'>
  secure: boolean
  logger: CodeLogger
}

/** Everything an interpreter's page may ask. It names no interview: the session is bound to one. */
export const askedOfScript = {
  'script:follow': { schema: z.undefined(), need: 'interview.script' },
  'script:shown': { schema: ScriptShown, need: 'interview.script' },
  'script:flag': { schema: FlagScript, need: 'interview.script' },
  'script:unflag': { schema: UnflagScript, need: 'interview.script' },
} as const satisfies Record<keyof ScriptToServer, { schema: z.ZodType; need: 'interview.script' }>

interface OfSocket {
  session: ScriptSession
  /** What this page was told last. */
  told?: Script
}
type ScriptSocket = Socket<ScriptToServer, ServerToScript, Record<string, never>, OfSocket>
type ScriptSockets = Namespace<ScriptToServer, ServerToScript, Record<string, never>, OfSocket>

/** How long a session that another process ended may go on here. */
const recheckMs = 10_000

/**
 * Tells interpreters the script, and nothing else. They have sockets of their own, apart from everyone else's: no room that an
 * interview's events go to can be joined from here. Told on a change of place alone: when an answer came is an answer's too.
 */
export function serveScripts(io: ConsoleSockets, services: ScriptServices): () => void {
  const { interpreting, interviews, audit, edge, secure, logger } = services
  const scripts = io.of('/script') as unknown as ScriptSockets
  const failed = (error: unknown) => logger.error({ code: codeOf(error) }, 'script-failed')
  const following = (interview: string) =>
    [...scripts.sockets.values()].filter(({ data }) => data.told !== undefined && data.session.interview === interview)

  scripts.use((socket, next) => void admitted(socket).then(next, next))

  async function admitted(socket: ScriptSocket): Promise<Error | undefined> {
    try {
      const session = await interpreting.sessionOf(scriptSecretIn(socket.handshake.headers, secure))
      if (!session || !mayDo('interpreter', askedOfScript['script:follow'].need)) return new Error('signed-out')
      socket.data.session = session
    } catch (error) {
      failed(error)
      // What a browser is told of it: never the fault itself.
      return new Error('server-fault')
    }
  }

  scripts.on('connection', socket => {
    socket.use(async (sent: unknown[], next) => {
      if ((await edge.limits.person.take(interpreterId(socket.data.session.id))) === 0) return next()
      const answer = sent.at(-1)
      if (typeof answer === 'function') answer({ ok: false, problem: 'too-many' })
    })
    const follow = async () => {
      const { id, interview } = socket.data.session
      const [open] = await interpreting.stillOpen([id])
      const script = open === undefined ? undefined : await interpreting.scriptNow(interview, true)
      if (!script) return { ok: false, problem: 'signed-out' } as const
      await audit.write({ by: interpreterId(id), act: 'script-read', from: 'console', interview })
      socket.data.told = script
      return { ok: true, value: script } as const
    }
    const { session } = socket.data
    /** What is asked by someone whose session has ended meanwhile is not done. */
    const whileOpen =
      <P, T>(run: (payload: P) => Promise<T | undefined>) =>
      async (payload: P): Promise<Reply<T>> => {
        const [open] = await interpreting.stillOpen([session.id])
        if (open === undefined) return { ok: false, problem: 'signed-out' }
        const value = await run(payload)
        return value === undefined ? { ok: false, problem: 'bad-request' } : { ok: true, value }
      }
    const shown = async ({ prompt }: ScriptShown) => {
      // Only what this page was told can be on it.
      if (socket.data.told?.present?.prompt !== prompt) return null
      await interpreting.show(session, prompt)
      const { id: interpreter, interview } = session
      io.to(roomOf(interview)).emit('interview:script-shown', { interview, interpreter, prompt })
      return null
    }
    const flag = async (flagged: FlagScript) => {
      const event = await interpreting.flag(session, flagged)
      return event === undefined ? undefined : { event }
    }
    const unflag = async (taken: UnflagScript) => ((await interpreting.unflag(session, taken)) ? null : undefined)

    const { 'script:follow': asksToFollow, ...others } = askedOfScript
    socket.on('script:follow', answering(asksToFollow.schema, follow, failed))
    socket.on('script:shown', answering(others['script:shown'].schema, whileOpen(shown), failed))
    socket.on('script:flag', answering(others['script:flag'].schema, whileOpen(flag), failed))
    socket.on('script:unflag', answering(others['script:unflag'].schema, whileOpen(unflag), failed))
  })

  /** What was committed elsewhere is read first. */
  async function readAndTell(interview: string): Promise<void> {
    if (following(interview).length > 0) tell(interview, await interpreting.scriptNow(interview, true))
  }

  function tell(interview: string, script: Script | undefined): void {
    for (const socket of following(interview)) {
      if (!script) letGo(socket)
      else if (isOtherPlace(socket.data.told, script)) {
        socket.data.told = script
        socket.emit('script:now', script)
      }
    }
  }

  function letGo(socket: ScriptSocket): void {
    const { told, session } = socket.data
    if (told && !told.closed) socket.emit('script:now', closed(told))
    socket.disconnect()
    io.to(roomOf(session.interview)).emit('interview:interpreters', session.interview)
  }

  /** What another process ended, and whose time is over. */
  async function recheck(): Promise<void> {
    const all = [...scripts.sockets.values()]
    const open = new Set(await interpreting.stillOpen(all.map(({ data }) => data.session.id)))
    for (const socket of all) if (!open.has(socket.data.session.id)) letGo(socket)
  }

  // Told in the commit's own turn: an interpreter waits for the words with everyone else in the room.
  const silence = interviews.onTurn(({ interview, record, summary }) => {
    if (following(interview).length > 0) tell(interview, interpreting.scriptIn(record))
    // Whether it is over can wait until those who asked have been answered.
    setImmediate(() => {
      if (over.includes(summary().state) && interpreting.scriptIn(record).closed)
        interpreting.end(interview, 'system').catch(failed)
    })
  })
  const followCommitted = (interview: string) => void readAndTell(interview).catch(failed)
  io.on('interview:committed', followCommitted)
  const stopListening = interpreting.onChange((interview, ended) => {
    for (const socket of scripts.sockets.values()) if (ended.includes(socket.data.session.id)) letGo(socket)
    io.to(roomOf(interview)).emit('interview:interpreters', interview)
  })
  const timer = setInterval(() => void recheck().catch(failed), recheckMs).unref()

  return () => {
    silence()
    stopListening()
    clearInterval(timer)
  }
}

const over: readonly string[] = ['complete', 'stopped', 'declined', 'not-reached']

const closed = ({ language }: Script): Script => ({ language, present: null, next: [], closed: true })
