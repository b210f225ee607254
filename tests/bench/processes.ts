import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Running {
  url: string
  child: ChildProcess
  /** Resident memory now, in megabytes. */
  memory(): number
  stop(): Promise<void>
}

/** Our own server on a data folder, answering, with its ready people and without a limit of requests. Its Postgres is its own. */
export async function startServer(dataDir: string, nodeArgs: readonly string[] = []): Promise<Running> {
  const port = await freePort()
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), RATE_LIMIT: 'off', NODE_ENV: 'production' }
  const child = spawn(process.execPath, [...nodeArgs, 'server.ts', '--demo'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await answering(`${url}/readyz`, child)
  return running(url, child)
}

/** The floor, on the Postgres that our own server runs. */
export async function startFloor(host: string, user: string): Promise<Running> {
  const child = spawn(process.execPath, ['tests/bench/floorServer.ts', host, user], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`The floor ended with ${code}.`)))
    child.stdout?.on('data', (data: Buffer) => {
      const found = /floor on (\d+)/.exec(data.toString())?.[1]
      if (found) resolve(found)
    })
  })
  return running(`http://127.0.0.1:${port}`, child)
}

function running(url: string, child: ChildProcess): Running {
  return {
    url,
    child,
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
    },
    stop: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve())
        child.kill('SIGINT')
      }),
  }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`)
    const ready = await fetch(url).then(
      response => response.ok,
      () => false,
    )
    if (ready) return
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
