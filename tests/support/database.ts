import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type PoolConfig } from 'pg'
import { type Database, openDatabase } from '../../console/records/database/openDatabase.ts'
import { openPostgres } from '../../console/records/database/openPostgres.ts'

/** One real Postgres for the whole run: vitest calls this before the first test file, and what it returns after the last. */
export async function setup(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'return-talk-tests-'))
  const postgres = await openPostgres({ dataDir })
  process.env.TEST_POSTGRES = JSON.stringify(postgres.connection)
  await quick(postgres.connection)
  return async () => {
    await postgres.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** A database with every table made, to copy: making them takes ten times as long. */
const tablesMade = 'tables_made'

/**
 * Nothing here has to outlive a power cut: what does is tested on Postgres as the program starts it, in tests/faults and
 * tests/server.
 */
async function quick(connection: PoolConfig): Promise<void> {
  await asked(connection, 'alter system set fsync = off', 'select pg_reload_conf()', `create database ${tablesMade}`)
  const made = await openDatabase({ ...connection, database: tablesMade }, () => {})
  await made.close()
}

async function asked(connection: PoolConfig, ...statements: readonly string[]): Promise<void> {
  const client = new Client(connection)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

async function newDatabase(from: string): Promise<PoolConfig> {
  const server = JSON.parse(process.env.TEST_POSTGRES ?? '') as PoolConfig
  const database = `test_${randomUUID().replaceAll('-', '')}`
  await asked(server, `create database ${database} template ${from} strategy file_copy`)
  return { ...server, database }
}

/** An empty database of one's own, on the run's Postgres. */
export const freshConnection = (): Promise<PoolConfig> => newDatabase('template1')

/** The same, with its tables made and a pool open. */
export async function freshDatabase(): Promise<Database> {
  return openDatabase(await newDatabase(tablesMade), () => {})
}
