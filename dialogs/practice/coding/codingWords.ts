import { z } from 'zod'
import { questionClasses, questionFlags } from './questionClasses.ts'

const Words = z.array(z.string().min(1)).min(1)
const Patterns = z.array(z.string().min(1)).min(1)

const Rule = z.strictObject({
  rule: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  class: z
    .enum([...questionClasses, 'open'])
    .describe('`open`: an invitation, or a cued one where it is about something the child told of.'),
  at: z
    .enum(['start', 'clause', 'anywhere'])
    .describe('Where its words stand: first in the sentence, first in any part of it, or anywhere in it.'),
  isOrder: z
    .literal(true)
    .optional()
    .describe('Its words ask for something after a request: "tell me" after "can you".'),
  when: Patterns,
})

const Lists = z.strictObject({
  acts: Words.describe('What somebody does to a child, or gives it: a detail where someone else is who acts.'),
  ownActs: Words.describe('What a child may have done: a detail where a question takes it for granted.'),
  things: Words.describe('What is a detail whoever it is about: drink, drugs, gifts, offences, people nobody told of.'),
  objects: Words.describe('What is a detail where a question takes it for granted: "the bag".'),
  determiners: Words.describe('What takes the word after it for granted.'),
  the: Words,
  feelings: Words.describe('A detail where the child has not told of them.'),
  labels: Words.describe('Beginnings of words that judge or name what happened: the child is to use them first.'),
  open: Words.describe('Words that leave a yes-or-no question open: "did anyone give you anything".'),
  function: Words.describe('Words that are no detail and nothing told.'),
  known: Words.describe('What the occasion gives: whoever is back went somewhere, slept, ate and came home.'),
  persons: Words.describe('Words after which a pronoun stands for somebody told of.'),
  pronouns: Words.describe('Words for people told of before.'),
  they: Words.describe('Those that may stand for anyone.'),
  negators: Words.describe('What follows them in a sentence was denied, not told.'),
  claims: Words.describe('What follows them was claimed by somebody else, not told.'),
  alone: Words.describe('How a child says that nobody was with it.'),
  wh: Words.describe('Question words.'),
  what: Words,
  who: Words,
  inverting: Words.describe('What after a question word makes it ask: "what did", not "what you".'),
  joins: Words.describe('What begins another part of a sentence.'),
  or: Words,
  because: Words,
  not: Words,
  yeah: Words.describe('Tags that only ask whether it was heard right.'),
  subjects: Words.describe('What a statement about what was told begins with.'),
  you: Words,
  yours: Words.describe('Words for the child spoken to, and what is theirs.'),
  us: Words.describe('Words for whoever speaks.'),
  ours: Words.describe('Words for whoever speaks, and what is theirs.'),
  pointers: Words.describe('Words that point at all that was said.'),
  anaphors: Words.describe('Words that stand for something told, after one of `ties`.'),
  ties: Words,
  plainAsking: Words.describe('Words that two questions may have in common and ask for different things.'),
})

/** The words that questions are coded by, in one language, as kept in its coding.json. Patterns are written as in the hearing's lexicon. */
export const CodingWords = z.strictObject({
  spellings: z.record(z.string(), z.string()).describe('Besides those of the hearing.'),
  classes: z.record(z.string().regex(/^[A-Z]+$/), Words).describe('Words a pattern names in one capital word.'),
  openings: Patterns.describe('What may stand before a question and is none.'),
  requests: Patterns.describe('What makes a question of form an order of meaning: "can you" before "tell me".'),
  rules: z.array(Rule).describe('The first that fits says the class.'),
  facilitating: Patterns.describe('What encourages in a short sentence, wherever it stands.'),
  flags: z.partialRecord(z.enum(questionFlags), Patterns).describe('Flags that go by words alone.'),
  safety: Patterns.describe(
    'What is asked plainly because plain is right (ECRC-033, simulation.md 3): never marked down.',
  ),
  tags: Patterns.describe('What a statement ends with to be agreed to.'),
  earlier: Patterns.describe('What names something the child said before.'),
  company: Patterns.describe('How a question takes for granted that somebody was with the child.'),
  same: z.array(Words).describe('Words that tell the same: whoever told one told of the others.'),
  lists: Lists,
})
export type CodingWords = z.infer<typeof CodingWords>
export type CodingRule = CodingWords['rules'][number]
