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

/** Files that rules may be written, read and mended with, oldest first. */
export const tuningSets = ['tuning', ...Array.from({ length: 20 }, (_, at) => `tuning${at + 2}`)]

/** Files that are only ever counted. */
export const measuringSets = ['measuring', 'measuring2', 'measuring3']

/** The lines a coder is measured on: of a measuring set, only those whose question stands in no tuning set ("How did that make you feel?"). */
export function countedIn(name: string): Labelled[] {
  if (!measuringSets.includes(name)) return utterancesIn(name)
  const tuned = new Set(tuningSets.flatMap(utterancesIn).map(({ question }) => plain(question)))
  return utterancesIn(name).filter(({ question }) => !tuned.has(plain(question)))
}

/** The words alone: two questions that differ in case, stops or spaces are the same question. */
export function plain(question: string): string {
  return question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
