import type { Database } from '../database/openDatabase.ts'
import { storable } from '../storable.ts'
import { nameOf, type WordId } from './reviewedWords.ts'
import type { WordChange } from './standingFrom.ts'

/** One thing to be done to one string. */
export interface NewWordChange extends WordId, Omit<WordChange, 'number' | 'at' | 'by'> {
  /** Number of the newest change its writer saw; 0 for none. */
  seen: number
}

/** What was done here to the words of every language: added to, and never changed. */
export interface WordChanges {
  /** By the name of the string; oldest first. */
  of(language: string): Promise<ReadonlyMap<string, readonly WordChange[]>>
  /** Newest first. */
  history(language: string, id: WordId): Promise<readonly WordChange[]>
  /** Of all languages: it grows with each that any process makes. */
  count(): Promise<number>
  /** Whether these are kept now, each right after the change its writer saw; nothing at all where another came between. */
  write(language: string, changes: readonly NewWordChange[], by: string): Promise<boolean>
}

export function createWordChanges({ db }: Pick<Database, 'db'>, now: () => Date): WordChanges {
  return {
    async of(language) {
      const rows = await db
        .selectFrom('word_changes')
        .selectAll()
        .where('language', '=', language)
        .orderBy('number')
        .execute()
      const byName = Map.groupBy(rows, ({ file, key }) => nameOf({ file, key }))
      return new Map([...byName].map(([name, changes]) => [name, changes.map(changeFrom)]))
    },
    async history(language, { file, key }) {
      const rows = await db
        .selectFrom('word_changes')
        .selectAll()
        .where('language', '=', language)
        .where('file', '=', file)
        .where('key', '=', key)
        .orderBy('number', 'desc')
        .execute()
      return rows.map(changeFrom)
    },
    async count() {
      const { count } = await db
        .selectFrom('word_changes')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    async write(language, changes, by) {
      const at = now()
      return db
        .transaction()
        .execute(async tx => {
          for (const { file, key, seen, english, text, state, note, backTranslation } of changes) {
            const words = storable({ text, note, back_translation: backTranslation })
            const { numInsertedOrUpdatedRows } = await tx
              .insertInto('word_changes')
              .values({ language, file, key, number: seen + 1, at, by, english, state, ...words })
              .onConflict(conflict => conflict.doNothing())
              .executeTakeFirst()
            if (numInsertedOrUpdatedRows !== 1n) throw new Overtaken()
          }
          return true
        })
        .catch((error: unknown) => {
          if (error instanceof Overtaken) return false
          throw error
        })
    },
  }
}

/** Another change came between. */
class Overtaken extends Error {}

type Row = Omit<WordChange, 'backTranslation' | 'state'> & { back_translation: string; state: string }

const changeFrom = ({ number, at, by, english, text, state, note, back_translation }: Row): WordChange => ({
  ...{ number, at, by, english, text, note },
  state: state as WordChange['state'],
  backTranslation: back_translation,
})
