import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { lchown, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { ExpectedError } from './ExpectedError.ts'
import { type PostgresBinaries, postgresBinaries } from './postgresBinaries.ts'
import { type Owner, type RunAs, runAs } from './runAs.ts'

/** A Postgres data folder that is ready to be started, and how. */
export interface Cluster {
  /** Holds `data`, the log and the socket: all that Postgres may touch. */
  folder: string
  data: string
  binaries: PostgresBinaries
  as: RunAs
}

/** What Postgres and initdb are given of our environment: no secret of ours is in it. */
export const postgresEnvironment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }

/** Makes the data folder at first, and hands it to whoever Postgres runs as. */
export async function prepareCluster(path: string): Promise<Cluster> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  const folder = await realpath(path)
  const binaries = await postgresBinaries()
  const as = runAs(binaries, folder)
  if (as.owner) await handOver(folder, as.owner)
  const data = join(folder, 'cluster')
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(folder, data, binaries, as)
  return { folder, data, binaries, as }
}

/** Made under another name and then renamed, so that an interrupted first start leaves nothing half made. */
async function initialise(folder: string, data: string, binaries: PostgresBinaries, as: RunAs): Promise<void> {
  const draft = join(folder, 'cluster.new')
  await rm(draft, { recursive: true, force: true })
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const [file, args] = as.command(binaries.initdb, ['-D', draft, '-U', 'postgres', '-A', 'trust', ...locale])
  const made = await outcomeOf(
    spawn(file, args, {
      ...as.user,
      cwd: folder,
      env: postgresEnvironment,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  )
  if (!made.ok) throw new ExpectedError(`Postgres could not make its data folder ${data}: ${made.why}`)
  await rename(draft, data)
  await synced(folder)
}

async function outcomeOf(child: ChildProcessByStdio<null, null, Readable>): Promise<{ ok: boolean; why: string }> {
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return new Promise(resolve => {
    child.once('error', error => resolve({ ok: false, why: error.message }))
    child.once('close', code => resolve({ ok: code === 0, why: said.trim().split('\n').at(-1) ?? '' }))
  })
}

/** The folder itself comes last: while it is not theirs, an interrupted hand-over is done again. */
async function handOver(folder: string, owner: Owner): Promise<void> {
  const { uid, gid } = await stat(folder)
  if (uid === owner.uid && gid === owner.gid) return
  const inside = await readdir(folder, { recursive: true })
  for (const name of inside) await lchown(join(folder, name), owner.uid, owner.gid)
  await lchown(folder, owner.uid, owner.gid)
}

async function synced(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
