import type { Prompt } from '../dialogs/guide/schema.ts'
import type { Intent } from '../dialogs/intent.ts'
import { promptsIn } from '../dialogs/plan/promptsIn.ts'
import type { RecordedEvent } from '../dialogs/record/events.ts'
import type { Entry } from '../dialogs/record/record.ts'
import { concernField } from '../dialogs/record/recordFrom.ts'
import { readReply } from '../dialogs/replies/readReply.ts'
import { labelKey, type View } from './view.ts'

/** An answer as it stands: to which prompt, for which concern. */
export interface Answered {
  prompt: Prompt
  concern?: string
  entry: Entry
}

/** Every answer to a prompt as it now stands, oldest first. Words spoken by the practitioner are none. */
export function answersIn({ guide, record }: View): readonly Answered[] {
  const placed = promptsIn(guide)
  const inTalk = [...placed.values()].flatMap(({ prompt }) =>
    (record.fields[prompt.id]?.entries ?? []).map(entry => ({ prompt, entry })),
  )
  const inConcerns = record.concerns.flatMap(({ id: concern }) =>
    guide.concern.prompts.flatMap(prompt =>
      (record.fields[concernField(concern, prompt.id)]?.entries ?? []).map(entry => ({ prompt, concern, entry })),
    ),
  )
  return [...inTalk, ...inConcerns]
    .filter(({ entry }) => entry.value.kind !== 'said')
    .toSorted((a, b) => a.entry.seq - b.entry.seq)
}

/** The last answer to the present prompt or, where it has none, the last of all. */
export function lastAnswer(view: View): Answered | undefined {
  const answers = answersIn(view)
  const { step } = view
  const here =
    step.kind === 'ask'
      ? answers.findLast(({ prompt, concern }) => prompt.id === step.prompt.id && concern === step.concern?.id)
      : undefined
  return here ?? answers.at(-1)
}

/** How to put an answer right with what was typed, or why it cannot be read. */
export function correctionOf(view: View, { prompt, concern, entry }: Answered, text: string) {
  const of = concern === undefined ? { prompt: prompt.id } : { prompt: prompt.id, concern }
  const corrects = entry.event
  if (prompt.kind === 'account' || prompt.kind === 'say' || entry.value.kind === 'account') {
    return { ok: true, intent: { do: 'account', ...of, words: text, corrects } } as const
  }
  const labels = (code: string) => {
    const key = labelKey(prompt, code)
    return view.translator.has('en', 'guide', key) ? [view.talk(key), view.own(key)] : []
  }
  const reading = readReply({ kind: prompt.kind, options: prompt.options }, text, labels)
  if (!reading.ok) return reading
  const { answer } = reading
  const intent: Intent =
    answer.kind === 'chose-not-to-say' ? { do: 'rather-not', ...of } : { do: 'answer', ...of, answer, corrects }
  return { ok: true, intent } as const
}

/** How to take the newest entry back: a correction gives way to what it corrected, anything else is withdrawn. */
export function undoing(view: View, events: readonly RecordedEvent[]): Intent | undefined {
  const entries = Object.values(view.record.fields).flatMap(field => field.entries)
  const newest = entries.toSorted((a, b) => a.seq - b.seq).at(-1)
  if (!newest) return undefined
  const event = events.find(({ id }) => id === newest.event)
  const before = event && 'corrects' in event ? events.find(({ id }) => id === event.corrects) : undefined
  if (before?.type !== 'accounted' && before?.type !== 'answered') return { do: 'withdraw', event: newest.event }
  const of = { prompt: before.prompt, voice: before.voice, corrects: newest.event }
  const concern = before.concern === undefined ? {} : { concern: before.concern }
  return before.type === 'accounted'
    ? { do: 'account', ...of, ...concern, words: before.words }
    : { do: 'answer', ...of, ...concern, answer: before.answer }
}
