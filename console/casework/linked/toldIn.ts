import type { Told, Voice } from '../../../dialogs/record/events.ts'
import type { Entry, InterviewRecord } from '../../../dialogs/record/record.ts'

/** Who said it, and the event it stands on. `at` is the server's clock, ISO 8601 in UTC. */
interface ToldBy {
  /** Prompt or coverage id. */
  field: string
  event: string
  voice: Voice
  at: string
}

/** Someone who was named, as they were called. */
export interface ToldPerson extends ToldBy {
  called: string
  relation?: string
}

export interface ToldPlace extends ToldBy {
  place: string
}

/** Something to listen for that was told, told not to be so, or that they would rather not say. What nobody asked is not here. */
export interface ToldFactor extends ToldBy {
  told: Told
}

/** The reasons a practitioner ticked afterwards for their going (CHESH-083), as the codes of `after.reasons`. */
export interface ToldReasons extends ToldBy {
  reasons: readonly string[]
}

/** What one interview tells of people, places and what was listened for: what pictures of several episodes are made from. */
export interface ToldIn {
  interview: string
  openedAt: string
  people: readonly ToldPerson[]
  places: readonly ToldPlace[]
  factors: readonly ToldFactor[]
  reasons: readonly ToldReasons[]
}

/** What stands in this record, in the order it was told. Nobody is looked for in anyone's words: only who was named as such. */
export function toldIn({ interview, openedAt, fields }: InterviewRecord): ToldIn {
  const entries = Object.values(fields)
    .flatMap(({ id, entries: all }) => all.map(entry => ({ id, entry })))
    .toSorted((a, b) => a.entry.seq - b.entry.seq)
  return {
    interview,
    openedAt,
    people: entries.flatMap(({ id, entry }) =>
      entry.value.kind === 'people'
        ? entry.value.people.map(({ called, relation }) => ({
            ...{ called, ...by(id, entry) },
            ...(relation === undefined ? {} : { relation }),
          }))
        : [],
    ),
    places: entries.flatMap(({ id, entry }) =>
      entry.value.kind === 'places' ? entry.value.places.map(place => ({ place, ...by(id, entry) })) : [],
    ),
    factors: entries.flatMap(({ id, entry }) =>
      entry.value.kind === 'coverage' ? [{ told: entry.value.told, ...by(id, entry) }] : [],
    ),
    reasons: entries.flatMap(({ id, entry }) =>
      id === 'after.reasons' && entry.value.kind === 'choices'
        ? [{ reasons: entry.value.options, ...by(id, entry) }]
        : [],
    ),
  }
}

const by = (field: string, { event, voice, at }: Entry): ToldBy => ({ field, event, voice, at })
