import type { KeptEpisode } from '../../casework/retention.ts'
import type { Database } from '../database/openDatabase.ts'

/** An episode with its interviews, as far as it can be known without opening a word. */
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
    return {
      episode,
      interviews: its.map(({ interview }) => interview),
      openedAt: timeOf(Math.min(...its.map(({ opened_at }) => opened_at.getTime()))),
      changedAt: timeOf(Math.max(...its.map(({ changed_at }) => changed_at.getTime()))),
      // Noted differently in two interviews, nothing is certain.
      age: new Set(ages).size === 1 ? (ages[0] ?? null) : null,
      circumstances: [...new Set(its.flatMap(({ circumstances }) => circumstances ?? []))],
      held: its.some(({ held }) => held),
    }
  })
}

const first = '00000000-0000-0000-0000-000000000000'
const timeOf = (at: number) => new Date(at).toISOString()

interface Row {
  episode: string
  interview: string
  opened_at: Date
  changed_at: Date
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
    array(select jsonb_array_elements_text(coalesce(${answerTo('prepare.circumstances')} -> 'options', '[]'))) as circumstances
  from (${episodes}) as episodes join interviews on interviews.episode = episodes.id
  order by episodes.id, interviews.id`

const oneEpisode = rowsOf('select id from episodes where id = $1 and destroyed_at is null')
const pageOfEpisodes = rowsOf('select id from episodes where id > $1 and destroyed_at is null order by id limit 200')
