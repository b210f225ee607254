import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import type { Member } from '../casework/needToKnow.ts'
import type { Database, Tables } from './database/openDatabase.ts'
import type { InterviewSummary } from './interviews.ts'
import { openedName } from './sealedName.ts'

const State = z.enum(['open', 'paused', 'stopped', 'declined', 'not-reached', 'complete'])

export interface ListServices {
  keyOf(interview: string): Promise<KeyObject | undefined>
  /** What the row should say, where it is behind its events. */
  present(interview: string): Promise<InterviewSummary | undefined>
}

type Row = Tables['interviews'] & { newest: number | null }

/**
 * The newest interviews of the episodes this person needs to know of, no more than 200; with `tokens`, only those whose name has
 * all of them. A row may be a moment behind its events, or more after a crash: then `present` is asked.
 */
export async function listInterviews(
  { pool }: Database,
  { id, team }: Member,
  tokens: readonly Buffer[] | undefined,
  { keyOf, present }: ListServices,
): Promise<readonly InterviewSummary[]> {
  const asked =
    tokens === undefined
      ? { name: 'list-interviews', text: newest, values: [id, team] }
      : { name: 'search-interviews', text: named, values: [id, team, tokens, tokens.length] }
  const { rows } = await pool.query<Row>(asked)
  const lines = rows.map(async row => {
    const caughtUp = row.seq < (row.newest ?? 0) ? await present(row.id) : undefined
    const key = caughtUp ? undefined : await keyOf(row.id)
    return caughtUp ?? (key && lineOf(row, key))
  })
  return (await Promise.all(lines)).filter(line => line !== undefined)
}

const columns = `interviews.*, (select max(seq) from events where interview = interviews.id) as newest`
const isOpen = 'destroyed_at is null'
const brokenInto = `select episode from broken_glass where person = $1 and until > now()`

// Each way of needing to know by its own index, newest first, so that it costs the same however many there are.
const lately = 'and interviewed_at is not null order by interviewed_at desc limit 200'
const newest = `
  with known as (
    (select id from episodes where worker = $1 and ${isOpen} ${lately})
    union (select id from episodes where team = $2 and not restricted and ${isOpen} ${lately})
    union (select id from episodes where reviewers @> array[$1] and ${isOpen} ${lately})
    union (${brokenInto})
  )
  select ${columns} from interviews join known on known.id = interviews.episode
  order by interviews.opened_at desc, interviews.id limit 200`

const named = `
  with named as (
    select interview from names where token = any($3::bytea[]) group by interview having count(*) = $4::int
  )
  select ${columns} from interviews join named on named.interview = interviews.id
    join episodes on episodes.id = interviews.episode
  where ${isOpen} and (worker = $1 or reviewers @> array[$1] or (team = $2 and not restricted) or episodes.id in (${brokenInto}))
  order by interviews.opened_at desc, interviews.id limit 200`

function lineOf(row: Row, key: KeyObject): InterviewSummary {
  return {
    id: row.id,
    knownAs: openedName(key, row.id, row.known_as),
    openedBy: row.opened_by,
    openedAt: row.opened_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    state: State.parse(row.state),
    stage: row.stage,
    language: row.language,
    openConcerns: row.open_concerns,
  }
}
