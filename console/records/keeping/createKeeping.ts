import { randomUUID } from 'node:crypto'
import { type Due, dueForErasure, type RetentionRule, type Standing } from '../../casework/retention.ts'
import type { Audit, AuditEntry } from '../audit/audit.ts'
import type { Database } from '../database/openDatabase.ts'
import type { EpisodeKeys } from '../episodeKeys.ts'
import { open, seal } from '../keys/seal.ts'
import { isUuid, uuidOf } from '../turnIds.ts'
import { eraseEpisode } from './eraseEpisode.ts'
import { isThereLocked } from './isThereLocked.ts'
import { keptEpisodes } from './keptEpisodes.ts'

/** An episode that may be erased now by a rule that somebody has checked. */
export interface DueEpisode extends Due {
  episode: string
  interviews: readonly string[]
  openedAt: string
}

/** Who does it, and from where. */
export type Doer = Pick<AuditEntry, 'by' | 'from'>

/** Keeps episodes for as long as they are to be kept, and no longer. */
export interface Keeping {
  /** Undefined where there is no such interview, or its words were destroyed. */
  standing(interview: string): Promise<Standing | undefined>
  /** Nothing erases it until it is released. The reason is kept encrypted and goes when the episode does. */
  hold(interview: string, by: string, reason: string): Promise<'held' | 'held-already' | 'unknown-interview'>
  release(interview: string, by: string): Promise<'released' | 'not-held' | 'unknown-interview'>
  /**
   * Destroys the key of its episode's words, and everything that names someone: for good. Codes stay, for counting. The reason
   * stays in the audit, so it must name nobody.
   */
  erase(interview: string, doer: Doer, reason?: string): Promise<'erased' | 'held' | 'unknown-interview'>
  /** The same for an episode that is due, which may have a case and no interview. */
  eraseDue(
    due: Pick<DueEpisode, 'episode' | 'interviews'>,
    doer: Doer,
  ): Promise<'erased' | 'held' | 'unknown-interview'>
  /** Episodes that have been kept for as long as the rules say, held ones left out. */
  due(): AsyncGenerator<DueEpisode>
}

export interface KeepingServices {
  database: Database
  episodeKeys: EpisodeKeys
  audit: Audit
  rules: readonly RetentionRule[]
  now(): Date
  /** Nothing of this interview, or of this episode's case, may stay in this process. */
  forget(id: string): void
}

export function createKeeping({ database, episodeKeys, audit, rules, now, forget }: KeepingServices): Keeping {
  const { db } = database

  /** Undefined where there is no such interview, or its words were destroyed. */
  async function episodeOf(interview: string): Promise<string | undefined> {
    if (!isUuid(interview)) return undefined
    const row = await db
      .selectFrom('interviews')
      .innerJoin('episodes', 'episodes.id', 'interviews.episode')
      .select('episodes.id')
      .where('interviews.id', '=', uuidOf(interview))
      .where('destroyed_at', 'is', null)
      .executeTakeFirst()
    return row?.id
  }

  const holdOn = (episode: string) =>
    db
      .selectFrom('holds')
      .selectAll()
      .where('episode', '=', episode)
      .where('released_at', 'is', null)
      .executeTakeFirst()

  async function erase(
    episode: string,
    which: Pick<AuditEntry, 'interview' | 'episode'>,
    { by, from }: Doer,
    reason?: string,
  ): Promise<'erased' | 'held' | 'unknown-interview'> {
    if (await holdOn(episode)) return 'held'
    const about = { by, from, ...which }
    await audit.write({ ...about, act: 'episode-erased', ...(reason === undefined ? {} : { reason }) })
    const erased = await eraseEpisode(database, episode)
    if (typeof erased !== 'string') {
      for (const each of new Set([episode, ...erased])) forget(each)
      return 'erased'
    }
    // Held or erased by someone else since it was looked at: the entry above is put right.
    await audit.write({ ...about, act: 'refused', about: 'interview.erase' })
    return erased
  }

  return {
    async standing(interview) {
      const episode = await episodeOf(interview)
      if (episode === undefined) return undefined
      const [kept] = await keptEpisodes(database, { only: episode })
      const key = await episodeKeys.of(uuidOf(interview))
      if (!kept || !key) return undefined
      const hold = await holdOn(episode)
      return {
        ...dueForErasure(kept, rules, now()),
        hold: hold?.reason
          ? { by: hold.by, at: hold.at.toISOString(), reason: open(key, hold.reason, aboutHold(hold.id)).toString() }
          : null,
      }
    },
    async hold(interview, by, reason) {
      const episode = await episodeOf(interview)
      const key = episode === undefined ? undefined : await episodeKeys.of(uuidOf(interview))
      if (episode === undefined || !key) return 'unknown-interview'
      if (await holdOn(episode)) return 'held-already'
      await audit.write({ by, act: 'episode-held', from: 'console', interview })
      const id = randomUUID()
      return db.transaction().execute(async tx => {
        // An erasure waits for this, or this for it.
        if (!(await isThereLocked(tx, episode))) return 'unknown-interview'
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('holds')
          .values({ id, episode, by, at: now(), reason: seal(key, reason, aboutHold(id)) })
          .onConflict(conflict => conflict.column('episode').where('released_at', 'is', null).doNothing())
          .executeTakeFirst()
        return numInsertedOrUpdatedRows === 1n ? 'held' : 'held-already'
      })
    },
    async release(interview, by) {
      const episode = await episodeOf(interview)
      if (episode === undefined) return 'unknown-interview'
      if (!(await holdOn(episode))) return 'not-held'
      await audit.write({ by, act: 'episode-released', from: 'console', interview })
      const { numUpdatedRows } = await db
        .updateTable('holds')
        .set({ released_by: by, released_at: now() })
        .where('episode', '=', episode)
        .where('released_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows === 1n ? 'released' : 'not-held'
    },
    async erase(interview, doer, reason) {
      const episode = await episodeOf(interview)
      return episode === undefined ? 'unknown-interview' : erase(episode, { interview }, doer, reason)
    },
    async eraseDue({ episode, interviews: [interview] }, doer) {
      return erase(episode, interview === undefined ? { episode } : { interview }, doer)
    },
    async *due() {
      for (let after: string | undefined; ; ) {
        const page = await keptEpisodes(database, { after })
        for (const kept of page) {
          const standing = dueForErasure(kept, rules, now())
          const isChecked = standing.rule !== null && standing.rule.lastChecked !== null
          if (standing.due && isChecked) {
            yield { ...standing, episode: kept.episode, interviews: kept.interviews, openedAt: kept.openedAt }
          }
        }
        after = page.at(-1)?.episode
        if (after === undefined) return
      }
    },
  }
}

const aboutHold = (id: string) => `hold ${id}`
