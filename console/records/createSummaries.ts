import type { KeyObject } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from './database/openDatabase.ts'
import type { InterviewSummary } from './interviews.ts'
import { nameIndex, sealedName } from './sealedName.ts'

/** An interview's line and where its chain stands, as one of its events left them. */
export interface Present {
  seq: number
  /** The key its words are sealed with. */
  key: KeyObject
  /** Hash of that event. */
  head: Buffer
  summary: InterviewSummary
}

/**
 * The row of each interview: its line in the list, and the head of its chain. It follows the events a moment later, many
 * changes in one statement, so that a turn waits for its own words to be kept and for nothing else. Until then, and after
 * a crash, the row says which event it was made from, and whoever reads it makes up the rest from the events.
 */
export interface Summaries {
  /** Called after the commit; `present` is asked for when the row is written. `renamed` where the name may be another. */
  changed(interview: string, present: () => Present, renamed: boolean): void
  /** Settles when all that was changed until now is written, or has failed and was told. */
  written(): Promise<void>
}

const delayMs = 250

interface Waiting {
  present: () => Present
  renamed: boolean
}

export interface SummaryServices {
  /** The key names are looked up with. */
  nameKey(): Promise<KeyObject>
  failed(error: unknown): void
}

/** A failure is told to `failed`, and what could not be written is written with the next change. */
export function createSummaries({ pool }: Pick<Database, 'pool'>, { nameKey, failed }: SummaryServices): Summaries {
  const waiting = new Map<string, Waiting>()
  let writing: Promise<void> | undefined

  async function write(): Promise<void> {
    const taken = [...waiting]
    waiting.clear()
    if (taken.length === 0) return
    try {
      const rows = taken.map(([, { present }]) => present())
      await pool.query({ name: 'write-summaries', text: writeSummaries, values: columnsOf(rows) })
      const renamed = rows.filter((_, place) => taken[place]?.[1].renamed)
      if (renamed.length > 0) await pool.query(writeNames, namesOf(renamed, await nameKey()))
    } catch (error) {
      for (const [interview, { present, renamed }] of taken) {
        const later = waiting.get(interview)
        waiting.set(interview, { present: later?.present ?? present, renamed: renamed || later?.renamed === true })
      }
      failed(error)
    }
  }

  const soon = async (): Promise<void> => {
    await wait(delayMs, undefined, { ref: false })
    await write()
    writing = undefined
  }

  return {
    changed(interview, present, renamed) {
      waiting.set(interview, { present, renamed: renamed || waiting.get(interview)?.renamed === true })
      writing ??= soon()
    },
    async written() {
      await writing
      await write()
    },
  }
}

// Locked in one order, so that two processes never wait for each other; an older state never replaces a newer one.
const writeSummaries = `
  with locked as (select id from interviews where id = any($1::uuid[]) order by id for update)
  update interviews set seq = new.seq, head = new.head, changed_at = new.changed_at, known_as = new.known_as,
    state = new.state, stage = new.stage, language = new.language, open_concerns = new.open_concerns
  from locked join unnest($1::uuid[], $2::int[], $3::bytea[], $4::timestamptz[], $5::bytea[], $6::text[], $7::text[], $8::text[],
    $9::int[]) as new (id, seq, head, changed_at, known_as, state, stage, language, open_concerns) using (id)
  where interviews.id = new.id and interviews.seq < new.seq`

const writeNames = `
  with old as (delete from names where interview = any($1::uuid[]) and token <> all($3::bytea[]))
  insert into names (interview, token) select * from unnest($2::uuid[], $3::bytea[]) on conflict do nothing`

function namesOf(rows: readonly Present[], key: KeyObject): unknown[] {
  const pairs = rows.flatMap(({ summary: { id, knownAs } }) => nameIndex(key, knownAs).map(token => ({ id, token })))
  return [rows.map(({ summary }) => summary.id), pairs.map(({ id }) => id), pairs.map(({ token }) => token)]
}

function columnsOf(rows: readonly Present[]): unknown[][] {
  const of = (value: (row: Present) => unknown) => rows.map(value)
  return [
    of(({ summary }) => summary.id),
    of(({ seq }) => seq),
    of(({ head }) => head),
    of(({ summary }) => summary.changedAt),
    of(({ key, summary }) => sealedName(key, summary.id, summary.knownAs)),
    of(({ summary }) => summary.state),
    of(({ summary }) => summary.stage),
    of(({ summary }) => summary.language),
    of(({ summary }) => summary.openConcerns),
  ]
}
