import { describe, expect, it } from 'vitest'
import type { CaseEventBody, RecordedCaseEvent } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom } from '../../../../console/casework/episode/caseFile.ts'
import { caseRefusal } from '../../../../console/casework/episode/caseRefusal.ts'
import type { IntelligenceBody } from '../../../../console/casework/intelligence/intelligenceEvents.ts'
import { policeForm } from '../../../../console/casework/intelligence/policeForm.ts'
import { proposedFrom } from '../../../../console/casework/intelligence/proposedFrom.ts'
import type { ToldIn } from '../../../../console/casework/linked/toldIn.ts'
import { formWordsAsCodes, intelligence, time } from './intelligenceOf.ts'

const known = (words: string, other: Partial<IntelligenceBody> = {}): IntelligenceBody => ({
  ...{ type: 'intelligence', kind: 'person', words, source: 'practitioner', certainty: 'not-known', thirdParty: true },
  ...{ handling: { reveals: 'not-known' }, ...other },
})
const events = (...bodies: CaseEventBody[]): RecordedCaseEvent[] =>
  [{ type: 'notified', source: 'police' } as const, ...bodies].map((body, place) => ({
    ...{ id: `e${place + 1}`, episode: 'e', seq: place + 1, by: 'robin', from: 'console', body },
    ...{ deviceAt: time(place), recordedAt: time(place) },
  }))
const wordsIn = (...bodies: CaseEventBody[]) =>
  caseFrom(events(...bodies)).intelligence.items.map(({ words, before }) => [words, ...before])
const sent: CaseEventBody = {
  ...{ type: 'intelligenceSent', items: ['e2'], at: time(9), means: 'post', digest: 'a'.repeat(64) },
}

describe('what is written down for police', () => {
  it.each<[string, CaseEventBody[], string[][]]>([
    ['stands in the order it was', [known('Kai'), known('A van')], [['Kai'], ['A van']]],
    [
      'is written anew in its place, with what it was before',
      [known('Kai'), known('A van'), known('Kai B', { replaces: 'e2' }), known('Kai C', { replaces: 'e4' })],
      [['Kai C', 'e4', 'e2'], ['A van']],
    ],
    [
      'is what it was before where that was taken back',
      [known('Kai'), known('Kai B', { replaces: 'e2' }), { type: 'withdrawn', event: 'e3' }],
      [['Kai']],
    ],
    [
      'stays where what it replaced was taken back',
      [known('Kai'), known('Kai B', { replaces: 'e2' }), { type: 'withdrawn', event: 'e2' }],
      [['Kai B']],
    ],
    ['is not there any more once it was taken back', [known('Kai'), { type: 'withdrawn', event: 'e2' }], []],
  ])('%s', (_which, bodies, words) => {
    expect(wordsIn(...bodies)).toEqual(words)
  })

  it('keeps each time it was sent, until that is taken back', () => {
    expect(caseFrom(events(known('Kai'), sent)).intelligence.sent).toMatchObject([
      { items: ['e2'], writtenBy: 'robin' },
    ])
    expect(caseFrom(events(known('Kai'), sent, { type: 'withdrawn', event: 'e3' })).intelligence.sent).toEqual([])
  })

  it.each<[string, CaseEventBody[], ReturnType<typeof caseRefusal>]>([
    ['goes into a closed case', [{ type: 'closed', because: 'transferred' }, known('Kai')], undefined],
    ['may come of nothing in the record', [known('Kai')], undefined],
    ['comes of an interview of this case', [known('Kai', { from: { interview: 'i', event: 'x' } })], 'bad-request'],
    [
      'comes of an interview that covers it',
      [{ type: 'covered', interview: 'i' }, known('Kai', { from: { interview: 'i', event: 'x' } })],
      undefined,
    ],
    ['replaces what is there', [known('Kai'), known('Kai B', { replaces: 'e2' })], undefined],
    [
      'replaces nothing that was replaced already',
      [known('Kai'), known('Kai B', { replaces: 'e2' }), known('Kai C', { replaces: 'e2' })],
      'unknown-event',
    ],
  ])('%s', (_which, bodies, refusal) => {
    expect(caseRefusal(events(...bodies), false)).toBe(refusal)
  })
})

describe('what is proposed', () => {
  const by = { event: 'said', voice: 'young-person', at: time(1), field: 'while-away.who' } as const
  const told: ToldIn = {
    ...{ interview: 'i', openedAt: time(0), factors: [], reasons: [] },
    people: [
      { ...by, called: 'Kai', relation: 'friend' },
      { ...by, called: 'Noor' },
    ],
    places: [{ ...by, event: 'where', place: 'The arcade' }],
  }
  const from = { interview: 'i', event: 'said' }
  const left = (...items: Parameters<typeof intelligence>[1][]) =>
    proposedFrom(
      [told],
      items.map((each, place) => intelligence(`own${place}`, each)),
    ).map(({ kind, words }) => `${kind} ${words}`)

  it('is whoever and wherever was named, with who said so, and nothing of how it is known', () => {
    expect(proposedFrom([told], [])).toMatchObject([
      { kind: 'person', words: 'Kai', relation: 'friend', thirdParty: true, certainty: 'not-known', from },
      { kind: 'person', words: 'Noor', source: 'young-person', handling: { reveals: 'not-known' } },
      { kind: 'place', words: 'The arcade', thirdParty: false, from: { event: 'where' } },
    ])
  })

  it.each<[string, Parameters<typeof intelligence>[1][], string[]]>([
    ['is not proposed again once it is there', [{ from, words: 'kai' }], ['person Noor', 'place The arcade']],
    ['nor where more was written of it', [{ from, words: 'Kai, who drives' }], ['person Noor', 'place The arcade']],
    [
      'is, where only another place has the name',
      [{ from, kind: 'place', words: 'Kai' }],
      ['person Kai', 'person Noor', 'place The arcade'],
    ],
  ])('%s', (_which, items, proposed) => {
    expect(left(...items)).toEqual(proposed)
  })
})

describe('the form for police', () => {
  const file = { calledAs: 'Example', reference: 'MP-1', timed: { wentMissing: time(0), returned: null } }
  const partsOf = (...items: Parameters<typeof intelligence>[1][]) =>
    policeForm(
      file,
      { goes: items.map((each, place) => ({ item: intelligence(`own${place}`, each), why: 'source' as const })) },
      formWordsAsCodes,
    ).parts

  it('numbers each within its kind, people first, and says of a time that nobody knows that it is not known', () => {
    const parts = partsOf({ kind: 'phone' }, { kind: 'person' }, { kind: 'person' })
    const headings = parts.flatMap(part => (part.part === 'heading' && part.level === 2 ? [part.text] : []))
    expect(headings).toEqual(['person 1', 'person 2', 'phone 1'])
    const [about] = parts.flatMap(part => (part.part === 'facts' ? [part.rows] : []))
    expect(about).toContainEqual({ name: 'back', value: 'not-known', theirs: false })
    expect(about).toContainEqual({ name: 'reference', value: 'MP-1', theirs: false })
  })

  it('keeps apart who it comes from and how they know it, and marks third parties', () => {
    const rows = partsOf({ source: 'young-person', certainty: 'heard-from-someone', thirdParty: true }).flatMap(part =>
      part.part === 'facts' ? part.rows.map(({ name, value }) => `${name}: ${value}`) : [],
    )
    expect(rows).toContain('from: young-person')
    expect(rows).toContain('how-known: heard-from-someone')
    expect(rows).toContain('third-party: is-third-party')
    const notes = partsOf({ thirdParty: true }).flatMap(part => (part.part === 'note' ? [part.text] : []))
    expect(notes).toEqual(['not-graded', 'others'])
    expect(partsOf({ thirdParty: false }).filter(({ part }) => part === 'note')).toHaveLength(1)
  })
})
