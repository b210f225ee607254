import { sql } from 'kysely'
import type { Audit } from '../audit/audit.ts'
import type { Database } from '../database/openDatabase.ts'

/** An attempt in which nothing has happened for as long as practice is kept. */
export interface DuePractice {
  attempt: string
  /** ISO 8601 in UTC. */
  changedAt: string
}

/** Keeps practice for as long as it is to be kept, and no longer. */
export interface PracticeKeeping {
  /** Attempts in which nothing happened since then, the oldest first. */
  due(since: Date): Promise<readonly DuePractice[]>
  /** Deletes this attempt with every word, comment and doubt, if it is still due. */
  erase(attempt: string, since: Date): Promise<boolean>
  /** How much there is beside the talks: answers in exercises, and requests for a talk that no talk which is kept was held for. */
  dueBeside(since: Date): Promise<number>
  /** Deletes that, and answers with how many. */
  eraseBeside(since: Date): Promise<number>
}

export function createPracticeKeeping({ db }: Pick<Database, 'db'>, audit: Audit): PracticeKeeping {
  const changedAt = sql<Date>`greatest(
    began_at,
    ended_at,
    (select max(at) from practice_turns where attempt = practice_attempts.id),
    (select max(at) from practice_events where attempt = practice_attempts.id),
    (select max(at) from practice_comments where attempt = practice_attempts.id)
  )`
  const isUnused = sql<boolean>`not exists (select from practice_attempts where assignment = practice_assignments.id)`
  return {
    async due(since) {
      const rows = await db
        .selectFrom('practice_attempts')
        .select(['id', changedAt.as('changed_at')])
        .where('began_at', '<', since)
        .where(changedAt, '<', since)
        .orderBy('changed_at')
        .orderBy('id')
        .execute()
      return rows.map(({ id, changed_at }) => ({ attempt: id, changedAt: changed_at.toISOString() }))
    },
    async erase(attempt, since) {
      const about = { by: 'system', from: 'cli', about: attempt } as const
      await audit.write({ ...about, act: 'practice-deleted' })
      const { numDeletedRows } = await db
        .deleteFrom('practice_attempts')
        .where('id', '=', attempt)
        .where(changedAt, '<', since)
        .executeTakeFirst()
      if (numDeletedRows === 1n) return true
      // Gone or gone on with since it was looked at: the entry above is put right.
      await audit.write({ ...about, act: 'refused' })
      return false
    },
    async dueBeside(since) {
      const drills = await db.selectFrom('practice_drills').select('id').where('at', '<', since).execute()
      const requests = await db
        .selectFrom('practice_assignments')
        .select('id')
        .where('at', '<', since)
        .where(isUnused)
        .execute()
      return drills.length + requests.length
    },
    async eraseBeside(since) {
      await audit.write({ by: 'system', act: 'practice-deleted', from: 'cli', about: 'beside' })
      const drills = await db.deleteFrom('practice_drills').where('at', '<', since).executeTakeFirst()
      const requests = await db
        .deleteFrom('practice_assignments')
        .where('at', '<', since)
        .where(isUnused)
        .executeTakeFirst()
      return Number(drills.numDeletedRows + requests.numDeletedRows)
    },
  }
}
