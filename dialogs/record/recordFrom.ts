import type { RecordedEvent } from './events.ts'
import type { Concern, Dealt, Entry, Field, InterviewRecord, Value } from './record.ts'

/**
 * The present record of these events. They must be one interview's, in order from number 1, the first `opened`.
 * Throws where they are not, because a record with a hole must never be shown as whole.
 */
export function recordFrom(events: readonly RecordedEvent[]): InterviewRecord {
  const [first, ...rest] = events
  if (!first) throw new Error('An interview has at least the event that opened it.')
  return rest.reduce(withEvent, opened(first))
}

/** The record with one more event: the next one of the same interview. */
export function withEvent(record: InterviewRecord, event: RecordedEvent): InterviewRecord {
  if (event.seq !== record.seq + 1) {
    throw new Error(`Event ${event.seq} does not follow event ${record.seq}: read the missing ones first.`)
  }
  return change({ ...record, seq: event.seq, changedAt: event.at }, event)
}

function opened(event: RecordedEvent): InterviewRecord {
  if (event.type !== 'opened' || event.seq !== 1) throw new Error('The first event of an interview opens it.')
  return {
    interview: event.interview,
    seq: 1,
    guide: event.guide,
    regime: event.regime,
    language: event.language,
    openedAt: event.at,
    changedAt: event.at,
    path: 'talk',
    state: 'open',
    fields: {},
    dealt: {},
    trail: [],
    concerns: [],
    flags: [],
    rephrasings: [],
    setAside: {},
  }
}

function change(record: InterviewRecord, event: RecordedEvent): InterviewRecord {
  switch (event.type) {
    case 'opened':
      throw new Error('An interview is opened once.')
    case 'said':
      return onPrompt(record, event, { kind: 'said' })
    case 'accounted':
      return onPrompt(record, event, {
        kind: 'account',
        words: event.words,
        ...(event.original ? { original: event.original } : {}),
      })
    case 'answered':
      return onPrompt(record, event, event.answer)
    case 'choseNotToSay':
      return onPrompt(record, event, { kind: 'chose-not-to-say' })
    case 'skipped':
    case 'passed':
      return left(record, event.prompt, event.type, event.concern)
    case 'covered':
      return withEntry(record, event.coverage, event, event.corrects, {
        kind: 'coverage',
        told: event.told,
        ...(event.detail === undefined ? {} : { detail: event.detail }),
        ...(event.because === undefined ? {} : { because: event.because }),
      })
    case 'setAside': {
      const accounts = [...(record.setAside[event.coverage] ?? []), event.account]
      return { ...record, setAside: { ...record.setAside, [event.coverage]: accounts } }
    }
    case 'movedTo':
      return { ...record, at: event.prompt, trail: withStep(record.trail, event.prompt) }
    case 'paused':
      return { ...record, state: 'paused' }
    case 'resumed': {
      const { stoppedBy: _, ...open } = record
      return { ...open, state: 'open', path: 'talk' }
    }
    case 'stopped':
      return { ...withoutPlace(record), state: 'stopped', stoppedBy: event.whoseChoice }
    case 'declined':
      return { ...withoutPlace(record), state: 'open', path: 'declined' }
    case 'notReached':
      return { ...withoutPlace(record), state: 'open', path: 'not-reached' }
    case 'concernRaised': {
      const concern: Concern = {
        id: event.concern,
        raisedAt: event.at,
        seq: event.seq,
        ...(event.words === undefined ? {} : { words: event.words }),
        dealt: {},
      }
      return { ...record, concerns: [...record.concerns, concern] }
    }
    case 'rephrased': {
      const { id, at, by, prompt, words } = event
      return { ...record, rephrasings: [...record.rephrasings, { event: id, at, by, prompt, words }] }
    }
    case 'interpreterFlagged': {
      const { id, at, by, flag, prompt } = event
      const flagged = { event: id, at, by, flag, ...(prompt === undefined ? {} : { prompt }) }
      return { ...record, flags: [...record.flags, flagged] }
    }
    case 'languageChanged':
      return { ...record, language: event.to }
    case 'withdrawn':
      return withoutEntry(record, event)
  }
}

type PromptEvent = Extract<RecordedEvent, { type: 'said' | 'accounted' | 'answered' | 'choseNotToSay' }>

function onPrompt(record: InterviewRecord, event: PromptEvent, value: Value): InterviewRecord {
  const id = event.concern ? concernField(event.concern, event.prompt) : event.prompt
  const kept = withEntry(record, id, event, event.corrects, value)
  if (event.aside) return { ...kept, dealt: { ...kept.dealt, [event.prompt]: 'answered' } }
  // An account stays open, so that more can be said and what was heard confirmed, until it is moved on from.
  if (event.type === 'accounted' && !event.concern) {
    return {
      ...kept,
      at: event.prompt,
      last: event.prompt,
      trail: withStep(kept.trail, event.prompt),
      dealt: { ...kept.dealt, [event.prompt]: 'answered' },
    }
  }
  return left(kept, event.prompt, 'answered', event.concern)
}

function left(record: InterviewRecord, prompt: string, how: Dealt, concern: string | undefined): InterviewRecord {
  if (concern !== undefined) {
    const concerns = record.concerns.map(each =>
      each.id === concern ? { ...each, dealt: { ...each.dealt, [prompt]: how } } : each,
    )
    return { ...record, concerns }
  }
  const { at, ...rest } = record
  return {
    ...rest,
    ...(at === undefined || at === prompt ? {} : { at }),
    last: prompt,
    trail: withStep(record.trail, prompt),
    // Moving on from what was answered leaves it answered.
    dealt: { ...record.dealt, [prompt]: record.dealt[prompt] === 'answered' ? 'answered' : how },
  }
}

function withEntry(
  record: InterviewRecord,
  id: string,
  event: RecordedEvent,
  corrects: string | undefined,
  value: Value,
): InterviewRecord {
  const field = record.fields[id] ?? { id, entries: [], events: [] }
  const entry: Entry = {
    event: event.id,
    seq: event.seq,
    at: event.at,
    by: event.by,
    from: event.from,
    voice: event.voice,
    language: event.language,
    value,
  }
  const changed: Field = { id, entries: placed(field.entries, entry, corrects), events: [...field.events, event.id] }
  return { ...record, fields: { ...record.fields, [id]: changed } }
}

/** A correction takes the place of what it corrects; an account adds; any other value replaces its own voice's. */
function placed(entries: readonly Entry[], entry: Entry, corrects: string | undefined): readonly Entry[] {
  if (corrects !== undefined) return entries.map(each => (each.event === corrects ? entry : each))
  if (entry.value.kind === 'account') {
    return [...entries.filter(each => each.value.kind === 'account' || each.voice !== entry.voice), entry]
  }
  return [...entries.filter(each => each.voice !== entry.voice || each.value.kind === 'account'), entry]
}

function withoutEntry(before: InterviewRecord, event: Extract<RecordedEvent, { type: 'withdrawn' }>): InterviewRecord {
  const isOther = (each: { event: string }) => each.event !== event.event
  const record = { ...before, flags: before.flags.filter(isOther), rephrasings: before.rephrasings.filter(isOther) }
  const field = Object.values(record.fields).find(each => each.entries.some(entry => entry.event === event.event))
  if (!field) return record
  const entries = field.entries.filter(isOther)
  const fields = { ...record.fields, [field.id]: { ...field, entries, events: [...field.events, event.id] } }
  if (entries.length > 0 || record.dealt[field.id] === undefined) return { ...record, fields }
  // Nothing is left of the answer, so the prompt counts as moved on from, not as answered.
  return { ...record, fields, dealt: { ...record.dealt, [field.id]: 'passed' } }
}

function withoutPlace(record: InterviewRecord): InterviewRecord {
  const { at: _at, last: _last, ...rest } = record
  return rest
}

const withStep = (trail: readonly string[], prompt: string) => (trail.includes(prompt) ? trail : [...trail, prompt])

/** The id of the field that holds a concern's answer to one of the concern topic's prompts. */
export function concernField(concern: string, prompt: string): string {
  return `concern/${concern}/${prompt}`
}
