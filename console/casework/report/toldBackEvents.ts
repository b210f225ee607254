import { z } from 'zod'
import { languageCodes } from '../../../locales/languages.ts'

/** What can be read back: what was written down of the talk, or the balance of what was said. */
export const ToldBackWhat = z.enum(['record', 'balance'])
export type ToldBackWhat = z.infer<typeof ToldBackWhat>

/** What the young person said to it; or that it was not safe to ask them, which is not a no. */
export const ToldBackAnswer = z.enum(['agreed', 'asked-for-changes', 'disagreed', 'not-safe-to-ask'])
export type ToldBackAnswer = z.infer<typeof ToldBackAnswer>

/** What was written down was read back to the young person (practice 5: they see what is said of them). */
export const ToldBack = z.strictObject({
  type: z.literal('toldBack'),
  what: ToldBackWhat,
  at: z.iso.datetime({ offset: true }),
  language: z.enum(languageCodes).describe('In which it was read to them.'),
  answer: ToldBackAnswer,
  words: z.string().trim().min(1).max(20_000).optional().describe('Of the young person.'),
})
