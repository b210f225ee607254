import type { KeyObject } from 'node:crypto'
import type { Database } from './database/openDatabase.ts'
import type { Keys } from './keys/createKeys.ts'

/** The keys of episodes' words, unwrapped once and kept for as long as their interviews are used here. */
export interface EpisodeKeys {
  /** The key an interview's words are sealed with; undefined where there is no such interview, or its key was destroyed. */
  of(interview: string): Promise<KeyObject | undefined>
  keep(interview: string, key: KeyObject): void
  /** Its key was destroyed: nothing here may open its words any more. */
  forget(interview: string): void
}

const kept = 2_000

export function createEpisodeKeys({ db }: Pick<Database, 'db'>, keys: Pick<Keys, 'unwrap'>): EpisodeKeys {
  const known = new Map<string, KeyObject>()

  function keep(interview: string, key: KeyObject): void {
    known.delete(interview)
    known.set(interview, key)
    const [oldest] = known.keys()
    if (known.size > kept && oldest !== undefined) known.delete(oldest)
  }

  return {
    keep,
    forget: interview => void known.delete(interview),
    async of(interview) {
      const found = known.get(interview)
      if (found) return found
      const row = await db
        .selectFrom('interviews')
        .innerJoin('episodes', 'episodes.id', 'interviews.episode')
        .select(['episodes.id', 'wrapped', 'master'])
        .where('interviews.id', '=', interview)
        .executeTakeFirst()
      if (!row?.wrapped || row.master === null) return undefined
      const key = await keys.unwrap(row.id, { wrapped: row.wrapped, master: row.master })
      keep(interview, key)
      return key
    },
  }
}
