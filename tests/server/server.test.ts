import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { postmasterFile } from '../../console/records/database/postmasterFile.ts'
import { openRecords, type Records } from '../../console/records/openRecords.ts'
import { publishedGuides } from '../../dialogs/guide/guide.ts'
import { createTranslator } from '../../locales/translator.ts'
import { canReadProject, postgresOf, ServerProcess, usersOf } from '../support/serverProcess.ts'

// The processes are looked at through /proc.
const nobody = 65_534
const onLinux = process.platform === 'linux'

const started: ServerProcess[] = []
const folders: string[] = []

function server(...from: ConstructorParameters<typeof ServerProcess>): ServerProcess {
  const one = new ServerProcess(...from)
  started.push(one)
  return one
}

/** A data folder that any user may pass through. */
async function openFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'rt-server-'))
  await chmod(made, 0o755)
  folders.push(made)
  return join(made, 'data')
}

afterEach(async () => {
  for (const one of started.splice(0)) one.child.kill('SIGKILL')
  for (const path of folders.splice(0)) {
    for (const pid of postgresOf(join(path, 'data'))) process.kill(pid, 'SIGKILL')
    await rm(path, { recursive: true, force: true, maxRetries: 20 })
  }
})

const health = (url: string) => fetch(`${url}/healthz`).then(response => response.status)

/** The store of the server that runs in this folder, as a command joins it. */
const joined = (dataDir: string): Promise<Records> =>
  openRecords({
    dataDir,
    join: true,
    guides: publishedGuides,
    translator: createTranslator(),
    logger: { error: () => {} },
  })

async function seqsIn(dataDir: string): Promise<number[]> {
  const records = await joined(dataDir)
  const rows = await records.database.db
    .selectFrom('events')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .groupBy('interview')
    .orderBy('interview')
    .execute()
  await records.close()
  return rows.map(({ seq }) => seq)
}

describe.runIf(onLinux)('server', { timeout: 90_000 }, () => {
  it('starts from nothing, answers, keeps others out, runs nothing as root, and leaves no process behind', async () => {
    const dataDir = await openFolder()
    const first = server(dataDir, { args: ['--demo'] })
    const url = await first.ready()
    expect(await health(url)).toBe(200)
    // In a project that nobody else can read it runs in a user namespace, which shows root's number from outside.
    if (process.getuid?.() !== 0 || canReadProject(nobody)) {
      expect(usersOf(postgresOf(dataDir)[0] ?? 0)).not.toContain(0)
    }
    const seqs = await seqsIn(dataDir)
    expect(seqs.length).toBeGreaterThanOrEqual(5)
    expect(Math.max(...seqs)).toBeGreaterThan(3)

    const sameFolder = server(dataDir).ended
    const samePort = server(await openFolder(), { env: { PORT: new URL(url).port } }).ended
    const badSettings = server(await openFolder(), { env: { PORT: 'abc' } }).ended
    for (const [ended, why] of [
      [await sameFolder, 'in use by Return Talk'],
      [await samePort, 'is in use: stop what listens there'],
      [await badSettings, 'PORT must be a number'],
    ] as const) {
      expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringContaining(why) })
      expect(ended.err.trim().split('\n')).toHaveLength(1)
    }

    expect(await health(url)).toBe(200)
    expect(await first.end('SIGINT')).toMatchObject({ code: 0, err: '' })
    expect(postgresOf(dataDir)).toEqual([])
  })

  // Killed by itself, or with Postgres: tests/faults/kill.test.ts.
  it('says so when Postgres ends under it, and ends', async () => {
    const dataDir = await openFolder()
    const one = server(dataDir)
    await one.ready()
    process.kill(postgresOf(dataDir)[0] ?? 0, 'SIGQUIT')
    expect(await one.ended).toMatchObject({ code: 1, err: expect.stringContaining('Postgres stopped by itself') })
    expect(postgresOf(dataDir)).toEqual([])
  })

  it('stops once when it is told to twice, also while it is still starting', async () => {
    const dataDir = await openFolder()
    const one = server(dataDir)
    await one.ready()
    one.child.kill('SIGINT')
    expect(await one.end('SIGTERM')).toMatchObject({ code: 0 })
    expect(postgresOf(dataDir)).toEqual([])

    const early = server(dataDir)
    while ((await postmasterFile(join(dataDir, 'postgres', 'cluster'))) === undefined) {
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    expect(await early.end('SIGINT')).toMatchObject({ code: 0 })
    expect(postgresOf(dataDir)).toEqual([])
  })
})
