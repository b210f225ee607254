import type { DeskLine } from '../../casework/episode/deskLine.ts'
import type { Member } from '../../casework/needToKnow.ts'
import type { Database } from '../database/openDatabase.ts'
import type { EpisodeKeys } from '../episodeKeys.ts'
import { type CaseLineRow, deskLineIn } from './caseLine.ts'
import { readLine } from './caseStore.ts'
import type { DeskQuestion } from './cases.ts'

/**
 * The most urgent lines of the episodes this person needs to know of, no more than 200; with `tokens`, only those whose name has
 * all of them. One query, the keys of the names with it.
 */
export async function listDesk(
  { pool }: Pick<Database, 'pool'>,
  keys: Pick<EpisodeKeys, 'unwrapped'>,
  { id, team }: Member,
  { which }: Pick<DeskQuestion, 'which'>,
  tokens: readonly Buffer[] | undefined,
): Promise<readonly DeskLine[]> {
  const asked =
    tokens === undefined
      ? { name: `desk-${which}`, text: newest[which], values: which === 'mine' ? [id] : [id, team] }
      : { name: `desk-${which}-named`, text: named[which], values: [id, team, tokens, tokens.length] }
  const { rows } = await pool.query<CaseLineRow>(asked)
  const lines = rows.map(async row => {
    if (!row.wrapped || row.master === null) return undefined
    return deskLineIn(row, await keys.unwrapped(row.episode, { wrapped: row.wrapped, master: row.master }))
  })
  return (await Promise.all(lines)).filter(line => line !== undefined)
}

// As `byUrgency`: what is due soonest, then what has no time, then the newest. Of closed ones the newest.
const urgent = 'next_due, undated desc, opened_at desc'
const latest = 'opened_at desc'
const brokenInto = 'select episode from broken_glass where person = $1 and until > now()'

// Each way of needing to know by its own index, in the order of the desk, so that it costs the same however many there are.
const known = (state: 'open' | 'closed', order: string) => `
  with known as (
    (select episode from case_lines where worker = $1 and state = '${state}' order by ${order} limit 200)
    union (select episode from case_lines where team = $2 and not restricted and state = '${state}' order by ${order} limit 200)
    union (select episode from case_lines where reviewers @> array[$1] and state = '${state}' order by ${order} limit 200)
    union (${brokenInto})
  )
  select ${readLine} from case_lines join known using (episode) join episodes on episodes.id = case_lines.episode
  where state = '${state}' and destroyed_at is null order by ${ordered(order)} limit 200`

/** Within the case's line: the episode was opened too. */
const ordered = (order: string) => `${order.replace('opened_at', 'case_lines.opened_at')}, case_lines.episode`

const newest = {
  open: known('open', urgent),
  closed: known('closed', latest),
  mine: `
    select ${readLine} from case_lines join episodes on episodes.id = case_lines.episode
    where case_lines.worker = $1 and state = 'open' and destroyed_at is null
    order by ${ordered(urgent)} limit 200`,
}

// Gone about from the word that the fewest are called by: of a common one there may be as many as there are cases.
const byName = (state: 'open' | 'closed', order: string, also = 'true') => `
  with rarest as (
    select token from unnest($3::bytea[]) as asked (token)
    order by (select count(*) from (select from case_names where case_names.token = asked.token limit 2000) as those) limit 1
  ), named as (
    select episode from case_names join rarest using (token)
    where $4::int = (
      select count(*) from case_names as words where words.episode = case_names.episode and words.token = any($3::bytea[])
    )
  )
  select ${readLine} from case_lines join named using (episode) join episodes on episodes.id = case_lines.episode
  where state = '${state}' and destroyed_at is null and ${also}
    and (case_lines.worker = $1 or case_lines.reviewers @> array[$1]
      or (case_lines.team = $2 and not case_lines.restricted) or case_lines.episode in (${brokenInto}))
  order by ${ordered(order)} limit 200`

const named = {
  open: byName('open', urgent),
  closed: byName('closed', latest),
  mine: byName('open', urgent, 'case_lines.worker = $1'),
}
