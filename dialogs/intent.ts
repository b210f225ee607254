import { z } from 'zod'
import { Answer, type EventBody, EventId, InterpreterFlag, Original, Voice } from './record/events.ts'

const prompt = z.string().min(1).max(100)
const voice = Voice.optional().describe('Whose words; the prompt says whose unless given.')
const concern = z.uuid().optional().describe('The concern it answers for; the one being dealt with unless given.')
const words = z.string().trim().min(1).max(20_000)

/** What someone wants done to an interview. `prompt` left out means the one the talk is at. */
export const Intent = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('reply'), text: z.string().max(20_000), voice }),
  z.strictObject({ do: z.literal('say'), prompt: prompt.optional(), concern }),
  z.strictObject({
    do: z.literal('account'),
    prompt,
    words,
    original: Original.optional(),
    voice,
    concern,
    corrects: EventId.optional(),
  }),
  z.strictObject({ do: z.literal('answer'), prompt, answer: Answer, voice, concern, corrects: EventId.optional() }),
  z.strictObject({
    do: z.literal('rather-not'),
    prompt: prompt.optional(),
    voice,
    concern,
    corrects: EventId.optional(),
  }),
  z.strictObject({
    do: z.literal('cover'),
    coverage: z.string().min(1).max(100),
    told: z.enum(['yes', 'no', 'chose-not-to-say']),
    detail: words.optional(),
    because: words.optional(),
    voice,
    corrects: EventId.optional(),
  }),
  z.strictObject({ do: z.literal('set-aside'), coverage: z.string().min(1).max(100), account: EventId }),
  z.strictObject({ do: z.literal('next'), prompt: prompt.optional(), concern }),
  z.strictObject({ do: z.literal('skip'), prompt: prompt.optional(), concern }),
  z.strictObject({ do: z.literal('back') }),
  z.strictObject({ do: z.literal('go'), to: z.string().min(1).max(100).describe('A stage, topic or prompt id.') }),
  z.strictObject({ do: z.literal('pause') }),
  z.strictObject({ do: z.literal('resume') }),
  z.strictObject({ do: z.literal('stop'), whoseChoice: z.enum(['young-person', 'practitioner']) }),
  z.strictObject({ do: z.literal('decline') }),
  z.strictObject({ do: z.literal('not-reached') }),
  z.strictObject({ do: z.literal('concern'), concern: z.uuid(), words: words.optional(), voice }),
  z.strictObject({ do: z.literal('rephrase'), prompt, words }),
  z.strictObject({ do: z.literal('flag'), flag: InterpreterFlag, prompt: prompt.optional() }),
  z.strictObject({ do: z.literal('language'), to: z.string().min(2).max(20) }),
  z.strictObject({ do: z.literal('withdraw'), event: EventId }),
])
export type Intent = z.infer<typeof Intent>

/** Why nothing was recorded. Each is a key of the words shown to the person. */
export type Problem =
  | 'empty'
  | 'not-an-option'
  | 'not-yes-or-no'
  | 'not-0-to-10'
  | 'no-such-date'
  | 'year-in-full'
  | 'no-such-time'
  | 'pens-down'
  | 'paused'
  | 'closed'
  | 'nothing-before'
  | 'nothing-open'
  | 'unknown-prompt'
  | 'unknown-place'
  | 'unknown-coverage'
  | 'unknown-event'
  | 'unknown-concern'
  | 'wrong-kind'

/** What came of it: the events to append, none where nothing changes, or why not. */
export type Outcome = { ok: true; events: NewEvents } | { ok: false; problem: Problem }
type NewEvents = readonly (EventBody & { voice: Voice; language: string })[]
