import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tokensIn } from '../support/tokensIn.ts'
import { type Measure, median, ratio, sideBySide, timed } from './measure.ts'
import { type Running, startServer } from './processes.ts'
import { Talker } from './talker.ts'

/** What a long record and a full database cost: turn 200 beside turn 5, and the 10,000th interview beside the first. */
export async function growth(server: Running, token: string): Promise<Measure[]> {
  return [await record(server, token), await database(server, token)]
}

async function record(server: Running, token: string): Promise<Measure> {
  const short = Array.from({ length: 25 }, () => new Talker(server.url, token))
  const long = Array.from({ length: 25 }, () => new Talker(server.url, token))
  await Promise.all(long.map(talker => turnsOf(talker, 197)))
  await Promise.all(short.map(talker => turnsOf(talker, 3)))
  const times = { ours: [] as number[], theirs: [] as number[] }
  // The same said at each: to a prompt, an account at it, and on from it.
  const said = ['go while-away.from-the-start', 'I went to the park with my friend and it was cold.', 'next']
  for (const [index, talker] of long.entries()) {
    for (const words of said) {
      times.theirs.push(await timed(async () => short[index]?.send(words)))
      times.ours.push(await timed(() => talker.send(words)))
    }
  }
  return ratio('turn 200 against turn 5', 1.2, { ours: median(times.ours), theirs: median(times.theirs) })
}

/** A server with 10,000 interviews beside one that has just been started, both warm. */
async function database(full: Running, token: string): Promise<Measure> {
  for (let batch = 0; batch < 10_000 / 50; batch++) {
    await Promise.all(Array.from({ length: 50 }, () => new Talker(full.url, token).turn()))
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'return-talk-bench-'))
  const empty = await startServer(dataDir)
  try {
    const own = await (await tokensIn(dataDir)).issue({ id: 'interviewer', role: 'interviewer' })
    await turnsOf(new Talker(empty.url, own), 400)
    const first = new Talker(empty.url, own)
    const latest = new Talker(full.url, token)
    const times = await sideBySide(
      12,
      () => latest.turn(),
      () => first.turn(),
    )
    return ratio('an interview beside 10,000 others against the first', 1.2, times)
  } finally {
    await empty.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function turnsOf(talker: Talker, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await talker.turn()
}
