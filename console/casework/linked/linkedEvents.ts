import { z } from 'zod'

/** What says that another episode is of the same young person. Taken back, they are two children's again. */
export const linkedEvents = [
  z.strictObject({
    type: z.literal('linked'),
    episode: z.uuid().describe('Another missing episode of the same young person: its case is kept here.'),
  }),
] as const
