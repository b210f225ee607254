import { z } from 'zod'

/** A permanent name in words, `topic.subject`: never the wording, never a number, never reused. */
const Id = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/, 'an id is lower-case words joined by - and .')

/** One item of the guidance this guide implements, as numbered in the seed items: `CHESH-018`. */
export const SourceId = z.string().regex(/^(CHESH|WAKE|CBC|ECRC|TORB)-\d{3}$/)
export type SourceId = z.infer<typeof SourceId>

/** What a prompt asks for, and so how a reply to it is read. */
export const PromptKind = z.enum([
  'say', // words to speak, confirmed when spoken
  'account', // an open invitation: the answer is kept word for word
  'choice', // exactly one of the options
  'choices', // any number of the options
  'plain', // a direct safety question: yes, no, would rather not say
  'scale', // a whole number from 0 to 10
  'when', // a date, a time, or both, read the UK way and read back
  'people', // one or more people, each with what they are to the young person
  'places', // one or more places
  'text', // a line or two of the practitioner's own
])
export type PromptKind = z.infer<typeof PromptKind>

export const AgeBand = z.enum(['under11', '11to15', 'over15'])
/** Under 11, 11 to 15, 16 and 17: the three ages for which words may differ. */
export type AgeBand = z.infer<typeof AgeBand>

export const Regime = z.enum(['all-shared', 'safeguarding-only'])
/** What the authority does with what was said: sends every interview on, or only what keeps someone safe. */
export type Regime = z.infer<typeof Regime>

export const Path = z.enum(['talk', 'declined', 'not-reached'])
/** How the interview is going: a talk, the offer was declined, or the young person could not be reached. */
export type Path = z.infer<typeof Path>

/**
 * When a prompt is due. It may look only at prompts and coverage that come earlier in the guide, so that no answer can
 * depend on one that has not been asked for.
 */
export type Condition =
  | { answered: string; is: string }
  | { told: string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z
      .strictObject({ answered: Id, is: Id })
      .describe('The prompt was answered with this option (for `choices`: among others; for `plain`: yes or no).'),
    z.strictObject({ told: Id }).describe('The coverage item was told as yes.'),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
)

export const FollowUp = z.strictObject({
  id: Id,
  opens: z.array(Id).min(1).describe('The coverage items it invites; offered while none of them has come up.'),
  sources: z.array(SourceId),
})
/** An open thing to say when something in `listenFor` has not come up by itself. */
export type FollowUp = z.infer<typeof FollowUp>

export const Prompt = z.strictObject({
  id: Id,
  kind: PromptKind,
  options: z.array(Id).min(2).optional().describe('Codes of a `choice` or `choices`, in the order shown.'),
  askWhen: Condition.optional(),
  listenFor: z.array(Id).describe('Coverage items that may come up in the answer.'),
  followUps: z.array(FollowUp),
  hinted: z.boolean().describe('Whether the practitioner gets a hint beside it. The hint is never read aloud.'),
  saidBy: z.literal('interpreter').optional().describe('Who speaks the words, unless it is the practitioner.'),
  private: z
    .literal(true)
    .optional()
    .describe('Between the young person and the practitioner alone, on a card: an interpreter is never shown it.'),
  ages: z.array(AgeBand).describe('Ages for which the words differ from the default.'),
  regimes: z.array(Regime).describe('Sharing regimes for which the words differ; all of them or none.'),
  voice: z
    .enum(['young-person', 'practitioner', 'parent-or-carer', 'third-party'])
    .describe('Whose answer it is unless the practitioner says otherwise.'),
  sources: z.array(SourceId),
})
/** One thing to say or to ask, with what to listen for in the answer. */
export type Prompt = z.infer<typeof Prompt>

export const Topic = z.strictObject({
  id: Id,
  paths: z.array(Path).min(1).describe('The paths on which this topic is due.'),
  askWhen: Condition.optional(),
  prompts: z.array(Prompt).min(1),
})
/** A few prompts about one subject: what a practitioner can jump to. */
export type Topic = z.infer<typeof Topic>

export const Stage = z.strictObject({
  id: Id,
  practitionerOnly: z.boolean().describe('Asked of the practitioner alone, with no young person present.'),
  pensDown: z.boolean().describe('No notes are taken: nothing but a confirmation is accepted.'),
  topics: z.array(Topic).min(1),
})
export type Stage = z.infer<typeof Stage>

export const CoverageItem = z.strictObject({
  id: Id,
  safety: z.boolean().describe('A change to it by two people at once keeps the higher risk until someone chooses.'),
  sources: z.array(SourceId),
})
/** Something the guidance wants known, told or not told whoever raised it. */
export type CoverageItem = z.infer<typeof CoverageItem>

export const Guide = z.strictObject({
  version: z.int().positive(),
  stages: z.array(Stage).min(1),
  concern: Topic.describe('The prompts a concern interrupts with; asked once for each concern.'),
  coverage: z.array(CoverageItem),
})
/** The whole guide, in order. An interview keeps the version it began with. */
export type Guide = z.infer<typeof Guide>
