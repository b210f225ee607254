import { z } from 'zod'
import { Level, LineGroup, Posture, PracticeMove, PracticeTopic, Profile, Theme } from './terms.ts'

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const Words = z.string().trim().min(1).max(600)
/** In the notation of the hearing's lexicon: `phone|mobile`, `argu*`, `..` for up to four words. */
const Pattern = z.string().trim().min(1).max(120)

/** Something said in the room. `original` is how it sounds in the young person's own language, where somebody interprets. */
const Spoken = z.strictObject({
  says: Words,
  original: Words.optional(),
  often: z
    .boolean()
    .default(false)
    .describe('May be said any number of times. Without it a line is said once in a talk.'),
})
export type Spoken = z.infer<typeof Spoken>

const Gate = z.strictObject({
  trust: z.int().min(0).max(100).optional().describe('Least trust; by its sensitivity unless given.'),
  needs: z.array(Id).default([]).describe('Details that have to be told before this one.'),
  pressureAtMost: z.int().min(0).max(100).default(60),
  after: z.array(PracticeMove).default([]).describe('What the practitioner has to have done before, such as `limits`.'),
})

/** One thing that happened, and how the young person tells it. It counts as one detail. */
export const DetailUnit = z.strictObject({
  id: Id,
  topic: PracticeTopic,
  about: Words.describe(
    'What a practitioner would call it once it is told, after "Tell me more about": "the row about the phone".',
  ),
  sensitivity: z.int().min(0).max(3),
  gate: Gate.prefault({}),
  cues: z.array(Pattern).min(1).describe('Words of a question that ask for this very thing.'),
  closedAnswer: z
    .enum(['yes', 'no'])
    .default('yes')
    .describe(
      'What a yes-or-no question with its cues is answered: `no` where the detail is that something is not so.',
    ),
  full: Words.describe('Told freely.'),
  short: Words.describe('Told to a narrow question.'),
  originalFull: Words.optional(),
  originalShort: Words.optional(),
  minimised: Words.optional().describe('Told as less than it was. Every sensitive detail has one.'),
  originalMinimised: Words.optional(),
  hint: Words.optional().describe('What they let slip while it is not told: a cue to be heard and asked about.'),
  originalHint: Words.optional(),
  coverage: z.array(z.string().min(1)).default([]).describe('Items of the guide that this tells.'),
})
export type DetailUnit = z.infer<typeof DetailUnit>

/** Something that did not happen, which some profiles say when it is put to them. */
const Mistake = z.strictObject({
  id: Id,
  topic: PracticeTopic,
  cues: z.array(Pattern).min(1),
  says: Words,
  isSmall: z
    .boolean()
    .default(false)
    .describe('A slip that a young child may make unled: about weather or food, never about what somebody did.'),
})
export type Mistake = z.infer<typeof Mistake>

const Interpreter = z.strictObject({
  language: z.string().min(2).max(20).describe('Of the young person: one of locales/languages.ts.'),
  name: Words,
  carries: z.int().min(8).max(60).describe('Words in one turn that are carried over whole; of more, the end alone is.'),
  asides: z.array(Spoken).min(2).describe('What they do besides interpreting, as seen in the room.'),
  shortened: z.array(Spoken).min(1).describe('What is seen when a long turn is carried over in short.'),
  idiom: z.array(Spoken).min(1).describe('What is seen when an idiom was carried over word by word.'),
  checked: Spoken.describe('What the young person answers when asked whether they are content with the interpreter.'),
})

/**
 * One invented young person, and everything they may say. Nothing in it is about anybody real. Harm is told only as that it
 * happened, with whom and where.
 */
export const Scenario = z.strictObject({
  id: Id,
  version: z
    .int()
    .min(1)
    .describe('One more for every change that changes a talk: attempts keep the version they were made with.'),
  title: Words,
  about: Words.describe('What it is about, for whoever chooses: without giving away what is to be found out.'),
  theme: Theme,
  warnings: z.array(Words).describe('What may be hard to hear. None only where nothing is.'),
  person: z.strictObject({ name: Words, age: z.int().min(5).max(17), pronouns: z.enum(['she', 'he', 'they']) }),
  profile: Profile,
  circumstances: z
    .array(z.enum(['looked-after', 'unaccompanied', 'may-be-trafficked', 'needs-interpreter', 'missing-before']))
    .default([])
    .describe('What the guide asks before the talk, by its codes: it is answered when a talk begins.'),
  known: z.array(Words).min(1).describe('What the practitioner knows before the talk.'),
  familiar: z
    .strictObject({ people: z.array(Words), places: z.array(Words) })
    .describe(
      'Names that anybody may say first: whom they live with, where, and who is in the room. To say another brings it in.',
    ),
  interpreter: Interpreter.optional(),
  trust: z.record(Level, z.int().min(0).max(100)).describe('At the beginning, by level.'),
  tires: z.int().min(0).max(10).describe('Energy, of 100, that each turn takes.'),
  isCompliant: z
    .boolean()
    .describe('Says what seems to be wanted, rather than shutting down, when something is put to them.'),
  declines: z.boolean().default(false).describe('Does not want this talk, and says so first.'),
  opening: Spoken,
  units: z.array(DetailUnit).min(10),
  mistakes: z.array(Mistake).min(2),
  cues: z
    .partialRecord(PracticeTopic, z.array(Pattern))
    .default({})
    .describe('Names and words of this scenario that belong to a topic.'),
  lines: z.record(LineGroup, z.array(Spoken).min(2)),
  body: z.record(Posture, z.array(Words).min(2)).describe('What is seen, in the third person.'),
})
export type Scenario = z.infer<typeof Scenario>
