import { type Measure, ratio, sideBySide } from './measure.ts'
import type { Running } from './processes.ts'
import { Talker } from './talker.ts'

/** A whole turn over HTTP (reply in, committed, reply out) beside a bare waterfall turn with one durable insert. */
export async function turns(server: Running, floor: Running, token: string): Promise<Measure[]> {
  const ours = new Talker(server.url, token)
  const theirs = new Talker(floor.url, '')
  for (let warm = 0; warm < 1000; warm++) {
    await ours.turn()
    await theirs.send('warm')
  }
  const fresh = { ours: new Talker(server.url, token), theirs: new Talker(floor.url, '') }
  const times = await sideBySide(
    15,
    () => fresh.ours.turn(),
    () => fresh.theirs.send('I went to the park with my friend and it was cold.'),
  )
  return [ratio('a turn against a bare waterfall turn and one durable commit', 1.5, times)]
}
