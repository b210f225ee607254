import type { Guide } from '../guide/schema.ts'
import type { Concern, InterviewRecord } from '../record/record.ts'
import { isDue } from './isDue.ts'
import { ordersOf, type Placed, promptsIn } from './promptsIn.ts'

/** What comes now: a prompt, a pause, or the end and why. */
export type Step =
  | ({ kind: 'ask' } & Placed & { concern?: Concern })
  | { kind: 'paused' }
  | { kind: 'close'; because: 'complete' | 'stopped' | 'declined' | 'not-reached' }

const steps = new WeakMap<InterviewRecord, { guide: Guide; step: Step }>()

/**
 * What to do next, from nothing but the guide and the record: no clock, no channel, no storage, no kept position. A
 * record never changes, so its step is worked out once, however often a turn asks.
 */
export function nextStep(guide: Guide, record: InterviewRecord): Step {
  const known = steps.get(record)
  if (known?.guide === guide) return known.step
  const step = stepFrom(guide, record)
  steps.set(record, { guide, step })
  return step
}

function stepFrom(guide: Guide, record: InterviewRecord): Step {
  const concern = concernStep(guide, record)
  if (concern) return concern
  if (record.state === 'paused') return { kind: 'paused' }
  const at = record.at === undefined ? undefined : promptsIn(guide).get(record.at)
  if (at) return { kind: 'ask', ...at }
  // After a stop nothing is asked, until the practitioner goes to their own notes.
  if (record.state === 'stopped' && record.last === undefined) return { kind: 'close', because: 'stopped' }
  const due = firstDue(guide, record)
  if (due) return { kind: 'ask', ...due }
  if (record.state === 'stopped') return { kind: 'close', because: 'stopped' }
  return { kind: 'close', because: record.path === 'talk' ? 'complete' : record.path }
}

/** A concern comes before anything else, a pause included, until each of its prompts has been dealt with. */
function concernStep(guide: Guide, record: InterviewRecord): Step | undefined {
  for (const concern of record.concerns) {
    const prompt = guide.concern.prompts.find(each => concern.dealt[each.id] === undefined)
    if (prompt) return { kind: 'ask', prompt, topic: guide.concern, stage: concernStage(guide), concern }
  }
  return undefined
}

/** First what is left of the topic the talk is in, then whatever was left earliest. */
function firstDue(guide: Guide, record: InterviewRecord): Placed | undefined {
  const all = promptsIn(guide)
  const topic = record.last === undefined ? undefined : all.get(record.last)?.topic
  for (const { id } of topic?.prompts ?? []) {
    const placed = all.get(id)
    if (placed && isDue(placed, record)) return placed
  }
  return order(guide, record).find(each => isDue(each, record))
}

/**
 * The guide's own order; but once the young person is in the room, what is only for the practitioner waits till the end,
 * and what was left of getting ready comes last of all.
 */
function order(guide: Guide, record: InterviewRecord): readonly Placed[] {
  const { asWritten, withYoungPerson } = ordersOf(guide)
  // Someone has just said no: what is for them to hear comes before anything else.
  const met =
    record.path === 'declined' ||
    asWritten.some(({ prompt, stage }) => !stage.practitionerOnly && record.dealt[prompt.id])
  return met ? withYoungPerson : asWritten
}

const concernStages = new WeakMap<Guide, Placed['stage']>()

function concernStage(guide: Guide): Placed['stage'] {
  const known = concernStages.get(guide)
  if (known) return known
  const stage = { id: 'concern', practitionerOnly: false, pensDown: false, topics: [guide.concern] }
  concernStages.set(guide, stage)
  return stage
}
