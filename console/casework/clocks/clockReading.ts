import { z } from 'zod'
import { deadlines } from './deadlines.ts'

const ofOthers = deadlines.filter(({ elsewhere }) => elsewhere).map(({ id }) => id)
const readTwice = deadlines.filter(({ alsoReadAs }) => alsoReadAs !== undefined).map(({ id }) => id)

export const ClockReading = z.strictObject({
  alsoCounted: z
    .array(z.enum(ofOthers, { error: `can name only ${ofOthers.join(', ')}` }))
    .describe('Deadlines that other authorities have and that count here too.'),
  readWithMoreTime: z
    .array(z.enum(readTwice, { error: `can name only ${readTwice.join(', ')}` }))
    .describe('Deadlines that can be read in two ways and are read here in the one that gives more time.'),
  source: z.string().trim().min(1).max(300),
  lastChecked: z.iso.date().nullable().describe('YYYY-MM-DD; null for never.'),
})
/** How the clocks are read here. Both readings are shown, whichever counts (practice 8.2, C2). */
export type ClockReading = z.infer<typeof ClockReading>

/** The safer reading of each, and no deadline of another authority. */
export const defaultReading: ClockReading = {
  alsoCounted: [],
  readWithMoreTime: [],
  source: 'practice 8.2, C2: the safer reading of TORB-019 and 020',
  lastChecked: null,
}
