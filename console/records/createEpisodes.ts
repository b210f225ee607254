import { randomUUID } from 'node:crypto'
import { type Circle, glassHours, type Member, type Notice, needsToKnow } from '../casework/needToKnow.ts'
import type { Database } from './database/openDatabase.ts'
import type { EpisodeKeys } from './episodeKeys.ts'
import { heldFor } from './heldFor.ts'
import { open, seal } from './keys/seal.ts'
import { isUuid, uuidOf } from './turnIds.ts'

/** What can be changed about who needs to know. */
export type CircleChange = { [Name in 'worker' | 'reviewers' | 'restricted']?: Circle[Name] | undefined }

/** Who needs to know of which missing episode. Each interview has one; a case is one. */
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
  /** The same by the episode's own id: nobody may have been interviewed yet. */
  breakGlassOfEpisode(member: Member, episode: string, reason: string): Promise<{ until: string }>
  circleOfEpisode(episode: string): Promise<Circle | undefined>
  knowsEpisode(member: Member, episode: string): Promise<boolean>
  /** Those of these episodes that this person does not need to know of, as it is in the database now. */
  outsideAmong(member: Member, episodes: readonly string[]): Promise<readonly string[]>
  /** Its circle was changed here by what was written in its case. */
  changed(episode: string): void
  /** Who needs to know may have been changed elsewhere: by the id of an interview, or of an episode. */
  forget(id: string): void
  /** Listens to what is changed in this process: told the id of the episode. Returns how to stop listening. */
  onChange(listener: (episode: string) => void): () => void
}

/** For how long who needs to know is believed before it is read again: others may have changed it in another process. */
const believedMs = 10_000

interface Known {
  circle: Circle
  /** Until when by person, in milliseconds since 1970. */
  glass: ReadonlyMap<string, number>
}

export function createEpisodes({ db, pool }: Database, keys: EpisodeKeys, now: () => Date): Episodes {
  const listeners = new Set<(episode: string) => void>()
  const known = heldFor(believedMs, now, interview => read('circle', readCircle, interview))
  const knownEpisodes = heldFor(believedMs, now, episode => read('circle-of-episode', readEpisodeCircle, episode))

  /** Nothing where it is not there yet, which is not kept: it may be begun at any moment. */
  async function read(name: string, text: string, id: string): Promise<Known | undefined> {
    const { rows } = await pool.query<Row>({ name, text, values: [id] })
    const [row] = rows
    if (!row) return undefined
    const { worker, team, reviewers, restricted } = row
    const until = rows.flatMap(({ person, until }) => (person && until ? [[person, until.getTime()] as const] : []))
    return { circle: { worker, team, reviewers, restricted }, glass: new Map(until) }
  }

  /** An episode has several interviews, and they one circle. */
  const forget = () => {
    known.forget()
    knownEpisodes.forget()
  }
  const changed = (episode: string) => {
    forget()
    for (const listener of listeners) listener(episode)
  }
  const isIn = (member: Member, found: Known | undefined) =>
    found !== undefined && (needsToKnow(member, found.circle) || (found.glass.get(member.id) ?? 0) > now().getTime())

  async function broken(member: Member, episode: string, reason: string): Promise<{ until: string }> {
    const key = await keys.ofEpisode(episode)
    if (!key) throw new Error('There is no such episode to break the glass of.')
    const id = randomUUID()
    const at = now()
    const until = new Date(at.getTime() + glassHours * 60 * 60 * 1000)
    await pool.query(insertGlass, [id, member.id, seal(key, reason, aboutGlass(id)), at, until, episode])
    changed(episode)
    return { until: until.toISOString() }
  }

  return {
    async circleOf(interview) {
      return isUuid(interview) ? (await known.of(uuidOf(interview)))?.circle : undefined
    },
    async knows(member, interview) {
      return isUuid(interview) && isIn(member, await known.of(uuidOf(interview)))
    },
    async circleOfEpisode(episode) {
      return isUuid(episode) ? (await knownEpisodes.of(uuidOf(episode)))?.circle : undefined
    },
    async knowsEpisode(member, episode) {
      return isUuid(episode) && isIn(member, await knownEpisodes.of(uuidOf(episode)))
    },
    async outsideAmong({ id, team }, episodes) {
      const { rows } = await pool.query<{ id: string }>({
        name: 'outside-among',
        text: outside,
        values: [episodes, id, team],
      })
      return rows.map(row => row.id)
    },
    changed: episode => changed(uuidOf(episode)),
    async change(interview, { worker, reviewers, restricted }) {
      const set = {
        ...(worker === undefined ? {} : { worker }),
        ...(reviewers === undefined ? {} : { reviewers: [...reviewers] }),
        ...(restricted === undefined ? {} : { restricted }),
      }
      if (Object.keys(set).length === 0) return
      const row = await db
        .updateTable('episodes')
        .set(set)
        .where('id', '=', ({ selectFrom }) => selectFrom('interviews').select('episode').where('id', '=', interview))
        .returning('id')
        .executeTakeFirst()
      if (row) changed(row.id)
    },
    async breakGlass(member, interview, reason) {
      const row = await db
        .selectFrom('interviews')
        .select('episode')
        .where('id', '=', uuidOf(interview))
        .executeTakeFirst()
      if (!row) throw new Error('There is no such interview to break the glass of.')
      return broken(member, row.episode, reason)
    },
    breakGlassOfEpisode: (member, episode, reason) => broken(member, uuidOf(episode), reason),
    async notices(team) {
      const { rows } = await pool.query<GlassRow>(unseenGlass, [team])
      const told = rows.map(async ({ reason, at, until, ...row }) => {
        const key = await keys.ofEpisode(row.episode)
        if (!key) return undefined
        const words = open(key, reason, aboutGlass(row.id)).toString()
        return { ...row, reason: words, at: at.toISOString(), until: until.toISOString() }
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
    forget,
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

const readEpisodeCircle = `
  select worker, episodes.team, reviewers, restricted, person, until
  from episodes left join broken_glass on broken_glass.episode = episodes.id and until > now()
  where episodes.id = $1 and destroyed_at is null`

const outside = `
  select id from episodes where id = any($1::uuid[])
    and (destroyed_at is not null or (
      not (worker = $2 or reviewers @> array[$2] or (team = $3 and not restricted))
      and not exists (select from broken_glass where episode = episodes.id and person = $2 and until > now())
    ))`

const insertGlass = `
  insert into broken_glass (id, episode, person, team, reason, at, until)
  select $1::uuid, id, $2, team, $3::bytea, $4::timestamptz, $5::timestamptz from episodes where id = $6::uuid`

interface GlassRow {
  id: string
  episode: string
  interview: string | null
  hasCase: boolean
  person: string
  reason: Buffer
  at: Date
  until: Date
}

const unseenGlass = `
  select broken_glass.id, episode, interview, person, reason, at, until,
    exists (select from case_lines where case_lines.episode = broken_glass.episode) as "hasCase"
  from broken_glass left join lateral (
    select id as interview from interviews where episode = broken_glass.episode order by opened_at, id limit 1
  ) as first on true
  where team = $1 and seen_at is null and octet_length(reason) > 0 order by at limit 200`
