import { randomUUID } from 'node:crypto'
import { type Circle, glassHours, type Member, type Notice, needsToKnow } from '../casework/needToKnow.ts'
import type { Database } from './database/openDatabase.ts'
import type { EpisodeKeys } from './episodeKeys.ts'
import { heldFor } from './heldFor.ts'
import { open, seal } from './keys/seal.ts'
import { isUuid, uuidOf } from './turnIds.ts'

/** What can be changed about who needs to know. */
export type CircleChange = { [Name in 'worker' | 'reviewers' | 'restricted']?: Circle[Name] | undefined }

/** Who needs to know of which missing episode. Each interview has one. */
export interface Episodes {
  /** Undefined where there is no such interview, or its words were destroyed. */
  circleOf(interview: string): Promise<Circle | undefined>
  /** Whether this person needs to know of the interview, or has broken the glass tonight. */
  knows(member: Member, interview: string): Promise<boolean>
  change(interview: string, change: CircleChange): Promise<void>
  /** Lets someone outside the circle in for some hours. The reason is kept encrypted. */
  breakGlass(member: Member, interview: string, reason: string): Promise<{ until: string }>
  /** Broken glass in this team's episodes that no manager has seen, oldest first. */
  notices(team: string): Promise<readonly Notice[]>
  seen(notice: string, team: string, by: string): Promise<boolean>
  /** Who needs to know may have been changed elsewhere. */
  forget(interview: string): void
  /** Listens to what is changed in this process. Returns how to stop listening. */
  onChange(listener: (interview: string) => void): () => void
}

/** For how long who needs to know is believed before it is read again: others may have changed it in another process. */
const believedMs = 10_000

interface Known {
  circle: Circle
  /** Until when by person, in milliseconds since 1970. */
  glass: ReadonlyMap<string, number>
}

export function createEpisodes({ db, pool }: Database, keys: EpisodeKeys, now: () => Date): Episodes {
  const listeners = new Set<(interview: string) => void>()
  const known = heldFor(believedMs, now, read)

  /** Nothing where the interview is not there yet, which is not kept: it may be begun at any moment. */
  async function read(interview: string): Promise<Known | undefined> {
    const { rows } = await pool.query<Row>({ name: 'circle', text: readCircle, values: [interview] })
    const [row] = rows
    if (!row) return undefined
    const { worker, team, reviewers, restricted } = row
    const until = rows.flatMap(({ person, until }) => (person && until ? [[person, until.getTime()] as const] : []))
    return { circle: { worker, team, reviewers, restricted }, glass: new Map(until) }
  }

  const changed = (interview: string) => {
    known.forget(interview)
    for (const listener of listeners) listener(interview)
  }

  return {
    async circleOf(interview) {
      return isUuid(interview) ? (await known.of(uuidOf(interview)))?.circle : undefined
    },
    async knows(member, interview) {
      if (!isUuid(interview)) return false
      const found = await known.of(uuidOf(interview))
      if (!found) return false
      return needsToKnow(member, found.circle) || (found.glass.get(member.id) ?? 0) > now().getTime()
    },
    async change(interview, { worker, reviewers, restricted }) {
      const set = {
        ...(worker === undefined ? {} : { worker }),
        ...(reviewers === undefined ? {} : { reviewers: [...reviewers] }),
        ...(restricted === undefined ? {} : { restricted }),
      }
      if (Object.keys(set).length === 0) return
      await db
        .updateTable('episodes')
        .set(set)
        .where('id', '=', ({ selectFrom }) => selectFrom('interviews').select('episode').where('id', '=', interview))
        .execute()
      changed(uuidOf(interview))
    },
    async breakGlass(member, interview, reason) {
      const key = await keys.of(uuidOf(interview))
      if (!key) throw new Error('There is no such interview to break the glass of.')
      const id = randomUUID()
      const at = now()
      const until = new Date(at.getTime() + glassHours * 60 * 60 * 1000)
      await pool.query(insertGlass, [id, member.id, seal(key, reason, aboutGlass(id)), at, until, uuidOf(interview)])
      changed(uuidOf(interview))
      return { until: until.toISOString() }
    },
    async notices(team) {
      const { rows } = await pool.query<GlassRow>(unseenGlass, [team])
      const told = rows.map(async ({ id, interview, person, reason, at, until }) => {
        const key = await keys.of(interview)
        if (!key) return undefined
        const words = open(key, reason, aboutGlass(id)).toString()
        return { id, interview, person, reason: words, at: at.toISOString(), until: until.toISOString() }
      })
      return (await Promise.all(told)).filter(notice => notice !== undefined)
    },
    async seen(notice, team, by) {
      const { numUpdatedRows } = await db
        .updateTable('broken_glass')
        .set({ seen_by: by, seen_at: now() })
        .where('id', '=', notice)
        .where('team', '=', team)
        .where('seen_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    forget: interview => known.forget(uuidOf(interview)),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const aboutGlass = (id: string) => `reason of ${id}`

interface Row extends Circle {
  person: string | null
  until: Date | null
}

const readCircle = `
  select worker, episodes.team, reviewers, restricted, person, until
  from interviews join episodes on episodes.id = interviews.episode
    left join broken_glass on broken_glass.episode = episodes.id and until > now()
  where interviews.id = $1 and destroyed_at is null`

const insertGlass = `
  insert into broken_glass (id, episode, person, team, reason, at, until)
  select $1::uuid, episodes.id, $2, episodes.team, $3::bytea, $4::timestamptz, $5::timestamptz
  from interviews join episodes on episodes.id = interviews.episode where interviews.id = $6::uuid`

interface GlassRow {
  id: string
  interview: string
  person: string
  reason: Buffer
  at: Date
  until: Date
}

const unseenGlass = `
  select broken_glass.id, interviews.id as interview, person, reason, at, until
  from broken_glass join interviews on interviews.episode = broken_glass.episode
  where team = $1 and seen_at is null and octet_length(reason) > 0 order by at limit 200`
