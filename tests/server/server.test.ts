import { chmod, lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { postmasterFile } from '../../console/records/database/postmasterFile.ts'
import { openRecords, type Records } from '../../console/records/openRecords.ts'
import { publishedGuides } from '../../dialogs/guide/guide.ts'
import { createTranslator } from '../../locales/translator.ts'
import { postgresOf, ServerProcess, usersOf } from '../support/serverProcess.ts'

// The processes are looked at through /proc.
const onLinux = process.platform === 'linux'
const isRoot = process.getuid?.() === 0

const started: ServerProcess[] = []
const folders: string[] = []

function server(...from: ConstructorParameters<typeof ServerProcess>): ServerProcess {
  const one = new ServerProcess(...from)
  started.push(one)
  return one
}

async function folder(mode: number): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'rt-server-'))
  await chmod(made, mode)
  folders.push(made)
  return made
}

/** A data folder that any user may pass through. */
const openFolder = async () => join(await folder(0o755), 'data')

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
  const rows = await records.database.db.selectFrom('interviews').select('seq').orderBy('id').execute()
  await records.close()
  return rows.map(({ seq }) => seq)
}

describe.runIf(onLinux)('server', () => {
  it('starts from nothing, answers, keeps others out, and leaves no process behind', async () => {
    const dataDir = await openFolder()
    const first = server(dataDir, { args: ['--demo'] })
    const url = await first.ready()
    expect(await health(url)).toBe(200)
    const seqs = await seqsIn(dataDir)
    expect(seqs.length).toBeGreaterThanOrEqual(5)
    expect(Math.max(...seqs)).toBeGreaterThan(3)

    const sameFolder = server(dataDir).ended
    const samePort = server(await openFolder(), { env: { PORT: new URL(url).port } }).ended
    for (const [ended, why] of [
      [await sameFolder, 'in use by Return Talk'],
      [await samePort, 'is in use: stop what listens there'],
    ] as const) {
      expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringContaining(why) })
      expect(ended.err.trim().split('\n')).toHaveLength(1)
    }

    expect(await health(url)).toBe(200)
    expect(await first.end('SIGINT')).toMatchObject({ code: 0, err: '' })
    expect(postgresOf(dataDir)).toEqual([])
  })

  it('goes on with its data after it was killed, and after everything was', async () => {
    const dataDir = await openFolder()
    const first = server(dataDir, { args: ['--demo'] })
    await first.ready()
    const seqs = await seqsIn(dataDir)
    await first.end('SIGKILL')
    const [orphan = 0] = postgresOf(dataDir)
    expect(orphan).toBeGreaterThan(0)

    const second = server(dataDir, { args: ['--demo'] })
    expect(await health(await second.ready())).toBe(200)
    expect(await seqsIn(dataDir)).toEqual(seqs)
    expect(postgresOf(dataDir)).not.toContain(orphan)

    await second.end('SIGKILL')
    for (const pid of postgresOf(dataDir)) process.kill(pid, 'SIGKILL')
    const third = server(dataDir)
    expect(await health(await third.ready())).toBe(200)
    expect(await seqsIn(dataDir)).toEqual(seqs)
    expect(await third.end('SIGTERM')).toMatchObject({ code: 0 })
    expect(postgresOf(dataDir)).toEqual([])
  })

  it('stops once when it is told to twice, also while it is still starting', async () => {
    const dataDir = await openFolder()
    const one = server(dataDir)
    await one.ready()
    one.child.kill('SIGINT')
    expect(await one.end('SIGINT')).toMatchObject({ code: 0 })
    expect(postgresOf(dataDir)).toEqual([])

    const early = server(dataDir)
    while ((await postmasterFile(join(dataDir, 'postgres', 'cluster'))) === undefined) {
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    expect(await early.end('SIGINT')).toMatchObject({ code: 0 })
    expect(postgresOf(dataDir)).toEqual([])
  })

  it('says so and ends when Postgres ends under it', async () => {
    const dataDir = await openFolder()
    const one = server(dataDir)
    await one.ready()
    process.kill(postgresOf(dataDir)[0] ?? 0, 'SIGQUIT')
    const { code, err } = await one.ended
    expect(code).toBe(1)
    expect(err).toContain('Postgres stopped by itself')
    expect(postgresOf(dataDir)).toEqual([])
  })

  it.runIf(isRoot)('runs Postgres as nobody, whose only files are its own, when nobody can reach them', async () => {
    const dataDir = await openFolder()
    await mkdir(dataDir)
    await writeFile(join(dataDir, 'theirs'), 'kept')
    await server(dataDir).ready()
    expect(usersOf(postgresOf(dataDir)[0] ?? 0)).not.toContain(0)
    expect((await lstat(join(dataDir, 'theirs'))).uid).toBe(0)
    expect((await lstat(join(dataDir, 'postgres'))).uid).not.toBe(0)
  })

  it.runIf(isRoot)(
    'works in a folder closed to others, and again when it has been opened or closed since',
    async () => {
      const outer = await folder(0o700)
      const dataDir = join(outer, 'data')
      for (const mode of [0o700, 0o755, 0o700]) {
        await chmod(outer, mode)
        const one = server(dataDir, { args: ['--demo'] })
        expect(await health(await one.ready())).toBe(200)
        expect((await seqsIn(dataDir)).length).toBeGreaterThanOrEqual(5)
        expect(await one.end('SIGINT')).toMatchObject({ code: 0 })
      }
    },
  )

  it('uses a socket elsewhere when the path of the data folder is too long for one', async () => {
    const dataDir = join(await folder(0o755), 'a'.repeat(100), 'data')
    const one = server(dataDir)
    expect(await health(await one.ready())).toBe(200)
    const socket = (await postmasterFile(join(dataDir, 'postgres', 'cluster')))?.socketFolder ?? ''
    expect((await lstat(socket)).mode & 0o777).toBe(0o700)
    expect(await one.end('SIGINT')).toMatchObject({ code: 0 })
    await expect(lstat(socket)).rejects.toThrow('ENOENT')
  })

  it.each([
    { env: { PORT: 'abc', HOST: '0.0.0.0' }, says: ['PORT must be', 'HOST must be'] },
    { env: { SETTINGS_FILE: '/nowhere/settings.json' }, says: ['SETTINGS_FILE'] },
    { env: { DATABASE_URL: 'postgres://127.0.0.1:1/none' }, says: ['DATABASE_URL'] },
  ])('says what is wrong with $env, a sentence each', async ({ env, says }) => {
    const { code, out, err } = await server(await openFolder(), { env }).ended
    expect({ code, out }).toEqual({ code: 1, out: '' })
    const lines = err.trim().split('\n')
    expect(lines).toHaveLength(says.length)
    says.forEach((words, place) => {
      expect(lines[place]).toContain(words)
    })
  })

  it('keeps what was said out of the log of Postgres', async () => {
    const dataDir = await openFolder()
    await server(dataDir).ready()
    const { database, close } = await joined(dataDir)
    const bad = database.pool.query(`insert into interviews (id, known_as) values ($1, 'marked words')`, ['marked'])
    await expect(bad).rejects.toThrow()
    await expect(database.pool.query(`select 'marked words' from nowhere`)).rejects.toThrow()
    await close()
    expect(await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8')).not.toContain('words')
  })
})
