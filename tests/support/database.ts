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
  return async () => {
    await postgres.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** An empty database of one's own, on the run's Postgres. */
export async function freshConnection(): Promise<PoolConfig> {
  const server = JSON.parse(process.env.TEST_POSTGRES ?? '') as PoolConfig
  const database = `test_${randomUUID().replaceAll('-', '')}`
  const client = new Client(server)
  await client.connect()
  await client.query(`create database ${database}`)
  await client.end()
  return { ...server, database }
}

/** The same, with its tables made and a pool open. */
export async function freshDatabase(): Promise<Database> {
  return openDatabase(await freshConnection(), () => {})
}
