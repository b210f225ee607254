import type { Voice } from '../../../dialogs/record/events.ts'
import type { ToldIn } from './toldIn.ts'

/** Someone or somewhere that was named, with in which episodes. */
export interface NamedRow {
  /** As it was written first. */
  written: string
  /** What they are to the young person, as it was said: each once, in the order it was told. Nothing of places. */
  relations: readonly string[]
  /** Who named them. */
  voices: readonly Voice[]
  /** How often in each episode, by its id; those alone in which they were named. */
  times: Readonly<Record<string, number>>
  /** Named more than once and written alike, which is no proof that it is the same. */
  writtenTheSame: boolean
}

export interface PeopleAndPlaces {
  people: readonly NamedRow[]
  places: readonly NamedRow[]
}

/**
 * Everyone and everywhere that was named in these episodes: those in the most episodes first, then as they were told. Only what
 * is written alike, but for capitals and spaces, is put together: nobody is taken for somebody else.
 */
export function peopleAndPlaces(
  episodes: readonly { episode: string; interviews: readonly ToldIn[] }[],
): PeopleAndPlaces {
  const told = episodes.flatMap(({ episode, interviews }) => interviews.map(each => ({ episode, each })))
  return {
    people: rowsOf(
      told.flatMap(({ episode, each }) =>
        each.people.map(({ called, relation, voice }) => ({ episode, written: called, relation, voice })),
      ),
    ),
    places: rowsOf(
      told.flatMap(({ episode, each }) => each.places.map(({ place, voice }) => ({ episode, written: place, voice }))),
    ),
  }
}

interface Naming {
  episode: string
  written: string
  relation?: string | undefined
  voice: Voice
}

function rowsOf(namings: readonly Naming[]): NamedRow[] {
  const alike = Map.groupBy(namings, ({ written }) => plainOf(written))
  const rows = [...alike.values()].map((all): NamedRow => {
    const times = [...Map.groupBy(all, ({ episode }) => episode)].map(
      ([episode, its]) => [episode, its.length] as const,
    )
    return {
      written: all[0]?.written.trim() ?? '',
      relations: [
        ...new Map(all.flatMap(({ relation }) => (relation ? [[plainOf(relation), relation]] : []))).values(),
      ],
      voices: [...new Set(all.map(({ voice }) => voice))],
      times: Object.fromEntries(times),
      writtenTheSame: all.length > 1,
    }
  })
  return rows.toSorted((a, b) => Object.keys(b.times).length - Object.keys(a.times).length)
}

/** As it is compared: without capitals and with one space at most. */
const plainOf = (text: string): string => text.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
