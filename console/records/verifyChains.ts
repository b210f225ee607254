import { sql } from 'kysely'
import { chainedHash, type EventTable, noHash } from './chain.ts'
import type { Database, Tables } from './database/openDatabase.ts'
import { chainedRowOf } from './eventRow.ts'

/** What became of one chain: whole, or the number of the first event that was changed or is missing. */
type Checked = { ok: true; events: number } | { ok: false; brokenAt: number }
export type Verified = { interview: string } & Checked
export type VerifiedCase = { episode: string } & Checked

type Head = Pick<Tables['interviews'], 'id' | 'seq' | 'head' | 'opened_by' | 'opened_at'>
type Row = Tables[EventTable] & { below_ms: number }

/**
 * Goes through every interview, or one, and makes each event's hash again. It needs no key: what is sealed is hashed as it lies there.
 * NB: whoever can write to the database and knows this program can make a whole new chain; keep the heads elsewhere too.
 */
export async function* verifyChains({ db }: Database, interview?: string): AsyncGenerator<Verified> {
  const headsAfter = (after: string | undefined) => {
    const asked = db
      .selectFrom('interviews')
      .select(['id', 'seq', 'head', 'opened_by', 'opened_at'])
      .orderBy('id')
      .limit(100)
    return (after === undefined ? asked.where('id', '=', interview ?? '') : asked.where('id', '>', after)).execute()
  }
  const rowsOf = (id: string) =>
    db.selectFrom('events').selectAll().select(belowMs).where('interview', '=', id).orderBy('seq').execute()
  for await (const { id, ...checked } of verified(interview, headsAfter, rowsOf)) yield { interview: id, ...checked }
}

/** The same for every case, or one. */
export async function* verifyCaseChains({ db }: Database, episode?: string): AsyncGenerator<VerifiedCase> {
  const headsAfter = (after: string | undefined) => {
    const asked = db
      .selectFrom('case_lines')
      .select(['episode as id', 'seq', 'head', 'opened_by', 'opened_at'])
      .orderBy('episode')
      .limit(100)
    return (
      after === undefined ? asked.where('episode', '=', episode ?? '') : asked.where('episode', '>', after)
    ).execute()
  }
  const rowsOf = (id: string) =>
    db.selectFrom('case_events').selectAll().select(belowMs).where('episode', '=', id).orderBy('seq').execute()
  for await (const { id, ...checked } of verified(episode, headsAfter, rowsOf)) yield { episode: id, ...checked }
}

/** What a Date leaves out: times are kept to the millisecond, and Postgres would keep more. */
const belowMs = sql<number>`(extract(microseconds from at)::int % 1000)`.as('below_ms')

/** A page of heads at a time, in the order of their ids; undefined asks for the one. */
async function* verified(
  only: string | undefined,
  headsAfter: (after: string | undefined) => Promise<Head[]>,
  rowsOf: (id: string) => Promise<readonly Row[]>,
): AsyncGenerator<{ id: string } & Checked> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const heads = await headsAfter(only === undefined ? after : undefined)
    for (const head of heads) {
      const rows = await rowsOf(head.id)
      const brokenAt = firstBroken(head, rows)
      yield brokenAt === undefined
        ? { id: head.id, ok: true, events: rows.length }
        : { id: head.id, ok: false, brokenAt }
    }
    const last = heads.at(-1)
    if (only !== undefined || !last) return
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
