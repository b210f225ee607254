import { z } from 'zod'
import type { Database } from './database/openDatabase.ts'
import type { InterviewSummary } from './interviews.ts'

const State = z.enum(['open', 'paused', 'stopped', 'declined', 'not-reached', 'complete'])

/** The newest interviews first, no more than 200 of them. */
export async function listInterviews({ db }: Database): Promise<readonly InterviewSummary[]> {
  const rows = await db
    .selectFrom('interviews')
    .selectAll()
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(row => ({
    id: row.id,
    knownAs: row.known_as,
    openedBy: row.opened_by,
    openedAt: row.opened_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    state: State.parse(row.state),
    stage: row.stage,
    language: row.language,
    openConcerns: row.open_concerns,
  }))
}
