import { z } from 'zod'
import type { Database, Tables } from './database/openDatabase.ts'
import type { InterviewSummary } from './interviews.ts'

const State = z.enum(['open', 'paused', 'stopped', 'declined', 'not-reached', 'complete'])

/**
 * The newest interviews first, no more than 200 of them. A row may be a moment behind its events, or more after a crash:
 * then `present` is asked for what it should say.
 */
export async function listInterviews(
  { db }: Database,
  present: (interview: string) => Promise<InterviewSummary | undefined>,
): Promise<readonly InterviewSummary[]> {
  const rows = await db
    .selectFrom('interviews')
    .selectAll()
    .select(({ selectFrom, fn }) =>
      selectFrom('events').select(fn.max('seq').as('newest')).whereRef('interview', '=', 'interviews.id').as('newest'),
    )
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return Promise.all(rows.map(async row => (row.seq < (row.newest ?? 0) && (await present(row.id))) || summaryIn(row)))
}

function summaryIn(row: Tables['interviews']): InterviewSummary {
  return {
    id: row.id,
    knownAs: row.known_as,
    openedBy: row.opened_by,
    openedAt: row.opened_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    state: State.parse(row.state),
    stage: row.stage,
    language: row.language,
    openConcerns: row.open_concerns,
  }
}
