import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from './database/openDatabase.ts'
import type { InterviewSummary } from './interviews.ts'

/** An interview's line and where its chain stands, as one of its events left them. */
export interface Present {
  seq: number
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
  /** Called after the commit; `present` is asked for when the row is written. */
  changed(interview: string, present: () => Present): void
  /** Settles when all that was changed until now is written, or has failed and was told. */
  written(): Promise<void>
}

const delayMs = 250

/** A failure is told to `failed`, and what could not be written is written with the next change. */
export function createSummaries({ pool }: Pick<Database, 'pool'>, failed: (error: unknown) => void): Summaries {
  const waiting = new Map<string, () => Present>()
  let writing: Promise<void> | undefined

  async function write(): Promise<void> {
    const taken = [...waiting]
    waiting.clear()
    if (taken.length === 0) return
    try {
      const rows = taken.map(([, present]) => present())
      await pool.query({ name: 'write-summaries', text: writeSummaries, values: columnsOf(rows) })
    } catch (error) {
      for (const [interview, present] of taken) if (!waiting.has(interview)) waiting.set(interview, present)
      failed(error)
    }
  }

  const soon = async (): Promise<void> => {
    await wait(delayMs, undefined, { ref: false })
    await write()
    writing = undefined
  }

  return {
    changed(interview, present) {
      waiting.set(interview, present)
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
  from locked join unnest($1::uuid[], $2::int[], $3::bytea[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::int[]) as new (id, seq, head, changed_at, known_as, state, stage, language, open_concerns) using (id)
  where interviews.id = new.id and interviews.seq < new.seq`

function columnsOf(rows: readonly Present[]): unknown[][] {
  const of = (value: (row: Present) => unknown) => rows.map(value)
  return [
    of(({ summary }) => summary.id),
    of(({ seq }) => seq),
    of(({ head }) => head),
    of(({ summary }) => summary.changedAt),
    of(({ summary }) => summary.knownAs),
    of(({ summary }) => summary.state),
    of(({ summary }) => summary.stage),
    of(({ summary }) => summary.language),
    of(({ summary }) => summary.openConcerns),
  ]
}
