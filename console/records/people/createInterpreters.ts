import type { Database } from '../database/openDatabase.ts'
import type { EpisodeKeys } from '../episodeKeys.ts'
import { open, seal } from '../keys/seal.ts'
import { isUuid, uuidOf } from '../turnIds.ts'

/** Who interprets, as they said themselves. */
export interface WhoInterprets {
  name: string
  agency: string
  /** Language and dialect, as they call it. */
  dialect: string
  mode: 'in-room' | 'phone' | 'video'
}

/** An interpreter with one interview's script open. */
export interface ScriptSession {
  id: string
  interview: string
  until: Date
}

export interface Interpreter extends WhoInterprets {
  id: string
  since: string
  /** When it ended; null while the script is open. */
  until: string | null
  /** The prompt last on their screen. */
  shown: string | null
}

/** A code as it is kept: hashed with a key, whole and its first half. */
export interface HashedCode {
  hash: Buffer
  half: Buffer
}

/** Codes for one interview's script, and who came in by one. Who they are is sealed with the episode's key. */
export interface Interpreters {
  /** A new code ends an earlier one of the interview that was not used. */
  keepCode(interview: string, code: HashedCode, by: string, until: Date): Promise<void>
  /** The interview of this code, which is used up. A code whose first half alone was right is nearer to its end. */
  useCode(code: HashedCode): Promise<{ interview: string; invitedBy: string } | undefined>
  begin(session: ScriptSession & { hash: Buffer; invitedBy: string }, who: WhoInterprets): Promise<void>
  /** The open session of this secret, hashed. */
  of(hash: Buffer): Promise<ScriptSession | undefined>
  /** Of these, those that are still open. */
  stillOpen(ids: readonly string[]): Promise<readonly string[]>
  /** Everyone who is or was there, the first first. */
  inInterview(interview: string): Promise<readonly Interpreter[]>
  /** This prompt is on their screen. */
  show(id: string, prompt: string): Promise<void>
  /** Ends one, or all of an interview's with the code that may be open. Answers with those that ended. */
  end(interview: string, id?: string): Promise<readonly string[]>
}

/** After so many tries that began as the code does, it is void. */
const triesAtCode = 5

export function createInterpreters({ db }: Pick<Database, 'db'>, keys: EpisodeKeys, now: () => Date): Interpreters {
  const openOnes = () =>
    db
      .selectFrom('interpreters')
      .innerJoin('interviews', 'interviews.id', 'interpreters.interview')
      .innerJoin('episodes', 'episodes.id', 'interviews.episode')
      .where('destroyed_at', 'is', null)
      .where('ended_at', 'is', null)
      .where('until', '>', now())

  return {
    async keepCode(interview, { hash, half }, made_by, until) {
      await db.deleteFrom('interpreter_codes').where('until', '<=', now()).execute()
      const code = { hash, half, wrong: 0, made_by, until }
      await db
        .insertInto('interpreter_codes')
        .values({ interview, ...code })
        .onConflict(conflict => conflict.column('interview').doUpdateSet(code))
        .execute()
    },
    async useCode({ hash, half }) {
      const used = await db
        .deleteFrom('interpreter_codes')
        .where('hash', '=', hash)
        .where('until', '>', now())
        .returning(['interview', 'made_by'])
        .executeTakeFirst()
      if (used) return { interview: used.interview, invitedBy: used.made_by }
      await db
        .updateTable('interpreter_codes')
        .set(({ eb }) => ({ wrong: eb('wrong', '+', 1) }))
        .where('half', '=', half)
        .execute()
      await db.deleteFrom('interpreter_codes').where('wrong', '>=', triesAtCode).execute()
      return undefined
    },
    async begin({ id, interview, hash, until, invitedBy }, who) {
      const key = await keys.of(interview)
      if (!key) throw new Error('There is no such interview to interpret in.')
      await db
        .insertInto('interpreters')
        .values({
          id,
          interview,
          hash,
          who: seal(key, JSON.stringify(who), aboutWho(id)),
          invited_by: invitedBy,
          begun_at: now(),
          until,
          ended_at: null,
          shown: null,
        })
        .execute()
    },
    of: hash =>
      openOnes()
        .where('hash', '=', hash)
        .select(['interpreters.id', 'interpreters.interview', 'until'])
        .executeTakeFirst(),
    async stillOpen(ids) {
      if (ids.length === 0) return []
      const rows = await openOnes()
        .where('interpreters.id', 'in', [...ids])
        .select('interpreters.id')
        .execute()
      return rows.map(({ id }) => id)
    },
    async inInterview(interview) {
      const key = isUuid(interview) ? await keys.of(uuidOf(interview)) : undefined
      if (!key) return []
      const rows = await db
        .selectFrom('interpreters')
        .where('interview', '=', uuidOf(interview))
        .select(['id', 'who', 'begun_at', 'ended_at', 'until', 'shown'])
        .orderBy('begun_at')
        .execute()
      return rows.map(({ id, who, begun_at, ended_at, until, shown }) => {
        const { name, agency, dialect, mode } = JSON.parse(open(key, who, aboutWho(id)).toString()) as WhoInterprets
        const ended = ended_at ?? (until > now() ? null : until)
        const since = begun_at.toISOString()
        return { id, name, agency, dialect, mode, since, until: ended?.toISOString() ?? null, shown }
      })
    },
    async show(id, prompt) {
      await db.updateTable('interpreters').set({ shown: prompt }).where('id', '=', id).execute()
    },
    async end(interview, id) {
      if (!isUuid(interview) || (id !== undefined && !isUuid(id))) return []
      if (id === undefined)
        await db.deleteFrom('interpreter_codes').where('interview', '=', uuidOf(interview)).execute()
      const ended = await db
        .updateTable('interpreters')
        .set({ ended_at: now() })
        .where('interview', '=', uuidOf(interview))
        .where('ended_at', 'is', null)
        .$if(id !== undefined, each => each.where('id', '=', id ?? ''))
        .returning('id')
        .execute()
      return ended.map(each => each.id)
    },
  }
}

const aboutWho = (id: string) => `interpreter ${id}`
