import type { KeyObject } from 'node:crypto'
import type { Database } from './database/openDatabase.ts'
import type { Keys, WrappedKey } from './keys/createKeys.ts'

/** The keys of episodes' words, unwrapped once and kept for as long as their interviews are used here. */
export interface EpisodeKeys {
  /** The key an interview's words are sealed with; undefined where there is no such interview, or its key was destroyed. */
  of(interview: string): Promise<KeyObject | undefined>
  /** The same by the episode's own id, for its case. */
  ofEpisode(episode: string): Promise<KeyObject | undefined>
  /** The same where its wrapped key was just read: nothing is asked of the database. */
  unwrapped(episode: string, key: WrappedKey): Promise<KeyObject>
  keep(interview: string, key: KeyObject): void
  /** Its key was destroyed: nothing here may open its words any more. By the id of an interview, or of an episode. */
  forget(id: string): void
}

const kept = 2_000

export function createEpisodeKeys({ db }: Pick<Database, 'db'>, keys: Pick<Keys, 'unwrap'>): EpisodeKeys {
  // An interview's id and an episode's may be the same and mean two things: each has a name of its own here.
  const known = new Map<string, KeyObject>()

  function keepAs(name: string, key: KeyObject): void {
    known.delete(name)
    known.set(name, key)
    const [oldest] = known.keys()
    if (known.size > kept && oldest !== undefined) known.delete(oldest)
  }

  async function ofRow(
    name: string,
    row: { id: string; wrapped: Buffer | null; master: string | null } | undefined,
  ): Promise<KeyObject | undefined> {
    if (!row?.wrapped || row.master === null) return undefined
    const key = await keys.unwrap(row.id, { wrapped: row.wrapped, master: row.master })
    keepAs(name, key)
    return key
  }

  return {
    keep: (interview, key) => keepAs(interview, key),
    forget(id) {
      known.delete(id)
      known.delete(ownName(id))
    },
    async of(interview) {
      const found = known.get(interview)
      if (found) return found
      const row = await db
        .selectFrom('interviews')
        .innerJoin('episodes', 'episodes.id', 'interviews.episode')
        .select(['episodes.id', 'wrapped', 'master'])
        .where('interviews.id', '=', interview)
        .executeTakeFirst()
      return ofRow(interview, row)
    },
    async unwrapped(episode, { wrapped, master }) {
      const name = ownName(episode)
      const found = known.get(name) ?? (await keys.unwrap(episode, { wrapped, master }))
      keepAs(name, found)
      return found
    },
    async ofEpisode(episode) {
      const name = ownName(episode)
      const found = known.get(name)
      if (found) return found
      const row = await db
        .selectFrom('episodes')
        .select(['id', 'wrapped', 'master'])
        .where('id', '=', episode)
        .executeTakeFirst()
      return ofRow(name, row)
    },
  }
}

const ownName = (episode: string) => `episode ${episode}`
