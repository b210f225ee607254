import { parseArgs } from 'node:util'
import { z } from 'zod'
import { clocksFor, lateReasons, type Moments } from '../console/casework/clocks/clocksFor.ts'
import { deadlines, moments } from '../console/casework/clocks/deadlines.ts'
import { instantOf } from '../console/casework/clocks/instantOf.ts'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { readConfig } from '../console/server/config.ts'
import type { Command } from './commands.ts'
import { jsonLines } from './jsonLines.ts'

const Time = z.string().max(60)
const ids = deadlines.map(({ id }) => id)

const Line = z.object({
  events: z.partialRecord(z.enum(moments), Time),
  now: Time,
  lateness: z
    .record(z.string(), z.object({ reason: z.enum(lateReasons), theirWords: z.string().optional() }))
    .optional(),
  alsoCounted: z.array(z.enum(ids)).optional(),
  readWithMoreTime: z.array(z.enum(ids)).optional(),
})

/**
 * `clocks`: reads `{ "events": { "returned": "2026-03-27T22:00", ... }, "now" }` in JSON lines, prints every clock that runs or ran. They
 * are read as this installation's settings say, unless a line says otherwise.
 */
export const clocks: Command = async (args, { input, environment, print }) => {
  const { clocks: here } = readConfig(environment).settings
  parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
  const looks = '{ "events": { "found", "notified", "returned", ... }, "now" }'
  for await (const { number, line } of jsonLines(input, Line, looks)) {
    const at = (name: string, text: string) => {
      const instant = instantOf(text)
      if (instant === undefined) throw new ExpectedError(`Line ${number} has no time that can be read for ${name}.`)
      return instant
    }
    const happened = Object.entries(line.events).map(([name, text]) => [name, at(name, text)])
    const { lateness, alsoCounted = here.alsoCounted, readWithMoreTime = here.readWithMoreTime } = line
    const settings = { alsoCounted, readWithMoreTime, ...(lateness ? { lateness: reasonsIn(lateness) } : {}) }
    print(JSON.stringify(clocksFor(Object.fromEntries(happened) as Moments, at('now', line.now), settings)))
  }
}

const reasonsIn = (lateness: NonNullable<z.infer<typeof Line>['lateness']>) =>
  Object.fromEntries(
    Object.entries(lateness).map(([id, { reason, theirWords }]) => [
      id,
      { reason, ...(theirWords === undefined ? {} : { theirWords }) },
    ]),
  )
