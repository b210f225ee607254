import { execFileSync } from 'node:child_process'
import { realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { ExpectedError } from './ExpectedError.ts'
import { type PostmasterFile, postmasterFile } from './postmasterFile.ts'
import { isAlive, processesIn } from './processes.ts'
import { temporaryPrefix } from './startCluster.ts'

/**
 * Clears what a killed Return Talk left: a Postgres that is still up is shut down, and the files that say one is running
 * are removed once no process has this data folder any more. Only for whoever holds the data folder's lock.
 */
export async function stopLeftOver(folder: string): Promise<void> {
  const data = await realpath(join(folder, 'cluster')).catch(() => undefined)
  if (data === undefined) return
  const file = await postmasterFile(data)
  await takeDown(data, file)
  await rm(join(data, 'postmaster.pid'), { force: true })
  await rm(join(folder, 'socket'), { recursive: true, force: true })
  const socketFolder = file?.socketFolder ?? ''
  if (dirname(socketFolder) === tmpdir() && basename(socketFolder).startsWith(temporaryPrefix)) {
    await rm(socketFolder, { recursive: true, force: true })
  }
}

async function takeDown(data: string, file: PostmasterFile | undefined): Promise<void> {
  for (const [signal, wait] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    const left = leftIn(data, file)
    if (left.length === 0) return
    const postmaster = left.filter(pid => pid === file?.pid)
    // Told to the first process, the others follow; those that have lost it, or do not listen, are told themselves.
    for (const pid of postmaster.length > 0 && signal !== 'SIGKILL' ? postmaster : left) tell(pid, signal)
    const until = Date.now() + wait
    while (leftIn(data, file).length > 0 && Date.now() < until) await setTimeout(20)
  }
  const [pid] = leftIn(data, file)
  if (pid !== undefined) throw new ExpectedError(`Postgres process ${pid} still runs in ${data}: stop it first.`)
}

function leftIn(data: string, file: PostmasterFile | undefined): number[] {
  if (process.platform === 'linux') return processesIn(data)
  return file && isAlive(file.pid) && isPostgres(file.pid) ? [file.pid] : []
}

function isPostgres(pid: number): boolean {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
  } catch {
    return false
  }
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone already, or not ours: whether any is left is looked at next.
  }
}
