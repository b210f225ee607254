import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { PoolConfig } from 'pg'
import { ExpectedError } from './ExpectedError.ts'
import { postmasterFile } from './postmasterFile.ts'
import { type Cluster, postgresEnvironment } from './prepareCluster.ts'
import { connectionTo } from './runningIn.ts'

export interface StartedCluster {
  connection: PoolConfig
  died: Promise<string>
  stop(): Promise<void>
}

/** Durable by Postgres' own defaults; on a socket only; and a log that never quotes what it was sent. */
const settings = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'port=5432',
  'fsync=on',
  'full_page_writes=on',
  'synchronous_commit=on',
  // A refused statement is told to whoever sent it; the log would quote it.
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'timezone=UTC',
]

/** Starts Postgres in a process group of its own, so that Ctrl-C in the terminal reaches us and not it. */
export async function startCluster(cluster: Cluster): Promise<StartedCluster> {
  const { folder, data, binaries, as } = cluster
  const socketFolder = await makeSocketFolder(cluster)
  const options = [...settings, `unix_socket_directories=${socketFolder}`].flatMap(each => ['-c', each])
  const [file, args] = as.command(binaries.postgres, ['-D', data, ...options])
  const logPath = join(folder, 'postgres.log')
  const log = await open(logPath, 'w', 0o600)
  const child = spawn(file, args, {
    ...as.user,
    cwd: folder,
    env: postgresEnvironment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  let stopping = false
  // Listened for before anything is waited for: one that ends at once would end unheard.
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  await log.close()
  const stop = async () => {
    stopping = true
    await stopped(child, ended)
    if (!socketFolder.startsWith(folder)) await rm(socketFolder, { recursive: true, force: true })
  }
  if (!(await isReady(child, data, ended))) {
    await stop()
    const why = (await readFile(logPath, 'utf8').catch(() => '')).trim().split('\n').at(-1)
    throw new ExpectedError(`Postgres did not start in ${folder}: ${why || 'it said nothing'}`)
  }
  const died = new Promise<string>(resolve => {
    void ended.then(() => {
      if (!stopping) resolve(`Postgres stopped by itself; why is in ${logPath}.`)
    })
  })
  return { connection: connectionTo(socketFolder), died, stop }
}

/** A socket's path may have 107 bytes at most: a private temporary folder serves where the data folder's is longer. */
async function makeSocketFolder({ folder, as }: Cluster): Promise<string> {
  const inside = join(folder, 'socket')
  const fits = Buffer.byteLength(inside) < 80
  if (fits) await mkdir(inside, { recursive: true, mode: 0o700 })
  const made = fits ? inside : await mkdtemp(join(tmpdir(), temporaryPrefix))
  if (as.owner) await chown(made, as.owner.uid, as.owner.gid)
  return made
}

export const temporaryPrefix = 'return-talk-'

/** Waits while it comes up: a recovery after a power cut may take its time. */
async function isReady(child: ChildProcess, data: string, ended: Promise<void>): Promise<boolean> {
  let up = true
  void ended.then(() => {
    up = false
  })
  while (up) {
    const file = await postmasterFile(data)
    if (file?.ready && file.pid === child.pid) return true
    await setTimeout(15)
  }
  return false
}

/** Fast, then at once, then by force: whatever was committed is safe with each. */
async function stopped(child: ChildProcess, ended: Promise<void>): Promise<void> {
  const running = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null
  for (const [signal, wait] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (!running()) return
    child.kill(signal)
    const patience = new AbortController()
    await Promise.race([ended, setTimeout(wait, undefined, { signal: patience.signal }).catch(() => {})])
    patience.abort()
  }
  if (!running() || child.pid === undefined) return
  process.kill(-child.pid, 'SIGKILL')
  if (running()) await once(child, 'exit')
}
