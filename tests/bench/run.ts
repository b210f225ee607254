import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres } from '../../console/records/database/openPostgres.ts'
import { tokensIn } from '../support/tokensIn.ts'
import { desk } from './desk.ts'
import { growth } from './growth.ts'
import { load } from './load.ts'
import type { Measure } from './measure.ts'
import { practice } from './practice.ts'
import { startFloor, startServer } from './processes.ts'
import { protection } from './protection.ts'
import { screens } from './screens.ts'
import { scripts } from './scripts.ts'
import { startTimes } from './startTimes.ts'
import { turns } from './turns.ts'

/** Runs every benchmark in one run, our own product beside its floor, and prints what was measured. */
async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'return-talk-bench-'))
  const measures: Measure[] = [...(await startTimes())]
  const server = await startServer(dataDir)
  const { connection } = await openPostgres({ dataDir, join: true })
  const floor = await startFloor(String(connection.host), String(connection.user))
  try {
    const tokens = await tokensIn(dataDir)
    const token = await tokens.issue({ id: 'interviewer', role: 'interviewer' })
    measures.push(...(await turns(server, floor, token)))
    measures.push(...(await screens(server, floor, token)))
    measures.push(...(await scripts(server, floor, token)))
    measures.push(...(await practice(server, await tokens.issue({ id: 'trainee', role: 'trainee' }))))
    measures.push(...(await protection()))
    measures.push(...(await desk()))
    measures.push(...(await growth(server, token)))
    measures.push(...(await load(server, token)))
  } finally {
    await floor.stop()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  print(measures)
}

function print(measures: readonly Measure[]): void {
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(measures, null, 2)}\n`)
  } else {
    for (const { name, value, unit, atMost, from } of measures) {
      const claim =
        atMost === undefined ? '' : value <= atMost ? `  (at most ${atMost}: met)` : `  (at most ${atMost}: MISSED)`
      process.stdout.write(`${name}: ${value} ${unit}${claim}  ${JSON.stringify(from)}\n`)
    }
  }
  if (measures.some(({ value, atMost }) => atMost !== undefined && !(value <= atMost))) process.exitCode = 1
}

await run()
