import { z } from 'zod'
import { balanceParts, mightGoAnswers, scalers, viewers } from './balanceTerms.ts'

const Words = z.string().trim().min(1).max(20_000)
const Part = z.enum(balanceParts)
const At = z.iso.datetime({ offset: true })

/** A line as `Proposal` names it, or `own/` and the event that added it. */
const LineId = z.string().min(1).max(200)

/** What a practitioner does with the balance. What was said in the interview is never changed by it. */
export const balanceEvents = [
  z.strictObject({
    type: z.literal('balanceLine'),
    part: Part,
    words: Words.describe('A line of their own, which nobody said in the interview.'),
  }),
  z
    .strictObject({
      type: z.literal('balanceChanged'),
      line: LineId,
      part: Part.optional().describe('Where it was moved to.'),
      words: Words.optional().describe('Of the practitioner, beside what was said, which stays.'),
      forChild: Words.optional().describe('As it is put to the young person.'),
    })
    .refine(({ part, words, forChild }) => part !== undefined || words !== undefined || forChild !== undefined),
  z.strictObject({ type: z.literal('balanceLeftOut'), line: LineId }),
  z.strictObject({
    type: z.literal('scaled'),
    whose: z.enum(scalers),
    value: z.int().min(0).max(10).describe('How safe they are: 0 not safe at all, 10 very safe. Said by a person.'),
    at: At,
    words: Words.optional().describe('What it is based on.'),
  }),
  z.strictObject({
    type: z.literal('mightGoAgain'),
    whose: z.enum(viewers),
    answer: z.enum(mightGoAnswers),
    at: At,
    words: Words.optional(),
  }),
] as const
export type BalanceEventBody = z.infer<(typeof balanceEvents)[number]>
