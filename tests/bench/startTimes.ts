import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Measure, rounded } from './measure.ts'
import { startServer } from './processes.ts'

/** From the command to ready: on an empty folder, where Postgres is made, and on one that has its data. */
export async function startTimes(): Promise<Measure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'return-talk-bench-'))
  const times: number[] = []
  for (let start = 0; start < 2; start++) {
    const began = performance.now()
    const server = await startServer(dataDir)
    times.push((performance.now() - began) / 1000)
    await server.stop()
  }
  await rm(dataDir, { recursive: true, force: true })
  const [cold = Number.NaN, warm = Number.NaN] = times
  return [
    { name: 'cold start to ready', value: rounded(cold), unit: 's', from: {} },
    { name: 'warm start to ready', value: rounded(warm), unit: 's', from: {} },
  ]
}
