import { createHash, createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Guide } from '../../../dialogs/guide/schema.ts'
import type { Intent } from '../../../dialogs/intent.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import { type Script, scriptOf } from '../../casework/scriptOf.ts'
import type { FlagScript, UnflagScript } from '../../contract/script.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { Database } from '../../records/database/openDatabase.ts'
import type { Interviews } from '../../records/interviews.ts'
import type { Keys } from '../../records/keys/createKeys.ts'
import type {
  HashedCode,
  Interpreter,
  Interpreters,
  ScriptSession,
  WhoInterprets,
} from '../../records/people/createInterpreters.ts'
import { createTries, type Patience } from '../../records/people/createTries.ts'

/** Without vowels, and without what is easily taken for something else. 8 of these 28 are more than 38 bits. */
const alphabet = 'BCDFGHJKMNPQRSTVWXYZ23456789'
const codeLength = 8
export const codeMinutes = 10
export const scriptHours = 12
/** Wrong codes from one address before it has to wait. */
const patience: Patience = { failures: 5, firstSeconds: 60, mostSeconds: 900 }

export interface InterpretingServices {
  database: Pick<Database, 'db'>
  keys: Pick<Keys, 'forUse'>
  interpreters: Interpreters
  interviews: Pick<Interviews, 'record' | 'lastKnown' | 'turn'>
  audit: Audit
  guideOf(version: number): Guide
  now(): Date
}

export type Entered =
  | { ok: true; session: ScriptSession; secret: string }
  | { ok: false; problem: 'wrong-code' }
  | { ok: false; problem: 'locked-out'; again: Date }

/** How an interpreter comes to one interview's script without an account, and how that ends. */
export interface Interpreting {
  /** A code that is good once, for `codeMinutes`. Undefined where the interview is over. */
  invite(interview: string, by: string): Promise<{ code: string; until: Date } | undefined>
  enter(code: string, who: WhoInterprets, address: string): Promise<Entered>
  /** Whose script session this cookie's secret is, while it is open. */
  sessionOf(secret: string | undefined): Promise<ScriptSession | undefined>
  stillOpen(ids: readonly string[]): Promise<readonly string[]>
  /** Everyone who is or was there, the first first. */
  everyone(interview: string): Promise<readonly Interpreter[]>
  /** This prompt is on the interpreter's screen. */
  show(session: ScriptSession, prompt: string): Promise<void>
  /** Lets the room know what an interpreter flags, on the record. Answers with the event, or undefined where it did not fit. */
  flag(session: ScriptSession, flagged: FlagScript): Promise<string | undefined>
  /** Takes back what they flagged themselves. */
  unflag(session: ScriptSession, taken: UnflagScript): Promise<boolean>
  /** Ends one session, or all of an interview's and its code. */
  end(interview: string, by: string, session?: string): Promise<void>
  /** Told the sessions that end in this process. */
  onChange(listener: (interview: string, ended: readonly string[]) => void): () => void
  /** What there is to read out of this record. */
  scriptIn(record: InterviewRecord): Script
  /** What there is to read out now; `fresh` where another process may have gone further. Undefined where nothing of it is left. */
  scriptNow(interview: string, fresh: boolean): Promise<Script | undefined>
}

/** Who an interpreter is in the audit: nobody with an account. */
export const interpreterId = (session: string): string => `interpreter/${session}`

export function createInterpreting(services: InterpretingServices): Interpreting {
  const { database, keys, interpreters: store, interviews, audit, guideOf, now } = services
  const tries = createTries(database, now)
  const listeners = new Set<(interview: string, ended: readonly string[]) => void>()
  const changed = (interview: string, ended: readonly string[]) => {
    for (const listener of listeners) listener(interview, ended)
  }

  async function hashed(what: string, text: string): Promise<Buffer> {
    const key = await keys.forUse('accounts')
    return createHmac('sha256', key).update(`return-talk interpreter ${what}\n${text}`).digest()
  }
  const hashedCode = async (code: string): Promise<HashedCode> => ({
    hash: await hashed('code', code),
    half: await hashed('half of a code', code.slice(0, codeLength / 2)),
  })

  async function scriptNow(interview: string, fresh: boolean): Promise<Script | undefined> {
    const record: InterviewRecord | undefined = await (fresh
      ? interviews.record(interview)
      : interviews.lastKnown(interview))
    return record && scriptIn(record)
  }
  const scriptIn = (record: InterviewRecord) => scriptOf(guideOf(record.guide), record)

  return {
    scriptIn,
    scriptNow,
    async invite(interview, by) {
      const script = await scriptNow(interview, true)
      if (!script || script.closed) return undefined
      await audit.write({ by, act: 'interpreter-invited', from: 'console', interview })
      const code = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')
      const until = new Date(now().getTime() + codeMinutes * 60_000)
      await store.keepCode(interview, await hashedCode(code), by, until)
      return { code: grouped(code), until }
    },
    async enter(typed, who, address) {
      const attempt = await tries.begin(await hashed('tried from', address), patience)
      if (!attempt.ok) return { ok: false, problem: 'locked-out', again: attempt.again }
      const found = await store.useCode(await hashedCode(plainCode(typed)))
      const script = found && (await scriptNow(found.interview, true))
      if (!found || !script || script.closed) {
        await audit.write({ by: 'interpreter', act: 'sign-in-failed', from: 'console', about: 'interpreter-code' })
        if (attempt.locksOut) await audit.write({ by: 'interpreter', act: 'locked-out', from: 'console' })
        return { ok: false, problem: 'wrong-code' }
      }
      await attempt.settle('right')
      const { interview, invitedBy } = found
      const session = { id: randomUUID(), interview, until: new Date(now().getTime() + scriptHours * 3_600_000) }
      const secret = randomBytes(32).toString('base64url')
      await audit.write({ by: interpreterId(session.id), act: 'signed-in', from: 'console', interview })
      await store.begin({ ...session, hash: hashOf(secret), invitedBy }, who)
      changed(interview, [])
      return { ok: true, session, secret }
    },
    sessionOf: async secret => (secret === undefined || secret.length > 100 ? undefined : store.of(hashOf(secret))),
    stillOpen: store.stillOpen,
    everyone: store.inInterview,
    show: ({ id }, prompt) => store.show(id, prompt),
    async flag({ id: session, interview }, { id, deviceAt, flag, prompt }) {
      const intent: Intent = { do: 'flag', flag, ...(prompt === undefined ? {} : { prompt }) }
      const by = interpreterId(session)
      const turn = await interviews.turn(interview, { id, by, from: 'console', deviceAt, intent })
      return turn.ok ? turn.events[0]?.id : undefined
    },
    async unflag({ id: session, interview }, { id, deviceAt, event }) {
      const by = interpreterId(session)
      const record = await interviews.record(interview)
      if (!record?.flags.some(each => each.event === event && each.by === by)) return false
      const intent: Intent = { do: 'withdraw', event }
      return (await interviews.turn(interview, { id, by, from: 'console', deviceAt, intent })).ok
    },
    async end(interview, by, session) {
      const ended = await store.end(interview, session)
      if (ended.length === 0) return
      changed(interview, ended)
      for (const id of ended)
        await audit.write({ by, act: 'session-ended', from: 'console', interview, about: interpreterId(id) })
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

const grouped = (code: string) => `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`

/** However it is typed. */
const plainCode = (typed: string) => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** Over TLS it cannot be set by a neighbouring site (`__Host-`), as with the session of a person. */
export const scriptCookie = (secure: boolean): string => (secure ? '__Host-return-talk-script' : 'return-talk-script')

export function scriptSecretIn({ cookie }: IncomingHttpHeaders, secure: boolean): string | undefined {
  const name = scriptCookie(secure)
  const ours = cookie?.split(';').find(each => each.trimStart().startsWith(`${name}=`))
  return ours?.slice(ours.indexOf('=') + 1).trim()
}
