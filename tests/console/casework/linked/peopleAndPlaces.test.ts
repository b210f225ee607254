import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peopleAndPlaces } from '../../../../console/casework/linked/peopleAndPlaces.ts'
import type { ToldIn } from '../../../../console/casework/linked/toldIn.ts'

const by = { field: 'while-away.who', event: 'e', voice: 'young-person', at: '2026-11-01T09:00:00.000Z' } as const
type Told = { people?: (string | [string, string])[]; places?: string[] }

const told = ({ people = [], places = [] }: Told): ToldIn => ({
  interview: 'i',
  openedAt: by.at,
  people: people.map(each =>
    typeof each === 'string' ? { ...by, called: each } : { ...by, called: each[0], relation: each[1] },
  ),
  places: places.map(place => ({ ...by, place })),
  factors: [],
  reasons: [],
})
const episodes = (...all: Told[]) => all.map((each, place) => ({ episode: `e${place + 1}`, interviews: [told(each)] }))

describe('who and where was named', () => {
  it.each([
    [
      'in one episode once',
      episodes({ people: ['Kai'] }),
      [{ written: 'Kai', times: { e1: 1 }, writtenTheSame: false }],
    ],
    [
      'in two episodes, written alike but for capitals and spaces',
      episodes({ people: [['Kai', 'friend']] }, { people: [[' KAI ', 'older friend']] }),
      [{ written: 'Kai', relations: ['friend', 'older friend'], times: { e1: 1, e2: 1 }, writtenTheSame: true }],
    ],
    [
      'by nearly the same name: nobody is taken for somebody else',
      episodes({ people: ['Kai', 'Kay'] }, { people: ['Kai B'] }),
      [
        { written: 'Kai', times: { e1: 1 } },
        { written: 'Kay', times: { e1: 1 } },
        { written: 'Kai B', times: { e2: 1 } },
      ],
    ],
    [
      'in the most episodes, first',
      episodes({ people: ['Noor', 'Kai'] }, { people: ['Kai', 'Kai'] }),
      [{ written: 'Kai', times: { e1: 1, e2: 2 } }, { written: 'Noor' }],
    ],
    [
      'with the same relation in other capitals, which is said once',
      episodes({ people: [['Kai', 'Friend']] }, { people: [['Kai', 'friend']] }),
      [{ written: 'Kai', relations: ['friend'] }],
    ],
  ])('%s', (_which, given, people) => {
    expect(peopleAndPlaces(given).people).toMatchObject(people)
  })

  it('keeps places apart from people of the same name', () => {
    const { people, places } = peopleAndPlaces(episodes({ people: ['Paris'], places: ['Paris', 'paris'] }))
    expect(people).toMatchObject([{ written: 'Paris', times: { e1: 1 } }])
    expect(places).toMatchObject([{ written: 'Paris', times: { e1: 2 }, relations: [] }])
  })

  it('loses nobody and invents nobody: as many marks as namings, under the episodes they were told in', () => {
    const name = fc.constantFrom('Kai', ' kai', 'KAI', 'Noor', 'Tam', 'نور', 'Straße', 'STRASSE')
    fc.assert(
      fc.property(fc.array(fc.array(name, { maxLength: 6 }), { maxLength: 5 }), all => {
        const given = episodes(...all.map(people => ({ people })))
        const { people } = peopleAndPlaces(given)
        for (const [place, each] of all.entries()) {
          const marks = people.reduce((sum, row) => sum + (row.times[`e${place + 1}`] ?? 0), 0)
          expect(marks).toBe(each.length)
        }
        const counts = people.map(({ times }) => Object.keys(times).length)
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
      }),
    )
  })
})
