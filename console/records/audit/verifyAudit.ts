import type { PoolClient } from 'pg'
import { noHash } from '../chain.ts'
import type { Database } from '../database/openDatabase.ts'
import { type AuditRow, atInFull, auditHash } from './auditRow.ts'

/**
 * What became of the audit: whole, or the number of the first entry that is not right. With `entry`, it was changed, taken
 * out or put in. With `record`, it stands as it was written, and the interview or the case it is about is no longer what it then was.
 */
export type AuditVerified =
  | { ok: true; entries: number; head: string }
  | { ok: false; brokenAt: number; why: 'entry' }
  | { ok: false; brokenAt: number; why: 'record'; interview: string }
  | { ok: false; brokenAt: number; why: 'record'; episode: string }

/**
 * Makes each entry's hash again, and looks for the event that each entry about an interview is tied to. One look at the
 * database as it stands, however long it takes; a page at a time; no key is needed.
 * NB: whoever can write to the database and knows this program can make a whole new chain; keep the head elsewhere too.
 */
export async function verifyAudit({ pool }: Pick<Database, 'pool'>): Promise<AuditVerified> {
  const client = await pool.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const verified = await verifiedIn(client)
    await client.query('commit')
    client.release()
    return verified
  } catch (error) {
    // Ends the transaction with the connection.
    client.release(true)
    throw error
  }
}

interface Row extends AuditRow {
  hash: Buffer
}

async function verifiedIn(client: PoolClient): Promise<AuditVerified> {
  const { rows: heads } = await client.query<{ seq: string; hash: Buffer }>('select seq, hash from audit_head')
  const head = heads[0]
  let seq = 0
  let hash: Buffer = noHash
  for (;;) {
    const page = await pageAfter(client, seq)
    const { last, brokenAt } = chainedFrom(page, seq, hash)
    const untied = await firstUntied(client, page.slice(0, last.seq - seq))
    if (untied) return untied
    if (brokenAt !== undefined) return { ok: false, brokenAt, why: 'entry' }
    if (page.length === 0) break
    seq = last.seq
    hash = last.hash
  }
  // Beyond the head nothing was ever appended; short of it something is missing.
  if (!head || Number(head.seq) > seq) return { ok: false, brokenAt: seq + 1, why: 'entry' }
  if (Number(head.seq) < seq) return { ok: false, brokenAt: Math.max(0, Number(head.seq)) + 1, why: 'entry' }
  if (!head.hash.equals(hash)) return { ok: false, brokenAt: Math.max(1, seq), why: 'entry' }
  return { ok: true, entries: seq, head: hash.toString('hex') }
}

const pageSize = 1_000

/** Whatever is not as it was written comes out different or not at all, and is then found by its hash or its number. */
async function pageAfter(client: PoolClient, seq: number): Promise<Row[]> {
  const { rows } = await client.query<Omit<Row, 'seq'> & { seq: string }>({
    name: 'audit-page',
    text: `
      select seq, ${atInFull} as at, by, act, interview, episode, about, "from", reason, seen, head, hash
      from audit where seq > $1 order by seq limit ${pageSize}`,
    values: [seq],
  })
  return rows.map(row => ({ ...row, seq: Number(row.seq) }))
}

/** How far the chain goes on through these rows, and the number at which it breaks. */
function chainedFrom(rows: readonly Row[], seq: number, hash: Buffer) {
  const last = { seq, hash }
  for (const { hash: kept, ...row } of rows) {
    const again = auditHash(last.hash, row)
    if (row.seq !== last.seq + 1 || !again.equals(kept)) return { last, brokenAt: last.seq + 1 }
    last.seq = row.seq
    last.hash = again
  }
  return { last, brokenAt: undefined }
}

/** The first entry whose interview or case has not the event it was tied to, or was begun and is not there. */
async function firstUntied(client: PoolClient, rows: readonly Row[]): Promise<AuditVerified | undefined> {
  const tied = rows.filter(({ seen, act }) => seen !== null || act === 'interview-begun' || act === 'case-begun')
  if (tied.length === 0) return undefined
  const { rows: found } = await client.query<{ seq: string; interview: string | null; episode: string | null }>({
    name: 'audit-untied',
    text: `
      select tied.seq, tied.interview, tied.episode
      from unnest($1::bigint[], $2::uuid[], $3::int[], $4::bytea[], $5::uuid[]) as tied (seq, interview, seen, head, episode)
      left join events on events.interview = tied.interview and events.seq = tied.seen
      left join case_events on case_events.episode = tied.episode and case_events.seq = tied.seen
      left join interviews on interviews.id = tied.interview
      left join case_lines on case_lines.episode = tied.episode
      where coalesce(events.hash, case_events.hash) is distinct from tied.head or tied.head is null
        or coalesce(interviews.id, case_lines.episode) is null
      order by tied.seq limit 1`,
    values: [
      tied.map(({ seq }) => seq),
      tied.map(({ interview }) => interview),
      tied.map(({ seen }) => seen),
      tied.map(({ head }) => head),
      tied.map(({ episode }) => episode),
    ],
  })
  const [first] = found
  if (!first) return undefined
  const brokenAt = Number(first.seq)
  return first.episode === null
    ? { ok: false, brokenAt, why: 'record', interview: first.interview ?? '' }
    : { ok: false, brokenAt, why: 'record', episode: first.episode }
}
