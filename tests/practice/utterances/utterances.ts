import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { questionClasses, questionFlags } from '../../../dialogs/practice/coding/questionClasses.ts'

const sentence = z.string().trim().min(1)

/** What a practitioner says after what a young person said, with the class and flags that people gave it. */
export const Labelled = z.strictObject({
  id: z.string().regex(/^[a-z]\d{3}$/),
  said: z.array(sentence).describe('What the young person has said so far, oldest first.'),
  asked: z.array(sentence).min(1).optional().describe('What the practitioner asked earlier, where it matters.'),
  question: sentence,
  class: z.enum(questionClasses),
  flags: z.array(z.enum(questionFlags)).refine(given => new Set(given).size === given.length, 'a flag is given twice'),
  note: sentence.optional(),
})
export type Labelled = z.infer<typeof Labelled>

/** The labelled utterances of this file, which stands beside this one. */
export const utterancesIn = (name: string): Labelled[] => z.array(Labelled).parse(parsedFrom(name))

export function parsedFrom(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'))
}
