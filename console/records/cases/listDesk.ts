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
      : searched(which, id, team, tokens)
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

// One at a time by their keys, whatever a plan made for anyone would think better: it would read through all there are. What is found
// is 200 at most in each way, or those of one name.
const linesOf = (found: string) => `
  cross join lateral (select * from case_lines where episode = ${found}.episode offset 0) as case_lines
  cross join lateral (
    select wrapped, master from episodes where id = ${found}.episode and destroyed_at is null offset 0
  ) as keys`

const isToReview = `state = 'open' and (line ->> 'toReview') = 'true'`
const isSentBack = `state = 'open' and (line ->> 'sentBack') > '0'`

// Each way of needing to know by its own index, in the order of the desk, so that it costs the same however many there are.
const known = (shown: string, order: string) => `
  with known as (
    (select episode from case_lines where worker = $1 and ${shown} order by ${order} limit 200)
    union (select episode from case_lines where team = $2 and not restricted and ${shown} order by ${order} limit 200)
    union (select episode from case_lines where reviewers @> array[$1] and ${shown} order by ${order} limit 200)
    union (${brokenInto})
  )
  select ${readLine} from known ${linesOf('known')} where ${shown} order by ${ordered(order)} limit 200`

/** Within the case's line: the episode was opened too. */
const ordered = (order: string) => `${order.replace('opened_at', 'case_lines.opened_at')}, case_lines.episode`

const newest = {
  open: known(`state = 'open'`, urgent),
  closed: known(`state = 'closed'`, latest),
  'to-review': known(isToReview, urgent),
  'sent-back': known(isSentBack, urgent),
  mine: `
    with known as (
      select episode from case_lines where worker = $1 and state = 'open' order by ${urgent} limit 200
    )
    select ${readLine} from known ${linesOf('known')} order by ${ordered(urgent)} limit 200`,
}

/** So many words are looked up as joins; of whatever more there are it is asked whether the name has them too. */
const joinedWords = 6

/**
 * Lines whose name has all of these words. NB: without a name for the statement, so that it is planned each time, by how many are
 * called by each word: it begins with the rarest, because of a common one there may be as many as there are cases.
 */
function searched(which: DeskQuestion['which'], id: string, team: string, tokens: readonly Buffer[]) {
  const joined = tokens.slice(0, joinedWords)
  const rest = tokens.slice(joinedWords)
  const words = joined.map((_, place) => `word${place}`)
  const tables = words.map((word, place) =>
    place === 0 ? `case_names as ${word}` : `join case_names as ${word} on ${word}.episode = word0.episode`,
  )
  const shown = { open: '', mine: '', closed: '', 'to-review': isToReview, 'sent-back': isSentBack }[which]
  const state = shown || `state = '${which === 'closed' ? 'closed' : 'open'}'`
  const text = `
    with named as materialized (
      select word0.episode from ${tables.join(' ')}
      where ${words.map((word, place) => `${word}.token = $${place + 5}::bytea`).join(' and ')}
        and $4::int = (
          select count(*) from case_names where episode = word0.episode and token = any($3::bytea[])
        )
    )
    select ${readLine} from named ${linesOf('named')}
    where ${state} and ${which === 'mine' ? 'case_lines.worker = $1' : 'true'}
      and (case_lines.worker = $1 or case_lines.reviewers @> array[$1]
        or (case_lines.team = $2 and not case_lines.restricted) or case_lines.episode in (${brokenInto}))
    order by ${ordered(which === 'closed' ? latest : urgent)} limit 200`
  return { text, values: [id, team, rest, rest.length, ...joined] }
}
