import type { KeyObject } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { PoolClient } from 'pg'
import { from } from 'pg-copy-streams'
import { ExpectedError } from '../database/ExpectedError.ts'
import type { Database } from '../database/openDatabase.ts'
import type { MasterKeys } from '../keys/masterKeys.ts'
import { unwrappedBy } from '../keys/wrap.ts'
import { endAccess } from './endAccess.ts'
import { type Frame, framesIn } from './frames.ts'
import { aboutHeader, type Header, ownerOf, readHeader } from './header.ts'
import { openChunks } from './sealedChunks.ts'
import { type BackupTable, copied, quoted, schemaOf, tablesOf } from './tablesOf.ts'

export interface Restored {
  /** The backup's. */
  id: string
  tables: number
  rows: number
  /** When the backup was made, by the clock of whoever made it. */
  madeAt: string
}

export interface RestoreServices {
  database: Database
  masters: Pick<MasterKeys, 'named'>
}

/** Tables that migrations themselves put a row into. */
const neverEmpty = ['audit_head']

/**
 * Puts back what `writeBackup` wrote, into an empty database, in one transaction: all of it but what let someone in at the
 * time, and only after the last chunk of the file was found authentic. Throws an ExpectedError where that cannot be; then the database is as empty as it was.
 */
export async function restoreBackup(file: string, { database, masters }: RestoreServices): Promise<Restored> {
  const { header, bytes, key } = await openedHeader(file, masters)
  const client = await database.pool.connect()
  // What is asked of it fails too, and says so.
  client.on('error', () => {})
  try {
    const tables = await emptyTables(client, header)
    let restored = { tables: 0, rows: 0 }
    await pipeline(
      createReadStream(file, { start: bytes.length }),
      (sealed: AsyncIterable<Buffer>) => openChunks(sealed, key, aboutHeader(bytes)),
      createGunzip(),
      async (opened: AsyncIterable<Buffer>) => {
        restored = await filled(client, tables, framesIn(opened))
      },
    )
    await endAccess(client)
    for (const { name } of tables) await client.query(`alter table ${quoted(name)} enable trigger user`)
    await client.query('commit')
    return { id: header.id, ...restored, madeAt: header.madeAt }
  } catch (error) {
    throw sentenceFor(error as Error & { code?: string }, file)
  } finally {
    // Where it was not committed, this undoes it all.
    client.release(true)
  }
}

/** The beginning of a backup and the key of the rest. Throws an ExpectedError where it is none, or the master key is missing. */
export async function openedHeader(
  file: string,
  masters: RestoreServices['masters'],
): Promise<{ header: Header; bytes: Buffer; key: KeyObject }> {
  const { header, bytes } = await readHeader(file)
  const found = await Promise.all(header.masters.map(name => masters.named(name)))
  const newest = found.at(-1)
  try {
    if (newest)
      return { header, bytes, key: unwrappedBy(ownerOf(header.id), Buffer.from(header.key, 'base64'), newest) }
  } catch {
    // As much as to say that it was changed.
  }
  throw changed(file)
}

/** Begins the transaction, and keeps everyone else out until it ends. */
async function emptyTables(client: PoolClient, { schema }: Header): Promise<readonly BackupTable[]> {
  await client.query('begin')
  const here = await schemaOf(client)
  if (here.join('\n') !== schema.join('\n')) {
    throw new ExpectedError(
      `The backup was made by another version of Return Talk (its tables are of ${schema.at(-1)}, these of ${here.at(-1)}): restore it with that version, then start this one.`,
    )
  }
  const tables = await tablesOf(client)
  const names = tables.map(({ name }) => quoted(name)).join(', ')
  await client.query(`lock table ${names} in access exclusive mode`)
  for (const { name } of tables.filter(each => !neverEmpty.includes(each.name))) {
    const { rows } = await client.query(`select from ${quoted(name)} limit 1`)
    if (rows.length > 0) {
      throw new ExpectedError(
        'There is data here already, and a restore never writes over any: set DATA_DIR to a new folder, or DATABASE_URL to an empty database.',
      )
    }
  }
  await client.query(`truncate ${names}`)
  // What was kept is put back as it was, whatever would be refused to someone who writes it now.
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} disable trigger user`)
  return tables
}

async function filled(
  client: PoolClient,
  tables: readonly BackupTable[],
  frames: AsyncGenerator<Frame>,
): Promise<{ tables: number; rows: number }> {
  const left = new Map(tables.map(table => [table.name, table]))
  const counted = { tables: 0, rows: 0 }
  let isWhole = false
  for await (const frame of frames) {
    if (frame.kind === 'table') {
      const table = left.get(frame.name)
      left.delete(frame.name)
      if (!table || !isSame(table, frame)) throw otherTables(frame.name)
      counted.rows += await copiedIn(client, frame, frames)
      counted.tables += 1
    } else if (frame.kind === 'whole') {
      isWhole = frame.tables === counted.tables && frame.rows === counted.rows
      for (const { name, value, called } of frame.sequences) {
        await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), value, called])
      }
    }
  }
  for (const name of left.keys()) throw otherTables(name)
  if (!isWhole) throw new Error('A backup does not hold what it says it does.')
  return counted
}

const isSame = (one: BackupTable, other: BackupTable) =>
  one.columns.toSorted().join('\n') === other.columns.toSorted().join('\n')

const otherTables = (name: string) =>
  new ExpectedError(
    `The table ${name} is not the same in the backup as here: restore it with the version that made it.`,
  )

/** One table's rows, up to the frame that ends them. */
async function copiedIn(client: PoolClient, table: BackupTable, frames: AsyncGenerator<Frame>): Promise<number> {
  const copy = client.query(from(`copy ${copied(table)} from stdin`))
  const done = finished(copy)
  // It may be refused long before the end of its rows is reached.
  done.catch(() => {})
  for (;;) {
    const { value: frame } = (await frames.next()) as { value: Frame | undefined }
    if (frame?.kind === 'end') {
      copy.end()
      await done
      if (copy.rowCount !== frame.rows) throw new Error('A table of a backup is not whole.')
      return copy.rowCount
    }
    if (frame?.kind !== 'rows') throw new Error('A table of a backup has no end.')
    if (!copy.write(frame.bytes)) await Promise.race([drained(copy), done])
  }
}

const drained = (copy: NodeJS.EventEmitter) => new Promise<void>(resolve => copy.once('drain', () => resolve()))

const changed = (file: string) =>
  new ExpectedError(
    `${resolve(file)} was changed or cut short since it was made. Nothing was restored: use another backup.`,
  )

/** NB: an error of Postgres may quote a row. */
function sentenceFor(error: Error & { code?: string }, file: string): Error {
  if (error.name === 'ExpectedError') return error
  const ofZlib = error.code?.startsWith('Z_')
  if (error.name === 'NotAuthentic' || ofZlib) return changed(file)
  return new ExpectedError(
    `${resolve(file)} could not be restored (${error.code ?? error.message}). Nothing was restored.`,
  )
}
