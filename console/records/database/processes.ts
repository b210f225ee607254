import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Whether the process is there and is more than a zombie waiting to be collected. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return stateOf(pid) !== 'Z'
}

/** When it started, in the system's own terms: with its number this tells it from a later process of the same number. */
export function startOf(pid: number): string | undefined {
  return hasProc ? statOf(pid)?.[19] : ps(pid, 'lstart=')
}

/** Live processes that have this folder as their working folder, as every process of a Postgres has its data folder. */
export function processesIn(folder: string): number[] {
  if (!hasProc) return []
  return readdirSync('/proc')
    .map(Number)
    .filter(pid => pid > 0 && folderOf(pid) === folder && isAlive(pid))
}

const hasProc = process.platform === 'linux'

const stateOf = (pid: number) => (hasProc ? statOf(pid)?.[0] : ps(pid, 'state=')?.[0])

/** The fields of /proc/<pid>/stat from the third on: the second, the name, may hold anything. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function ps(pid: number, field: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}
