import { z } from 'zod'
import { Regime } from '../guide/schema.ts'

/** Whose words or view it is. Never mixed: a field keeps each voice apart. */
export const Voice = z.enum(['young-person', 'interpreter', 'practitioner', 'parent-or-carer', 'third-party'])
export type Voice = z.infer<typeof Voice>

/** Where it came from: the bot's channel, the console's page, or the terminal. */
export const Origin = z.enum(['bot', 'console', 'terminal'])
export type Origin = z.infer<typeof Origin>

const Words = z.string().trim().min(1).max(20_000)
const Line = z.string().trim().min(1).max(2_000)
const PromptId = z.string().min(1).max(100)
const CoverageId = z.string().min(1).max(100)
export const EventId = z.uuid()

/** The words themselves, in the language they were said in. */
export const Original = z.strictObject({ language: z.string().min(2).max(20), words: Words })
export type Original = z.infer<typeof Original>

/**
 * What an interpreter lets the room know about the words to be said, and `stopped`: that whoever leads the talk stopped with
 * this interpreter (practice 4.3, INT-13).
 */
export const InterpreterFlag = z.enum(['said', 'not-understood', 'no-word', 'pause', 'dialect', 'not-me', 'stopped'])
export type InterpreterFlag = z.infer<typeof InterpreterFlag>

export const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), option: z.string().max(100) }),
  z.strictObject({ kind: z.literal('choices'), options: z.array(z.string().max(100)).min(1).max(60) }),
  z.strictObject({ kind: z.literal('plain'), said: z.enum(['yes', 'no']), detail: Words.optional() }),
  z.strictObject({ kind: z.literal('scale'), value: z.int().min(0).max(10) }),
  z.strictObject({
    kind: z.literal('when'),
    asSaid: Line.describe('The words used, always kept.'),
    date: z.iso.date().optional().describe('YYYY-MM-DD in Europe/London; absent when the words name no certain date.'),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional()
      .describe('HH:MM, 24 hours, Europe/London.'),
  }),
  z.strictObject({
    kind: z.literal('people'),
    people: z
      .array(z.strictObject({ called: Line, relation: Line.optional() }))
      .min(1)
      .max(50),
  }),
  z.strictObject({ kind: z.literal('places'), places: z.array(Line).min(1).max(50) }),
  z.strictObject({ kind: z.literal('text'), text: Words }),
])
/** A structured answer, one shape for each kind of prompt. Codes and words as given, never their label. */
export type Answer = z.infer<typeof Answer>

/** Told yes, told no, or chose not to say. Not asked is the absence of an event, so it can never be mistaken for these. */
export const Told = z.enum(['yes', 'no', 'chose-not-to-say'])
export type Told = z.infer<typeof Told>

/** Fields of an event that answers a prompt. */
const onPrompt = {
  prompt: PromptId,
  aside: z.literal(true).optional().describe('Put straight into its field while the talk was at another prompt.'),
  concern: z.uuid().optional().describe('The concern it belongs to, for prompts of the concern topic.'),
  corrects: EventId.optional().describe('The event it puts right, which stays in the history.'),
}

export const EventBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('opened'),
    guide: z.int().positive().describe('Version of the guide the interview keeps to its end.'),
    regime: Regime,
  }),
  z.strictObject({ type: z.literal('said'), ...onPrompt }),
  z.strictObject({
    type: z.literal('accounted'),
    ...onPrompt,
    words: Words,
    original: Original.optional().describe('As it was said, where `words` is what an interpreter made of it.'),
  }),
  z.strictObject({ type: z.literal('answered'), ...onPrompt, answer: Answer }),
  z.strictObject({ type: z.literal('choseNotToSay'), ...onPrompt }),
  z.strictObject({ type: z.literal('skipped'), prompt: PromptId, concern: z.uuid().optional() }),
  z.strictObject({ type: z.literal('passed'), prompt: PromptId, concern: z.uuid().optional() }),
  z.strictObject({
    type: z.literal('covered'),
    coverage: CoverageId,
    told: Told,
    detail: Words.optional(),
    because: Words.optional().describe('The words it was heard in.'),
    corrects: EventId.optional(),
  }),
  z.strictObject({ type: z.literal('setAside'), coverage: CoverageId, account: EventId }),
  z.strictObject({ type: z.literal('movedTo'), prompt: PromptId }),
  z.strictObject({ type: z.literal('paused') }),
  z.strictObject({ type: z.literal('resumed') }),
  z.strictObject({ type: z.literal('stopped'), whoseChoice: z.enum(['young-person', 'practitioner']) }),
  z.strictObject({ type: z.literal('declined') }),
  z.strictObject({ type: z.literal('notReached') }),
  z.strictObject({ type: z.literal('concernRaised'), concern: z.uuid(), words: Words.optional() }),
  z.strictObject({ type: z.literal('rephrased'), prompt: PromptId, words: Words.describe('How it was said instead.') }),
  z.strictObject({ type: z.literal('interpreterFlagged'), prompt: PromptId.optional(), flag: InterpreterFlag }),
  z.strictObject({ type: z.literal('languageChanged'), to: z.string().min(2).max(20) }),
  z.strictObject({ type: z.literal('withdrawn'), event: EventId }),
])
/** What happened, in the past tense. Appended, never edited. */
export type EventBody = z.infer<typeof EventBody>

/** What happened and in whose voice, before the store gives it a number and a time. */
export type NewEvent = EventBody & { voice: Voice; language: string }

/** Who appends, from where, under which client-made id. */
export interface Provenance {
  /** Made by the client, so that sending twice is recording once. */
  id: string
  by: string
  from: Origin
  /** The device's clock, ISO 8601 with offset; the server's own time is the store's to add. */
  deviceAt: string
}

/** One line of the record as the store keeps it. `at` is the server's clock, ISO 8601 in UTC. */
export type RecordedEvent = NewEvent & Provenance & { interview: string; seq: number; at: string }
