import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tokensIn } from '../support/tokensIn.ts'
import { type Measure, ratio, sideBySide } from './measure.ts'
import { startServer } from './processes.ts'
import { Talker } from './talker.ts'

/** What encryption and audit cost: a turn of our own server beside a turn of the same one that keeps words as they are. */
export async function protection(): Promise<Measure[]> {
  const [sealed, plain] = await Promise.all([talking([]), talking(['--import', './tests/bench/withoutProtection.ts'])])
  try {
    for (let warm = 0; warm < 600; warm++) {
      await sealed.turn()
      await plain.turn()
    }
    const times = await sideBySide(15, await sealed.fresh(), await plain.fresh())
    return [ratio('a turn with encryption and audit against one without', 1.3, times)]
  } finally {
    await sealed.close()
    await plain.close()
  }
}

async function talking(nodeArgs: readonly string[]) {
  const dataDir = await mkdtemp(join(tmpdir(), 'return-talk-bench-'))
  const server = await startServer(dataDir, nodeArgs)
  const token = await (await tokensIn(dataDir)).issue({ id: 'interviewer', role: 'interviewer' })
  const talker = new Talker(server.url, token)
  return {
    turn: () => talker.turn(),
    /** Turns of a talk that has just begun. */
    async fresh() {
      const begun = new Talker(server.url, token)
      await begun.turn()
      return () => begun.turn()
    },
    async close() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
