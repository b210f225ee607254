import { z } from 'zod'
import { questionClasses, questionFlags } from '../coding/questionClasses.ts'

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const Sentence = z.string().trim().min(1).max(300)

/** Something said, to be named by its class. */
export const NamingItem = z.strictObject({
  id: Id,
  said: z.array(Sentence).describe('What the young person has said so far, oldest first.'),
  asked: z.array(Sentence).min(1).optional().describe('What was asked before, where it matters.'),
  question: Sentence,
  class: z.enum(questionClasses),
  flags: z.array(z.enum(questionFlags)),
  better: Sentence.optional().describe('A better wording, shown with the answer. Whatever is weak has one.'),
})
export type NamingItem = z.infer<typeof NamingItem>

/** A weak question, to be opened up. */
export const OpeningItem = z.strictObject({
  id: Id,
  said: z.array(Sentence),
  question: Sentence,
  good: z.array(Sentence).min(1).describe('Wordings that do, shown with the answer.'),
})
export type OpeningItem = z.infer<typeof OpeningItem>

/** The exercises beside the talks: "name that question" and "open it up". */
export const Drills = z.strictObject({ naming: z.array(NamingItem).min(40), opening: z.array(OpeningItem).min(10) })
export type Drills = z.infer<typeof Drills>
