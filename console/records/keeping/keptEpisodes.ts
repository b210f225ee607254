import type { KeptEpisode } from '../../casework/retention.ts'
import type { Database } from '../database/openDatabase.ts'

/** An episode with its interviews and its case, as far as it can be known without opening a word. */
export interface KeptEpisodeRow extends KeptEpisode {
  episode: string
  interviews: readonly string[]
}

/** Episodes that were not erased, in the order of their ids: one, or a page of those after another. */
export async function keptEpisodes(
  { pool }: Pick<Database, 'pool'>,
  { only, after }: { only?: string; after?: string | undefined },
): Promise<KeptEpisodeRow[]> {
  const { rows } = await pool.query<Row>(only === undefined ? pageOfEpisodes : oneEpisode, [only ?? after ?? first])
  return [...Map.groupBy(rows, row => row.episode)].map(([episode, its]) => {
    const ages = its.flatMap(({ age }) => age ?? [])
    const timed = (times: readonly (Date | null)[]) => times.flatMap(time => time?.getTime() ?? [])
    return {
      episode,
      interviews: its.flatMap(({ interview }) => interview ?? []),
      openedAt: timeOf(Math.min(...timed(its.flatMap(each => [each.opened_at, each.case_opened_at])))),
      changedAt: timeOf(Math.max(...timed(its.flatMap(each => [each.changed_at, each.case_changed_at])))),
      // Noted differently in two interviews, nothing is certain.
      age: new Set(ages).size === 1 ? (ages[0] ?? null) : null,
      circumstances: [
        ...new Set([
          ...its.flatMap(({ circumstances }) => circumstances ?? []),
          ...(its.some(each => each.looked_after) ? ['looked-after'] : []),
        ]),
      ],
      held: its.some(({ held }) => held),
    }
  })
}

const first = '00000000-0000-0000-0000-000000000000'
const timeOf = (at: number) => new Date(at).toISOString()

interface Row {
  episode: string
  /** Null where there is a case and no interview. */
  interview: string | null
  opened_at: Date | null
  changed_at: Date | null
  case_opened_at: Date | null
  case_changed_at: Date | null
  /** As the case says. */
  looked_after: boolean | null
  held: boolean
  age: string | null
  circumstances: string[] | null
}

/** The newest answer to a prompt that was not taken out. These are codes, in the clear. */
const answerTo = (prompt: string) => `(
  select body -> 'answer' from events
  where interview = interviews.id and body ->> 'prompt' = '${prompt}' and body ->> 'type' in ('answered', 'choseNotToSay')
    and not exists (
      select from events as taken
      where taken.interview = interviews.id and taken.body ->> 'type' = 'withdrawn' and taken.body ->> 'event' = events.id::text
    )
  order by seq desc limit 1)`

const rowsOf = (episodes: string) => `
  select episodes.id as episode, interviews.id as interview, interviews.opened_at,
    (select at from events where interview = interviews.id order by seq desc limit 1) as changed_at,
    exists (select from holds where holds.episode = episodes.id and released_at is null) as held,
    ${answerTo('prepare.age')} ->> 'option' as age,
    array(select jsonb_array_elements_text(coalesce(${answerTo('prepare.circumstances')} -> 'options', '[]'))) as circumstances,
    case_lines.opened_at as case_opened_at, (line ->> 'lookedAfter')::boolean as looked_after,
    (select at from case_events where episode = episodes.id order by seq desc limit 1) as case_changed_at
  from (${episodes}) as episodes left join interviews on interviews.episode = episodes.id
    left join case_lines on case_lines.episode = episodes.id
  where interviews.id is not null or case_lines.episode is not null
  order by episodes.id, interviews.id`

const oneEpisode = rowsOf('select id from episodes where id = $1 and destroyed_at is null')
const pageOfEpisodes = rowsOf('select id from episodes where id > $1 and destroyed_at is null order by id limit 200')
