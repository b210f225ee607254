import type { RecordedEvent, Voice } from '../../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import { concernField } from '../../../dialogs/record/recordFrom.ts'
import type { NamedPerson } from '../namesIn.ts'
import type { RaisedConcern } from './sameDay.ts'

/** Words as they were said, and whose they are. */
export interface SaidWords {
  words: string
  voice: Voice
  original?: { language: string; words: string }
}

/** A concern of an interview, with what the talk wrote down of it. */
export interface CaseConcern extends RaisedConcern {
  /** Number of the event that raised it. */
  seq: number
  said: readonly SaidWords[]
  /** As chosen in the talk: `told`, `not-told-unsafe` or `not-told-yet`. */
  told: string | undefined
  done: readonly string[]
  /** The prompt the talk was at when it was raised: what had been asked. */
  askedPrompt: string | undefined
}

/** The concerns of an interview, in the order they were raised. */
export function concernsOf(record: InterviewRecord, events: readonly RecordedEvent[]): CaseConcern[] {
  return record.concerns.map(({ id, raisedAt, seq, words }) => {
    const entries = (prompt: string) => record.fields[concernField(id, prompt)]?.entries ?? []
    const choice = (prompt: string) =>
      entries(prompt)
        .flatMap(({ value }) => (value.kind === 'choice' ? [value.option] : []))
        .at(-1)
    const voice = events.find(event => event.seq === seq)?.voice ?? 'practitioner'
    const raised: SaidWords[] = words === undefined ? [] : [{ words, voice }]
    const accounts = entries('concern.words').flatMap(({ value, voice: whose }): SaidWords[] =>
      value.kind === 'account'
        ? [{ words: value.words, voice: whose, ...(value.original ? { original: value.original } : {}) }]
        : [],
    )
    return {
      interview: record.interview,
      id,
      seq,
      raisedAt,
      kind: choice('concern.kind'),
      // What was written when it was raised is often written once more in its place.
      said: [...raised.filter(each => !accounts.some(({ words: same }) => same === each.words)), ...accounts],
      told: choice('concern.told'),
      done: entries('concern.done').flatMap(({ value }) => (value.kind === 'text' ? [value.text] : [])),
      askedPrompt: askedBefore(seq, events),
    }
  })
}

function askedBefore(seq: number, events: readonly RecordedEvent[]): string | undefined {
  const last = events.findLast(
    event =>
      event.seq < seq &&
      'prompt' in event &&
      !('concern' in event && event.concern) &&
      !('aside' in event && event.aside),
  )
  return last && 'prompt' in last ? last.prompt : undefined
}

/** Everyone who was named in an interview, also where it was taken out later. */
export const peopleNamedIn = (events: readonly RecordedEvent[]): NamedPerson[] =>
  events.flatMap(event => (event.type === 'answered' && event.answer.kind === 'people' ? event.answer.people : []))

/** What the talk's own answer says, in the case's terms. */
export const toldInTalk = (told: string | undefined): 'told' | 'not-safe' | 'not-yet' =>
  told === 'told' ? 'told' : told === 'not-told-unsafe' ? 'not-safe' : 'not-yet'
