import { sql } from 'kysely'
import { chainedHash, noHash } from './chain.ts'
import type { Database, Tables } from './database/openDatabase.ts'
import { chainedRowOf } from './eventRow.ts'

/** What became of one interview's chain: whole, or the number of the first event that was changed or is missing. */
export type Verified =
  | { interview: string; ok: true; events: number }
  | { interview: string; ok: false; brokenAt: number }

type Head = Pick<Tables['interviews'], 'id' | 'seq' | 'head' | 'opened_by' | 'opened_at'>
type Row = Tables['events'] & { below_ms: number }

/**
 * Goes through every interview, or one, and makes each event's hash again. It needs no key: what is sealed is hashed as it lies there.
 * NB: whoever can write to the database and knows this program can make a whole new chain; keep the heads elsewhere too.
 */
export async function* verifyChains({ db }: Database, interview?: string): AsyncGenerator<Verified> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const asked = db
      .selectFrom('interviews')
      .select(['id', 'seq', 'head', 'opened_by', 'opened_at'])
      .orderBy('id')
      .limit(100)
    const heads = await (interview ? asked.where('id', '=', interview) : asked.where('id', '>', after)).execute()
    for (const head of heads) {
      const rows = await db
        .selectFrom('events')
        .selectAll()
        // What a Date leaves out: times are kept to the millisecond, and Postgres would keep more.
        .select(sql<number>`(extract(microseconds from at)::int % 1000)`.as('below_ms'))
        .where('interview', '=', head.id)
        .orderBy('seq')
        .execute()
      const brokenAt = firstBroken(head, rows)
      yield brokenAt === undefined
        ? { interview: head.id, ok: true, events: rows.length }
        : { interview: head.id, ok: false, brokenAt }
    }
    const last = heads.at(-1)
    if (interview !== undefined || !last) return
    after = last.id
  }
}

function firstBroken(head: Head, rows: readonly Row[]): number | undefined {
  let hash: Buffer = noHash
  let atHead: Buffer | undefined
  for (const [place, { below_ms, ...row }] of rows.entries()) {
    const seq = place + 1
    if (row.seq !== seq || below_ms !== 0) return seq
    const again = chainedHash(hash, chainedRowOf(row))
    if (!again.equals(row.hash)) return seq
    hash = again
    if (seq === head.seq) atHead = hash
  }
  const [first] = rows
  if (first?.by !== head.opened_by || first.at.getTime() !== head.opened_at.getTime()) return 1
  // The head follows its events a moment later: there may be more of them than it says, but never fewer.
  if (!atHead) return rows.length + 1
  return atHead.equals(head.head) ? undefined : head.seq
}
