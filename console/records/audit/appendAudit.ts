import type { KeyObject } from 'node:crypto'
import type { PoolClient, QueryResult } from 'pg'
import { codeOf } from '../codeOf.ts'
import type { Database } from '../database/openDatabase.ts'
import { seal } from '../keys/seal.ts'
import type { AuditEntry } from './audit.ts'
import { type AuditRow, aboutReason, auditHash, microseconds } from './auditRow.ts'

/** An entry and the moment it was made. */
export interface Dated {
  entry: AuditEntry
  at: Date
}

/** Appends them in one durable commit, all or none, in turn with every other process. */
export async function appendAudit({ pool }: Pick<Database, 'pool'>, entries: readonly Dated[], key?: KeyObject) {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const { seq, hash } = await lockedHead(client)
    const newest = await newestEvents(client, entries)
    await insert(client, chained(entries, seq, hash, newest, key))
    await client.query('commit')
  } catch (error) {
    broken = await client.query('rollback').then(
      () => undefined,
      () => error as Error,
    )
    // Postgres may quote the row that it refused: only its code goes further.
    throw new Error(`The audit was not written (${codeOf(error)}): what was asked for is not done.`)
  } finally {
    client.release(broken)
  }
}

/** A process that stands still, or was cut off, holds up the others for some seconds and no longer. */
const lockHead = `
  begin;
  set local lock_timeout = '10s';
  set local idle_in_transaction_session_timeout = '5s';
  select seq, hash from audit_head for update`

interface Newest {
  about: string
  seq: number
  hash: Buffer
}

/** The newest entry; nobody else appends until this transaction is over. */
async function lockedHead(client: PoolClient): Promise<{ seq: number; hash: Buffer }> {
  // Without parameters they all make one round trip.
  const answers = (await client.query(lockHead)) as unknown as readonly QueryResult<{ seq: string; hash: Buffer }>[]
  const head = answers.at(-1)?.rows[0]
  if (!head) throw new Error('The audit has no head.')
  return { seq: Number(head.seq), hash: head.hash }
}

/** The newest event of each interview, and of each case, that an entry is about: by its `tieOf`. */
async function newestEvents(client: PoolClient, entries: readonly Dated[]): Promise<ReadonlyMap<string, Newest>> {
  const newest = new Map<string, Newest>()
  const interviews = [...new Set(entries.flatMap(({ entry }) => entry.interview ?? []))]
  const cases = [...new Set(entries.flatMap(({ entry }) => entry.episode ?? []))]
  for (const [kind, ids, text] of [
    ['interview', interviews, newestOf('events', 'interview')],
    ['episode', cases, newestOf('case_events', 'episode')],
  ] as const) {
    if (ids.length === 0) continue
    const { rows } = await client.query<Newest>({ name: `audit-newest-${kind}`, text, values: [ids] })
    for (const row of rows) newest.set(`${kind} ${row.about}`, row)
  }
  return newest
}

const newestOf = (table: string, column: string) => `
  select asked.about, newest.seq, newest.hash
  from unnest($1::uuid[]) as asked (about)
  cross join lateral (select seq, hash from ${table} where ${column} = asked.about order by seq desc limit 1) as newest`

/** What the entry's record is found by among the newest events. */
const tieOf = ({ interview, episode }: AuditEntry) =>
  interview === undefined ? `episode ${episode}` : `interview ${interview}`

function chained(
  entries: readonly Dated[],
  last: number,
  lastHash: Buffer,
  newest: ReadonlyMap<string, Newest>,
  key: KeyObject | undefined,
): (AuditRow & { hash: Buffer })[] {
  let previous = lastHash
  return entries.map(({ entry, at }, place) => {
    const seq = last + place + 1
    const event = newest.get(tieOf(entry))
    const row: AuditRow = {
      seq,
      at: microseconds(at),
      by: entry.by,
      act: entry.act,
      interview: entry.interview ?? null,
      episode: entry.episode ?? null,
      about: entry.about ?? null,
      from: entry.from,
      reason: sealed(entry.reason, seq, key),
      seen: event?.seq ?? null,
      head: event?.hash ?? null,
    }
    previous = auditHash(previous, row)
    return { ...row, hash: previous }
  })
}

function sealed(reason: string | undefined, seq: number, key: KeyObject | undefined): Buffer | null {
  if (reason === undefined) return null
  if (!key) throw new Error('A reason is never kept unsealed.')
  return seal(key, reason, aboutReason(seq))
}

const columns = [
  ['seq', 'bigint'],
  ['at', 'timestamptz'],
  ['by', 'text'],
  ['act', 'text'],
  ['interview', 'uuid'],
  ['episode', 'uuid'],
  ['about', 'text'],
  ['from', 'text'],
  ['reason', 'bytea'],
  ['seen', 'int'],
  ['head', 'bytea'],
  ['hash', 'bytea'],
] as const

const names = columns.map(([name]) => `"${name}"`).join(', ')
const arrays = columns.map(([, type], place) => `$${place + 1}::${type}[]`).join(', ')

/** One text however many they are, so that Postgres plans it once. */
const insertText = `
  with new as (insert into audit (${names}) select * from unnest(${arrays}) returning seq, hash)
  update audit_head set seq = newest.seq, hash = newest.hash
  from (select seq, hash from new order by seq desc limit 1) as newest`

async function insert(client: PoolClient, rows: readonly (AuditRow & { hash: Buffer })[]): Promise<void> {
  const values = columns.map(([name]) => rows.map(row => row[name]))
  await client.query({ name: 'audit-append', text: insertText, values })
}
