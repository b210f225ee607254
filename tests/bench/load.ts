import { type Measure, rounded } from './measure.ts'
import type { Running } from './processes.ts'
import { Talker } from './talker.ts'

/** Turns a second with 1,000 interviews open at once, 16 people typing at any moment, and what memory that takes. */
export async function load(server: Running, token: string): Promise<Measure[]> {
  const talkers = Array.from({ length: 1000 }, () => new Talker(server.url, token))
  await everyone(talkers)
  const began = performance.now()
  const rounds = 4
  for (let round = 0; round < rounds; round++) await everyone(talkers)
  const seconds = (performance.now() - began) / 1000
  return [
    {
      name: 'turns a second with 1,000 open interviews',
      value: rounded((rounds * talkers.length) / seconds),
      unit: 'per second',
      from: { turns: rounds * talkers.length, seconds: rounded(seconds) },
    },
    { name: 'memory with 1,000 open interviews', value: server.memory(), unit: 'MB', from: {} },
  ]
}

/** One turn of each, 16 at a time. */
async function everyone(talkers: readonly Talker[]): Promise<void> {
  const waiting = [...talkers]
  const typing = async () => {
    for (let talker = waiting.pop(); talker; talker = waiting.pop()) await talker.turn()
  }
  await Promise.all(Array.from({ length: 16 }, typing))
}
