import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { ExportChoices, noChoices } from '../../casework/subjectAccess/exportChoices.ts'
import type { FinishedExport } from '../../casework/subjectAccess/subjectAccess.ts'
import type { Database, Tables } from '../database/openDatabase.ts'
import type { EpisodeKeys } from '../episodeKeys.ts'
import { open, seal } from '../keys/seal.ts'
import { isUuid, uuidOf } from '../turnIds.ts'

/** What is chosen for an interview's export, and what was handed out. All of it is sealed, and goes when the episode does. */
export interface Exports {
  /** What has been chosen so far for the one that is being made. */
  choices(interview: string): Promise<ExportChoices>
  /** Changes them, one change at a time. Undefined where there is no such interview, or its words were destroyed. */
  change(
    interview: string,
    by: string,
    changed: (choices: ExportChoices) => ExportChoices,
  ): Promise<ExportChoices | undefined>
  /**
   * Keeps what is handed out, and ends the making of it. Undefined where `text` is, which is asked while nobody can change a
   * choice, or where there is no such interview.
   */
  finish(
    interview: string,
    by: string,
    text: (choices: ExportChoices) => string | undefined,
  ): Promise<FinishedExport | undefined>
  /** Those that were finished, the newest first. */
  finished(interview: string): Promise<readonly FinishedExport[]>
  /** What was handed out then. */
  read(interview: string, id: string): Promise<string | undefined>
}

export function createExports({ db }: Pick<Database, 'db'>, episodeKeys: EpisodeKeys, now: () => Date): Exports {
  /** The newest: the one that is being made, or the last that was finished, whose choices the next begins with. */
  const newest = (from: Kysely<Tables>, interview: string) =>
    from.selectFrom('exports').selectAll().where('interview', '=', interview).orderBy('at', 'desc').limit(1)

  async function change(
    id: string,
    by: string,
    set: (choices: ExportChoices) => { choices: ExportChoices; finished?: string } | undefined,
  ) {
    const interview = uuidOf(id)
    const key = await episodeKeys.of(interview)
    if (!key) return undefined
    return db.transaction().execute(async tx => {
      const kept = await tx
        .selectFrom('episodes')
        .innerJoin('interviews', 'interviews.episode', 'episodes.id')
        .select('episodes.id')
        .where('interviews.id', '=', interview)
        .where('destroyed_at', 'is', null)
        .forUpdate('episodes')
        .executeTakeFirst()
      if (!kept) return undefined
      const before = await newest(tx, interview).executeTakeFirst()
      const row = before && !before.finished ? before : { id: randomUUID(), by, at: now() }
      const after = set(before ? choicesIn(open(key, before.choices, aboutChoices(before.id))) : noChoices)
      if (!after) return undefined
      const { choices, finished } = after
      const values = {
        id: row.id,
        interview,
        by: row.by,
        at: row.at,
        choices: seal(key, JSON.stringify(choices), aboutChoices(row.id)),
        ...(finished === undefined
          ? {}
          : { finished: seal(key, finished, aboutFinished(row.id)), finished_by: by, finished_at: now() }),
      }
      await tx
        .insertInto('exports')
        .values(values)
        .onConflict(conflict => conflict.column('id').doUpdateSet(values))
        .execute()
      return { choices, id: row.id, by, at: now().toISOString() }
    })
  }

  return {
    async choices(interview) {
      if (!isUuid(interview)) return noChoices
      const row = await newest(db, uuidOf(interview)).executeTakeFirst()
      const key = row && (await episodeKeys.of(uuidOf(interview)))
      return row && key ? choicesIn(open(key, row.choices, aboutChoices(row.id))) : noChoices
    },
    async change(interview, by, changed) {
      const made = await change(interview, by, choices => ({ choices: changed(choices) }))
      return made?.choices
    },
    async finish(interview, by, text) {
      const made = await change(interview, by, choices => {
        const finished = text(choices)
        return finished === undefined ? undefined : { choices, finished }
      })
      return made && { id: made.id, by, at: made.at }
    },
    async finished(interview) {
      if (!isUuid(interview)) return []
      const rows = await db
        .selectFrom('exports')
        .select(['id', 'finished_by', 'finished_at'])
        .where('interview', '=', uuidOf(interview))
        .where('finished_at', 'is not', null)
        .orderBy('finished_at', 'desc')
        .execute()
      return rows.map(row => ({ id: row.id, by: row.finished_by ?? '', at: row.finished_at?.toISOString() ?? '' }))
    },
    async read(interview, id) {
      if (!isUuid(interview) || !isUuid(id)) return undefined
      const row = await db
        .selectFrom('exports')
        .select(['id', 'finished'])
        .where('interview', '=', uuidOf(interview))
        .where('id', '=', uuidOf(id))
        .executeTakeFirst()
      const key = row?.finished && (await episodeKeys.of(uuidOf(interview)))
      return row?.finished && key ? open(key, row.finished, aboutFinished(row.id)).toString() : undefined
    },
  }
}

const choicesIn = (text: Buffer): ExportChoices => ExportChoices.parse(JSON.parse(text.toString()))
const aboutChoices = (id: string) => `choices of export ${id}`
const aboutFinished = (id: string) => `export ${id}`
