import { z } from 'zod'
import { At, EventId, Line, Means, Words } from '../episode/eventValues.ts'
import { SentBy } from '../sharing/sentBy.ts'
import {
  checkAnswers,
  considered,
  forwardedTo,
  meetings,
  passedTo,
  reviewers,
  reviewTexts,
  wantsMore,
} from './reviewChoices.ts'

const Check = z.enum(checkAnswers)

/** What happens to a case after the talk: who looks at it, what they find, what came back, and the contact that was kept. */
export const reviewEvents = [
  z
    .strictObject({
      type: z.literal('forwarded'),
      at: At,
      to: z.enum(forwardedTo),
      toName: Line.optional().describe('Whoever it is by name.'),
      consider: z.enum(considered).optional(),
      need: Words.optional().describe('To the hub: what the young person needs, in the words of whoever sends it.'),
      support: Words.optional().describe('To the hub: how much support, and for how long, in the same words.'),
      words: Words.optional(),
    })
    .refine(({ to, consider, need, support }) => to !== 'hub' || Boolean(consider && need && support)),
  z
    .strictObject({
      type: z.literal('reviewed'),
      at: At,
      by: z.enum(reviewers),
      meeting: z.enum(meetings).optional(),
      checks: z.strictObject({ actions: Check, patterns: Check, carePlan: Check }),
      words: Words.optional().describe('What they found.'),
    })
    .refine(({ by, meeting }) => (by === 'meeting') === (meeting !== undefined)),
  z.strictObject({ type: z.literal('sentBack'), at: At, words: Words.describe('What is still to be done.') }),
  z.strictObject({
    type: z.literal('answeredSentBack'),
    at: At,
    sentBack: EventId.describe('The event that sent it back.'),
    words: Words.describe('What was done about it.'),
  }),
  z.strictObject({
    type: z.literal('passedOn'),
    at: At,
    what: z.enum(reviewTexts),
    to: z.enum(passedTo),
    toName: Line.optional(),
    means: SentBy,
  }),
  z.strictObject({
    type: z.literal('heardBack'),
    at: At,
    from: Line.describe('The id of a recipient, or whoever it was in words.'),
    words: Words,
  }),
  z.strictObject({
    type: z.literal('followUpHeld'),
    at: At,
    action: EventId.describe('The event that arranged it.'),
    means: Means,
    sameWorker: z.boolean().describe('Whether it was with whoever held the talk (ECRC-175).'),
    who: Line.optional().describe('Whoever it was with instead, and why.'),
    howTheyAre: Words.optional(),
    wantsMore: z.enum(wantsMore),
    words: Words.optional(),
  }),
] as const
