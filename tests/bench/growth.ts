import { type Measure, median, ratio, timed } from './measure.ts'
import type { Running } from './processes.ts'
import { Talker } from './talker.ts'

/** What a long record and a full database cost: turn 200 beside turn 5, and the 10,000th interview beside the first. */
export async function growth(server: Running, token: string): Promise<Measure[]> {
  return [await record(server, token), await database(server, token)]
}

async function record(server: Running, token: string): Promise<Measure> {
  const talkers = Array.from({ length: 12 }, () => new Talker(server.url, token))
  const long = Array.from({ length: 12 }, () => new Talker(server.url, token))
  for (const talker of long) for (let turn = 0; turn < 195; turn++) await talker.turn()
  for (const talker of talkers) for (let turn = 0; turn < 3; turn++) await talker.turn()
  const times = { ours: [] as number[], theirs: [] as number[] }
  // The same thing said at each: an account under a prompt of its own, and moving on from it.
  const said = ['go while-away.from-the-start', 'I went to the park with my friend and it was cold.', 'next']
  for (let index = 0; index < talkers.length; index++) {
    for (const words of said) {
      times.theirs.push(await timed(async () => talkers[index]?.send(words)))
      times.ours.push(await timed(async () => long[index]?.send(words)))
    }
  }
  return ratio('turn 200 against turn 5', 1.2, { ours: median(times.ours), theirs: median(times.theirs) })
}

async function database(server: Running, token: string): Promise<Measure> {
  const first = await opening(server, token, 40)
  for (let batch = 0; batch < 10_000 / 50; batch++) {
    await Promise.all(Array.from({ length: 50 }, () => new Talker(server.url, token).turn()))
  }
  const later = await opening(server, token, 40)
  return ratio('an interview beside 10,000 others against the first', 1.2, { ours: later, theirs: first })
}

/** The median of a turn, the first six of so many new interviews. */
async function opening(server: Running, token: string, interviews: number): Promise<number> {
  const times: number[] = []
  for (let each = 0; each < interviews; each++) {
    const talker = new Talker(server.url, token)
    for (let turn = 0; turn < 6; turn++) times.push(await timed(() => talker.turn()))
  }
  return median(times)
}
