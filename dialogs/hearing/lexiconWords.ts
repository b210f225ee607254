import { z } from 'zod'

const Words = z.array(z.string().regex(/^[\p{L}\p{N}']+$/u, 'one lower-case word')).min(1)
const Patterns = z.array(z.string().min(1)).min(1)

const Cues = z.strictObject({
  child: Patterns.optional().describe('Told when the one the clause is about is the young person.'),
  anyone: Patterns.optional().describe('Told whoever the clause is about; such a cue usually has `me` in it.'),
  others: Patterns.optional().describe('Told when the clause is about someone else.'),
  denied: Patterns.optional().describe('Told as no by itself, whoever the clause is about.'),
  childDenied: Patterns.optional().describe('The same, when the clause is about the young person.'),
})

const SetAside = z.strictObject({
  why: z.string().min(1).describe('For the reader of this file.'),
  of: z.enum(['anyone', 'others']).describe('Whose clause the words must stand in.'),
  when: Patterns,
  itself: z.literal(true).optional().describe('The last word of the pattern is set aside as well: "going to take".'),
  reach: z
    .enum(['few', 'clause', 'joined'])
    .describe(
      'How far what follows is set aside: four words, its clause, or on through clauses no "but" or "and" parts.',
    ),
})

/** The words of one language that the hearing goes by, as kept in its hearing.json. The notation is in lexicon.ts. */
export const LexiconWords = z.strictObject({
  spellings: z.record(z.string(), z.string()).describe('How a word, or two, are read: "didnt" as "did not".'),
  classes: z.record(z.string().regex(/^[A-Z]+$/), Words).describe('Words a pattern names in one capital word.'),
  grammar: z.strictObject({
    child: Words.describe('Words for the young person as the one who acts.'),
    childNouns: Words.describe('What a practitioner calls the young person.'),
    others: Words.describe('Pronouns for someone else as the one who acts.'),
    indefinite: Words.describe('Others that may also be acted on: they begin a clause only before a verb.'),
    reported: z
      .record(z.string(), z.strictObject({ me: Words, my: Words, myself: Words, nouns: Words }))
      .describe('A pronoun a report may use of the young person, its other forms, and nouns it could also stand for.'),
    people: Words.describe('Nouns for people that need no word before them.'),
    determiners: Words,
    times: Words.describe('Nouns that make what they stand in a time, not a person.'),
    skips: Words.describe('Words that may stand before the one a clause is about.'),
    prepositions: Words,
    joins: Words.describe('Words that always begin a clause.'),
    joinsBeforeSubject: Words.describe('Words that begin a clause when someone who acts follows.'),
    joinsBeforeVerb: Words.describe('Words that begin a clause when a verb follows: "did not eat and slept outside".'),
    parts: Words.describe('Joining words that end what a "do not know if" sets aside.'),
    relatives: Words.describe('Words that begin a clause about the person just named.'),
    verbs: Words,
    inverting: Words.describe('Verbs that may stand before the one who acts: "not once did he".'),
    baseVerbs: Words.describe(
      'Verbs that count only straight after someone who acts: after "did not eat and" they are still denied.',
    ),
    pastEndings: Words,
    ownerEndings: Words.describe('Endings of a name before someone of theirs: "Danny\'s mum".'),
    perceives: Words.describe('Verbs after which another person begins to act: "saw him drinking".'),
    reports: Words.describe('Verbs a practitioner reports with.'),
    tells: Words.describe('Those of them that take whom it was said to: "told me".'),
    askers: Patterns.describe('The practitioner speaking of themself.'),
    questions: Words.describe('Words a question begins with.'),
  }),
  negators: Words,
  deniers: Words.describe('Verbs by which the young person says no: "she denies taking it".'),
  answers: Words.describe('Negators that deny nothing after them when a pause follows: "no, he took it".'),
  trailingNegators: Words.describe('Negators that also count straight after: "took nothing".'),
  notNegations: Patterns.describe('A negator and what follows it where nothing is denied: "not only".'),
  carries: Patterns.describe('A negator and what follows it that denies on into the next clause: "it is not like he".'),
  setAside: z.array(SetAside).min(1),
  neverDenied: z.array(z.string()).describe('Coverage where a negation tells nothing: "not to London" is no place.'),
  yields: z
    .record(z.string(), z.array(z.string()).min(1))
    .describe('Coverage that is not proposed where one of these is heard in the same words.'),
  cues: z.record(z.string(), Cues),
})
export type LexiconWords = z.infer<typeof LexiconWords>
