import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { PoolClient } from 'pg'
import { to } from 'pg-copy-streams'
import { ExpectedError } from '../database/ExpectedError.ts'
import type { Database } from '../database/openDatabase.ts'
import type { MasterKeys } from '../keys/masterKeys.ts'
import { newestName } from '../keys/newestName.ts'
import { rotationLock } from '../keys/rotateKeys.ts'
import { newKey } from '../keys/seal.ts'
import { wrap } from '../keys/wrap.ts'
import { framed, type Sequence } from './frames.ts'
import { aboutHeader, type Header, headerBytes, ownerOf } from './header.ts'
import { sealChunks } from './sealedChunks.ts'
import { copied, quoted, schemaOf, tablesOf } from './tablesOf.ts'
import { refuseExisting, writeNewFile } from './writeNewFile.ts'

/** What a backup holds, and what opens it. */
export interface BackupMade {
  id: string
  tables: number
  rows: number
  bytes: number
  /** The names of the master keys without which it cannot be restored. */
  masters: readonly string[]
}

export interface BackupServices {
  database: Database
  masters: MasterKeys
  now(): Date
}

/**
 * Writes every table to a new file, all as they were at one moment, while servers go on: compressed, then encrypted with a key
 * of its own that the newest master key wraps. Nothing of the database is held in memory but what is on its way.
 */
export async function writeBackup(file: string, { database, masters, now }: BackupServices): Promise<BackupMade> {
  await refuseExisting(file)
  await newestName(masters, database.db)
  const client = await database.pool.connect()
  // What is asked of it fails too, and says so.
  client.on('error', () => {})
  try {
    const names = await snapshot(client)
    const key = newKey()
    const id = randomUUID()
    const wrapped = wrap(ownerOf(id), key, await masters.named(names.at(-1) ?? ''))
    const header: Header = {
      id,
      schema: await schemaOf(client),
      madeAt: now().toISOString(),
      masters: names,
      key: wrapped.wrapped.toString('base64'),
    }
    const head = headerBytes(header)
    const counted = { tables: 0, rows: 0 }
    let bytes = 0
    await pipeline(
      framesOf(client, counted),
      createGzip(),
      (compressed: AsyncIterable<Buffer>) => preceded(head, sealChunks(compressed, key, aboutHeader(head))),
      async (content: AsyncIterable<Buffer>) => {
        bytes = await writeNewFile(file, content)
      },
    )
    return { id, ...counted, bytes, masters: names }
  } finally {
    // Closed, so that neither its settings nor anything half read is left on it.
    client.release(true)
  }
}

/**
 * Begins the transaction that sees everything as it is now, and says which master keys wrap what it sees. Not in the middle of
 * a rotation: such a backup would need two, of which one is about to be dropped.
 */
async function snapshot(client: PoolClient): Promise<string[]> {
  await client.query("set lock_timeout to '60s'")
  try {
    await client.query(`select pg_advisory_lock_shared(${rotationLock})`)
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error
    throw new ExpectedError('The keys are being rotated: back up when that is done.')
  }
  // Read back as they are written, whatever the server's settings.
  await client.query("set datestyle to 'ISO'; set intervalstyle to 'postgres'; set extra_float_digits to 1")
  await client.query('begin isolation level repeatable read, read only')
  const { rows } = await client.query<{ name: string }>('select name from master_keys order by place')
  await client.query(`select pg_advisory_unlock_shared(${rotationLock})`)
  return rows.map(({ name }) => name)
}

async function* framesOf(client: PoolClient, counted: { tables: number; rows: number }): AsyncGenerator<Buffer> {
  for (const table of await tablesOf(client)) {
    yield* framed({ kind: 'table', ...table })
    const copy = client.query(to(`copy ${copied(table)} to stdout`))
    for await (const bytes of copy as AsyncIterable<Buffer>) yield* framed({ kind: 'rows', bytes })
    // How many rows they were comes after them: this is answered after that.
    await client.query('select')
    yield* framed({ kind: 'end', rows: copy.rowCount })
    counted.tables += 1
    counted.rows += copy.rowCount
  }
  yield* framed({ kind: 'whole', ...counted, sequences: await sequencesOf(client) })
}

async function sequencesOf(client: PoolClient): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname::text as name from pg_class
      where relkind = 'S' and relpersistence <> 't' and relnamespace = current_schema()::regnamespace order by relname`,
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const found = await client.query<Omit<Sequence, 'name'>>(
      `select last_value::text as value, is_called as called from ${quoted(name)}`,
    )
    for (const sequence of found.rows) sequences.push({ name, ...sequence })
  }
  return sequences
}

async function* preceded(head: Buffer, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head
  yield* content
}
