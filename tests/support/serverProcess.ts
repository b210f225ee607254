import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../server.ts', import.meta.url))

export interface Ended {
  code: number | null
  out: string
  err: string
}

/** `node server.ts` as a person would run it, on a free port unless told which. */
export class ServerProcess {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  private out = ''
  private err = ''

  constructor(dataDir: string, other: { args?: readonly string[]; env?: Record<string, string> } = {}) {
    const env = { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, ...other.env }
    this.child = spawn(process.execPath, [program, ...(other.args ?? [])], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.child.stdout?.on('data', chunk => {
      this.out += chunk
    })
    this.child.stderr?.on('data', chunk => {
      this.err += chunk
    })
    this.ended = once(this.child, 'close').then(([code]) => ({ code, out: this.out, err: this.err }))
  }

  /** Where it says it is ready. Throws with what it said where it ended instead. */
  async ready(): Promise<string> {
    let over = false
    void this.ended.then(() => {
      over = true
    })
    for (;;) {
      const url = /open (https?:\S+)/.exec(this.out)?.[1]
      if (url) return url
      if (over) throw new Error(`It ended: ${this.err || this.out}`)
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  }

  /** Where it said that the first administrator comes in: known once it is ready. */
  firstLink(): string {
    return /once: (http\S+)/.exec(this.out)?.[1] ?? ''
  }

  end(signal: NodeJS.Signals): Promise<Ended> {
    this.child.kill(signal)
    return this.ended
  }
}

/** Live Postgres processes of a data folder, the first one first. */
export function postgresOf(dataDir: string): number[] {
  const cluster = join(dataDir, 'postgres', 'cluster')
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && workingFolder(name) === cluster)
    .map(Number)
    .toSorted((a, b) => a - b)
}

/** User ids under which a process runs: real, effective, saved and for files. */
/** Whether this user can read the project: in a folder that is closed to them, our Postgres cannot run as them. */
export const canReadProject = (uid: number) =>
  uid > 0 && spawnSync('cat', [fileURLToPath(import.meta.url)], { uid, stdio: 'ignore' }).status === 0

export function usersOf(pid: number): number[] {
  const line = /^Uid:\s+(.*)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? ''
  return line.split(/\s+/).map(Number)
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}
