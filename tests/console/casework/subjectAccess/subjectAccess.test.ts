import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseEventBody, RecordedCaseEvent } from '../../../../console/casework/episode/caseEvents.ts'
import { namesIn, nameWordsOf } from '../../../../console/casework/namesIn.ts'
import { nameTokens } from '../../../../console/casework/nameTokens.ts'
import { ordinaryWords } from '../../../../console/casework/ordinaryWords.ts'
import { type ExportChoices, noChoices, withChange } from '../../../../console/casework/subjectAccess/exportChoices.ts'
import {
  handedOut,
  type SubjectAccess,
  subjectAccess,
} from '../../../../console/casework/subjectAccess/subjectAccess.ts'
import type { EventBody, RecordedEvent, Voice } from '../../../../dialogs/record/events.ts'
import { recordFrom } from '../../../../dialogs/record/recordFrom.ts'

type Written = EventBody & { voice?: Voice; by?: string; id?: string }

/** A record of these events, after the one that opens it. */
function eventsOf(bodies: readonly Written[]): RecordedEvent[] {
  const opened: Written = { type: 'opened', guide: 1, regime: 'all-shared', voice: 'practitioner' }
  return [opened, ...bodies].map((body, place) => ({
    voice: 'young-person',
    language: 'en',
    by: 'robin',
    from: 'console',
    deviceAt: '2026-06-01T10:00:00+01:00',
    interview: 'i',
    at: '2026-06-01T09:00:00.000Z',
    ...body,
    id: body.id ?? `event-${place}`,
    seq: place + 1,
  }))
}

function exportOf(bodies: readonly Written[], choices: ExportChoices = noChoices) {
  const events = eventsOf(bodies)
  return subjectAccess({ record: recordFrom(events), events, choices, seenBy: [], roleOf: () => 'interviewer' })
}

/** What would be handed out, each passage as it is read, with marks in brackets. */
const readOf = ({ said, agreed, views }: SubjectAccess) =>
  [...said, ...agreed, ...views].map(({ words }) =>
    words
      .map(({ passages }) =>
        passages.map(each => ('text' in each ? each.text : `[${each.relation ?? each.out}]`)).join(''),
      )
      .join(' | '),
  )

const people = (...all: readonly (readonly [called: string, relation?: string | undefined])[]): Written => ({
  type: 'answered',
  prompt: 'while-away.who',
  answer: { kind: 'people', people: all.map(([called, relation]) => ({ called, ...(relation ? { relation } : {}) })) },
})
const account = (words: string, other: Partial<Written> = {}): Written =>
  ({ type: 'accounted', prompt: 'leaving.before-you-went', words, ...other }) as Written

describe('names', () => {
  it.each([
    [
      'Kestrel',
      'friend',
      'I went to Kestrel’s house with KESTREL and kestrels.',
      'I went to [friend]’s house with [friend] and [friend].',
    ],
    ['Zoë Brontë', undefined, 'ZOE and Zoe Bronte; zoë-brontë too', '[name] and [name]; [name] too'],
    ['Kestrel', 'friend', 'kestrelling is not a name, nor is mykestrel', 'kestrelling is not a name, nor is mykestrel'],
    ['my friend Kestrel', 'friend', 'my friend said my name to Kestrel', 'my friend said my name to [friend]'],
    ['Will', 'boyfriend', 'Will will', '[boyfriend]'],
    ['Nίκος', undefined, 'Νίκος και ΝΊΚΟΣ', 'Νίκος και ΝΊΚΟΣ'],
    ['Νίκος', undefined, 'Νίκος και ΝΊΚΟΣ', '[name] και [name]'],
    ['مینا', 'cousin', 'با مینا رفتم', 'با [cousin] رفتم'],
    ['Kestrel', "Wren's brother", 'Kestrel came', '[name] came'],
    ['1', undefined, 'at ½Kestrel', 'at [name]'],
    ['Kestrel', 'friend', 'Kestrel. Kestrel came', '[friend]. [friend] came'],
  ])('of %s (%s) are replaced in: %s', (called, relation, words, read) => {
    expect(readOf(exportOf([people([called, relation] as const), account(words)]))[1]).toBe(read)
  })

  it('are replaced wherever words are kept: details, places, times, concerns, what practitioners wrote', () => {
    const read = readOf(
      exportOf([
        people(['Kestrel', 'friend']),
        { type: 'answered', prompt: 'a', answer: { kind: 'plain', said: 'yes', detail: 'by Kestrel' } },
        { type: 'answered', prompt: 'b', answer: { kind: 'places', places: ["Kestrel's", 'the park'] } },
        { type: 'answered', prompt: 'c', answer: { kind: 'when', asSaid: 'after Kestrel left', date: '2026-05-01' } },
        { type: 'answered', prompt: 'd', answer: { kind: 'text', text: 'Kestrel is 25' }, voice: 'practitioner' },
        { type: 'covered', coverage: 'pull.friends', told: 'yes', detail: 'Kestrel', because: 'Kestrel asked me' },
        { type: 'concernRaised', concern: randomUUID(), words: 'Kestrel again' },
      ]),
    )
    expect(read.join('\n')).not.toMatch(/kestrel/i)
    expect(read).toContain("[friend]'s | the park")
  })

  it('given later, put right, taken out, or by someone else, are replaced too', () => {
    const read = readOf(
      exportOf([
        account('with Wren, Kestrel, Siskin and Ruff'),
        { ...people(['Wren']), id: 'first' },
        { ...people(['Kestrel']), corrects: 'first', id: 'second' } as Written,
        { type: 'withdrawn', event: 'second' },
        { ...people(['Siskin']), voice: 'parent-or-carer' },
        { ...people(['Ruff']), prompt: 'x' } as Written,
      ]),
    )
    expect(read[0]).toBe('with [name], [name], [name] and [name]')
  })

  it('of people are shown as what they are to the young person, or not at all', () => {
    const { said } = exportOf([people(['Kestrel', 'friend'], ['Wren'], ['Ruff', "Wren's brother"], ['my mum', 'mum'])])
    expect(said[0]?.coded).toEqual({ kind: 'people', relations: ['friend', null, null, 'mum'] })
  })

  const name = fc.oneof(
    fc.constantFrom(
      'Kestrel',
      'Zoë',
      'James',
      "O'Neil",
      'Ångström',
      'Νίκος',
      'مینا',
      'Will',
      'K',
      'Anne-Marie',
      '안나',
      'ﬃon',
      'Ⅻ',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  )
  const wordsWith = (names: readonly string[]) =>
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ...names,
            ...names.map(each => each.toUpperCase()),
            ...names.map(each => `${each}'s`),
            ...names.map(each => each.normalize('NFD')),
          ),
          fc.constantFrom('we', 'went', '-', '.', '’s', ' ', '\u200d', '½', '℀', '⑴'),
          fc.string({ unit: 'grapheme', maxLength: 5 }),
        ),
        { minLength: 1, maxLength: 12 },
      )
      .chain(parts => fc.constantFrom(' ', '', ', ').map(between => parts.join(between)))

  it('never occur in what is handed out, whatever was said', () => {
    const anything = fc
      .array(
        fc.record({ called: name, relation: fc.option(fc.oneof(name, fc.constant('friend')), { nil: undefined }) }),
        {
          minLength: 1,
          maxLength: 4,
        },
      )
      .chain(given => {
        const text = wordsWith(given.map(({ called }) => called))
        return fc.record({
          given: fc.constant(given),
          account: text,
          detail: text,
          place: text,
          said: text,
          view: text,
        })
      })
    fc.assert(
      fc.property(anything, ({ given, ...texts }) => {
        const out = handedOut(
          exportOf([
            people(...given.map(({ called, relation }) => [called, relation] as const)),
            account(texts.account),
            { type: 'answered', prompt: 'a', answer: { kind: 'plain', said: 'no', detail: texts.detail } },
            { type: 'answered', prompt: 'b', answer: { kind: 'places', places: [texts.place] } },
            { type: 'answered', prompt: 'c', answer: { kind: 'when', asSaid: texts.said } },
            { type: 'answered', prompt: 'd', answer: { kind: 'text', text: texts.view }, voice: 'practitioner' },
            { type: 'covered', coverage: 'pull.friends', told: 'yes', because: texts.detail },
          ]),
        )
        const shown = [...out.said, ...out.agreed, ...out.views].flatMap(({ words, coded }) => [
          ...words.flatMap(({ passages }) =>
            passages.map(each => ('text' in each ? each.text : (each.relation ?? ''))),
          ),
          ...(coded?.kind === 'people' ? coded.relations.map(each => each ?? '') : []),
        ])
        const names = given.flatMap(({ called }) => nameTokens(called)).filter(word => !ordinaryWords.has(word))
        const words = new Set(shown.flatMap(nameTokens))
        expect(names.filter(each => words.has(each))).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })

  it('leave every other word as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), words => {
        const names = nameWordsOf([{ called: 'Kestrel' }])
        const without = words.replaceAll(/kestrel/gi, '')
        expect(namesIn(without, names)).toEqual([])
      }),
    )
  })
})

describe('what others said', () => {
  it('is left out and counted, and not quoted as what something was heard in', () => {
    const found = exportOf([
      account('he has been like this since Easter', { voice: 'parent-or-carer' }),
      account('seen at the station', { voice: 'third-party' }),
      account('I was at the station', { voice: 'interpreter' }),
      { type: 'covered', coverage: 'push.school', told: 'yes', because: 'like this since Easter' },
    ])
    expect(found.leftOut).toEqual([
      { voice: 'parent-or-carer', count: 1 },
      { voice: 'third-party', count: 1 },
    ])
    expect(readOf(found)).toEqual(['I was at the station', ''])
  })
})

describe('what is handed out', () => {
  it('has their words, what was agreed and what was written about them apart, with what no longer stands', () => {
    const found = exportOf([
      account('first words', { id: 'first' }),
      account('better words', { corrects: 'first', id: 'second' } as Partial<Written>),
      { type: 'answered', prompt: 'plan.agreement', answer: { kind: 'choice', option: 'objected' } },
      { type: 'covered', coverage: 'sharing.wants-passed-on', told: 'yes', detail: 'tell my mum' },
      { type: 'answered', prompt: 'after.view', answer: { kind: 'text', text: 'was calm' }, voice: 'practitioner' },
      { type: 'choseNotToSay', prompt: 'safety.hurt' },
      { type: 'movedTo', prompt: 'x' },
    ])
    expect(found.said.map(({ event, stands }) => [event, stands])).toEqual([
      ['first', false],
      ['second', true],
      ['event-6', true],
    ])
    expect(found.agreed.map(({ field }) => field)).toEqual(['plan.agreement', 'sharing.wants-passed-on'])
    expect(found.views.map(({ field }) => field)).toEqual(['after.view'])
  })

  it('names practitioners by role, and holds nothing that was left out', () => {
    const events = eventsOf([people(['Kestrel', 'friend']), account('with Kestrel', { by: 'account-of-sam' })])
    const found = subjectAccess({
      record: recordFrom(events),
      events,
      choices: noChoices,
      seenBy: [],
      roleOf: () => 'manager',
    })
    expect(JSON.stringify(found)).toContain('"was":"Kestrel"')
    const out = JSON.stringify(handedOut(found))
    for (const word of ['Kestrel', 'account-of-sam', 'robin', '"was"']) expect(out).not.toContain(word)
    expect(out).toContain('"by":"manager"')
  })
})

describe('choices', () => {
  const piece = 'event-2/words'
  const bodies = [people(['Kestrel', 'friend']), account('Kestrel and the boy next door')]
  const readAfter = (...changes: readonly Parameters<typeof withChange>[1][]) =>
    readOf(exportOf(bodies, changes.reduce(withChange, noChoices)))[1]

  it('leave more out, and put a name back with a reason', () => {
    const leave = (from: number, to: number, where = piece): Parameters<typeof withChange>[1] => ({
      do: 'leave-out',
      parts: [{ piece: where, from, to }],
    })
    const more = leave(12, 29)
    const back = { do: 'put-back', piece, from: 0, to: 7, reason: 'it is the name of a bird' } as const
    expect(readAfter(more)).toBe('[friend] and [by-hand]')
    expect(readAfter(back)).toBe('Kestrel and the boy next door')
    expect(readAfter(back, more)).toBe('Kestrel and [by-hand]')
    expect(readAfter(back, leave(0, 7))).toBe('[by-hand] and the boy next door')
    expect(readAfter(more, { ...back, from: 12, to: 29 })).toBe('[friend] and the boy next door')
    expect(readAfter(more, leave(0, 5, 'another/words'))).toBe('[friend] and [by-hand]')
  })

  it('that overlap never let show what one of them left out, and never change the words between', () => {
    const change = fc.record({ from: fc.nat({ max: 28 }), length: fc.integer({ min: 1, max: 28 }) })
    const text = 'Kestrel and the boy next door'
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), changes => {
        const spans = changes.map(({ from, length }) => ({ from, to: Math.min(29, from + length) }))
        const choices = spans.reduce(
          (all, span) => withChange(all, { do: 'leave-out', parts: [{ piece, ...span }] }),
          noChoices,
        )
        const passages = exportOf(bodies, choices).said[1]?.words[0]?.passages ?? []
        expect(passages.map(each => ('text' in each ? each.text : each.was)).join('')).toBe(text)
        let at = 0
        for (const each of passages) {
          const size = 'text' in each ? each.text.length : each.was.length
          if ('text' in each) for (const { from, to } of spans) expect(at + size <= from || to <= at).toBe(true)
          at += size
        }
      }),
    )
  })
})

describe('the case', () => {
  const at = '2026-06-01T09:30:00+01:00'
  const bodies: CaseEventBody[] = [
    { type: 'notified', source: 'police', reference: 'a number' },
    { type: 'offered', at, means: 'phone', to: 'young-person', outcome: 'accepted', words: 'Wren answered' },
    {
      type: 'attempted',
      at,
      means: 'text',
      to: 'young-person',
      outcome: 'no-answer',
      words: 'they told us everything',
    },
    { type: 'declined', at, by: 'young-person', words: 'I do not want to talk' },
    { type: 'declined', at, by: 'parent-or-carer', words: 'we say no for them' },
    { type: 'parentInformation', at, words: 'they told us everything' },
    { type: 'balanceLine', part: 'strengths', words: 'Wren is someone they trust' },
    { type: 'balanceChanged', line: 'event-1', words: 'in my words', forChild: 'as I say it to them' },
    { type: 'balanceChanged', line: 'event-1', part: 'unknowns' },
    { type: 'balanceChanged', line: 'event-2', words: 'what the carer seems to mean' },
    { type: 'scaled', whose: 'practitioner', value: 3, at },
    { type: 'mightGoAgain', whose: 'young-person', answer: 'not-sure', at, words: 'it depends' },
    { type: 'mightGoAgain', whose: 'third-party', answer: 'yes', at, words: 'a neighbour thinks so' },
    { type: 'toldBack', what: 'balance', at, language: 'en', answer: 'agreed', words: 'that is right' },
    { type: 'late', deadline: 'DL-03', reason: 'needs-rest', words: 'I wanted to sleep first' },
    { type: 'actionAdded', kind: 'advocacy', owner: 'interviewer', ownedBy: 'a worker', due: null, words: 'find Wren' },
    { type: 'heardBack', at, from: 'school', words: 'the school says more' },
    { type: 'closed', because: 'completed' },
  ]
  const caseEvents = bodies.map(
    (body, place): RecordedCaseEvent => ({
      id: `case-event-${place}`,
      episode: 'e',
      seq: place + 1,
      by: 'robin',
      from: 'console',
      deviceAt: at,
      recordedAt: '2026-06-01T09:00:00.000Z',
      body,
    }),
  )
  const events = eventsOf([
    people(['Wren', 'friend']),
    { type: 'accounted', prompt: 'after.parents-account', words: 'a carer said so', voice: 'parent-or-carer' },
  ])
  const found = subjectAccess({
    record: recordFrom(events),
    events,
    caseEvents,
    choices: noChoices,
    seenBy: [],
    roleOf: () => 'interviewer',
  })

  it('shows what was done for them and what they said to it, without the names of others', () => {
    const mine = [...found.said, ...found.views].filter(({ field }) => field?.startsWith('case/'))
    expect(mine.map(({ field, voice, coded }) => [field, voice, coded])).toEqual([
      ['case/declined', 'young-person', { kind: 'when', date: '2026-06-01', time: '09:30' }],
      ['case/mightGoAgain', 'young-person', null],
      ['case/toldBack', 'young-person', { kind: 'when', date: '2026-06-01', time: '09:30' }],
      ['case/late', 'young-person', null],
      ['case/offered', 'practitioner', { kind: 'when', date: '2026-06-01', time: '09:30' }],
      ['case/attempted', 'practitioner', { kind: 'when', date: '2026-06-01', time: '09:30' }],
      ['case/balanceLine', 'practitioner', null],
      ['case/balanceChanged', 'practitioner', null],
      ['case/scaled', 'practitioner', { kind: 'scale', value: 3 }],
      ['case/actionAdded', 'practitioner', null],
    ])
    expect(readOf(found)).toEqual(
      expect.arrayContaining([
        '[friend] is someone they trust',
        'in my words | as I say it to them',
        'it depends',
        'that is right',
        'I wanted to sleep first',
        'find [friend]',
      ]),
    )
    expect(readOf(found).join()).toContain('[friend] answered')
    expect(readOf(found).join()).toContain('I do not want to talk')
  })

  it('leaves out and counts what a parent or carer said', () => {
    expect(JSON.stringify(handedOut(found))).not.toMatch(
      /told us everything|say no for them|a number|carer said so|seems to mean|a neighbour|the school says|a worker/,
    )
    expect(found.leftOut).toEqual([
      { voice: 'parent-or-carer', count: 4 },
      { voice: 'third-party', count: 2 },
    ])
  })
})
