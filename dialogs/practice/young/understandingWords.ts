import { z } from 'zod'
import { PracticeMove, PracticeTopic } from '../scenario/terms.ts'

const Patterns = z.array(z.string().min(1)).min(1)

/** What a practitioner's words are understood by in one language, whoever they are said to. Patterns as in the hearing's lexicon. */
export const UnderstandingWords = z.strictObject({
  classes: z.record(z.string().regex(/^[A-Z]+$/), z.array(z.string().min(1)).min(1)),
  topics: z.record(PracticeTopic, Patterns),
  moves: z.record(PracticeMove, Patterns),
  wide: Patterns.describe('Asks for everything.'),
  literal: Patterns.describe('"Do you remember": answered as it is asked.'),
  doubting: Patterns.describe('Says that what was told is not so.'),
  idioms: Patterns.describe('What is not understood word by word.'),
})
export type UnderstandingWords = z.infer<typeof UnderstandingWords>
