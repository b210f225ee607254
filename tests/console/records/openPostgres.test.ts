import { spawnSync } from 'node:child_process'
import { chmod, chown, lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ExpectedError } from '../../../console/records/database/ExpectedError.ts'
import { type OpenedPostgres, openPostgres } from '../../../console/records/database/openPostgres.ts'
import { postmasterFile } from '../../../console/records/database/postmasterFile.ts'
import { startOf } from '../../../console/records/database/processes.ts'
import { canReadProject, postgresOf, usersOf } from '../../support/serverProcess.ts'

const onLinux = process.platform === 'linux'
const isRoot = process.getuid?.() === 0

/** A user of the system's own, for whoever else may own a folder. */
const someone = Number(spawnSync('id', ['-u', 'daemon'], { encoding: 'utf8' }).stdout)

let outer: string
let dataDir: string
let cluster: string

beforeEach(async () => {
  outer = await mkdtemp(join(tmpdir(), 'rt-postgres-'))
  dataDir = join(outer, 'data')
  cluster = join(dataDir, 'postgres', 'cluster')
  // What a first start leaves that was killed while it made the folder.
  await mkdir(join(dataDir, 'postgres', 'cluster.new'), { recursive: true })
  await writeFile(join(dataDir, 'postgres', 'cluster.new', 'PG_VERSION'), '18')
  await writeFile(join(dataDir, 'theirs'), 'kept')
})
afterEach(() => rm(outer, { recursive: true, force: true }))

async function asked(postgres: OpenedPostgres, sql: string): Promise<unknown[]> {
  const client = new Client(postgres.connection)
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

/** Opens it, does this, and closes it again. */
async function opened(
  work: (postgres: OpenedPostgres) => Promise<void>,
  other: { dataDir?: string } = {},
): Promise<void> {
  const postgres = await openPostgres({ dataDir, ...other })
  try {
    await work(postgres)
  } finally {
    await postgres.close()
  }
}

describe.runIf(onLinux)('openPostgres', { timeout: 60_000 }, () => {
  it('keeps its data in a folder that is opened to others and closed again', async () => {
    for (const [place, mode] of [0o700, 0o755, 0o700].entries()) {
      await chmod(outer, mode)
      await chmod(dataDir, mode)
      await opened(async postgres => {
        await asked(postgres, 'create table if not exists kept (place int)')
        await asked(postgres, `insert into kept values (${place})`)
        expect(await asked(postgres, 'select count(*)::int from kept')).toEqual([place + 1])
        const [first = 0] = postgresOf(dataDir)
        // Inside a user namespace the kernel shows root's number here, although it has none of root's rights.
        if (isRoot && mode === 0o755 && canReadProject(someone)) expect(usersOf(first)).not.toContain(0)
        if (isRoot) expect((await lstat(join(dataDir, 'theirs'))).uid).toBe(0)
      })
      expect(postgresOf(dataDir)).toEqual([])
    }
  })

  it.runIf(isRoot && canReadProject(someone))('runs as who owns the closed folder it is in', async () => {
    const home = await mkdtemp(join(tmpdir(), 'rt-home-'))
    await chown(home, someone, someone)
    await opened(
      async () => {
        expect(usersOf(postgresOf(join(home, 'data'))[0] ?? 0)).toEqual([someone, someone, someone, someone])
      },
      { dataDir: join(home, 'data') },
    )
    await rm(home, { recursive: true })
  })

  it('is durable, and answers on a socket that only its owner can reach', async () => {
    await opened(async postgres => {
      for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
        expect(await asked(postgres, `show ${setting}`)).toEqual(['on'])
      }
      expect(await asked(postgres, 'show listen_addresses')).toEqual([''])
      expect(await asked(postgres, 'show server_encoding')).toEqual(['UTF8'])
      expect((await lstat(postgres.connection.host ?? '')).mode & 0o777).toBe(0o700)
    })
  })

  it('writes nothing it was sent into its log', async () => {
    await opened(async postgres => {
      await expect(asked(postgres, `select 'marked words' from nowhere`)).rejects.toThrow()
      await expect(asked(postgres, `select 'marked words'::int`)).rejects.toThrow()
    })
    const log = await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8')
    expect(log).not.toContain('marked')
  })

  it('starts over what was left by a power cut: an empty process file and the lock of a number used again', async () => {
    await opened(async () => {})
    await writeFile(join(cluster, 'postmaster.pid'), '')
    await writeFile(join(dataDir, 'return-talk.lock'), `${process.pid} 1`)
    await opened(async postgres => {
      expect(await asked(postgres, 'select 1')).toEqual([1])
    })
  })

  it('starts over a process file whose number is that of another process now', async () => {
    await opened(async () => {})
    await writeFile(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n/nowhere\n\n1 2\nready\n`)
    await opened(async postgres => {
      expect(await asked(postgres, 'select 1')).toEqual([1])
    })
  })

  it('refuses a folder that a live process holds, and joins it when asked to', async () => {
    await opened(async postgres => {
      expect(await readFile(join(dataDir, 'return-talk.lock'), 'utf8')).toBe(`${process.pid} ${startOf(process.pid)}`)
      await expect(openPostgres({ dataDir })).rejects.toThrow(ExpectedError)
      const joined = await openPostgres({ dataDir, join: true })
      expect(await asked(joined, 'select 1')).toEqual([1])
      await joined.close()
      expect(await asked(postgres, 'select 1')).toEqual([1])
    })
  })

  it('starts one for whoever asks to join and finds nobody', async () => {
    const alone = await openPostgres({ dataDir, join: true })
    expect(await asked(alone, 'select 1')).toEqual([1])
    await alone.close()
    expect(postgresOf(dataDir)).toEqual([])
  })

  it('tells when it ends by itself, and lets go of the folder all the same', async () => {
    const postgres = await openPostgres({ dataDir })
    process.kill(postgresOf(dataDir)[0] ?? 0, 'SIGQUIT')
    expect(await postgres.died).toContain('Postgres stopped by itself')
    await postgres.close()
    await opened(async () => {})
  })

  it('uses a socket elsewhere when the path of the data folder is too long for one', async () => {
    const long = join(outer, 'a'.repeat(100))
    let socket = ''
    await opened(
      async postgres => {
        socket = postgres.connection.host ?? ''
        expect(await asked(postgres, 'select 1')).toEqual([1])
        expect((await lstat(socket)).mode & 0o777).toBe(0o700)
        expect(await postmasterFile(join(long, 'postgres', 'cluster'))).toMatchObject({ socketFolder: socket })
      },
      { dataDir: long },
    )
    await expect(lstat(socket)).rejects.toThrow('ENOENT')
  })

  it('says what stops it from starting, and starts once that is put right', async () => {
    await opened(async () => {})
    await writeFile(join(cluster, 'postgresql.auto.conf'), 'no_such_setting = 1\n')
    await expect(openPostgres({ dataDir })).rejects.toThrow('Postgres did not start')
    await writeFile(join(cluster, 'postgresql.auto.conf'), '')
    await opened(async () => {})
  })
})
