import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forPolice } from '../../../../console/casework/intelligence/forPolice.ts'
import type { IntelligenceItem } from '../../../../console/casework/intelligence/intelligence.ts'
import { policeForm } from '../../../../console/casework/intelligence/policeForm.ts'
import {
  type Choices,
  type Decision,
  decisionKinds,
  sharedWith,
  type Wish,
  wishAnswers,
} from '../../../../console/casework/sharing/sharedWith.ts'
import type { ShareItem } from '../../../../console/casework/sharing/shareItems.ts'
import { formWordsAsCodes, intelligence, police, time } from './intelligenceOf.ts'

const item = (id: string, other: Partial<ShareItem> = {}): ShareItem => ({
  ...{ id, behind: [], field: 'while-away.who', at: time(10), voice: 'young-person', regime: 'safeguarding-only' },
  ...{ codes: [], pieces: [{ as: 'words', text: `what ${id} says` }] },
  ...{ safeguarding: false, danger: false, wish: false, aboutOthers: false },
  ...other,
})
const wish = (answer: Wish['answer'], other: Partial<Wish> = {}): Wish => ({
  ...{ recipient: police.id, at: 'start', answer, items: 'all', time: time(20) },
  ...other,
})
const decision = (kind: Decision['decision'], items: Decision['items'], other: Partial<Decision> = {}): Decision => ({
  ...{ recipient: police.id, decision: kind, items, time: time(50) },
  ...(kind === 'must-share' ? { reason: 'Someone may be hurt' } : {}),
  ...other,
})
const from = (event: string) => ({ from: { interview: 'i', event }, source: 'young-person' as const })
const kai = intelligence('kai', { ...from('who'), words: 'Kai' })
const who = (other: Partial<ShareItem> = {}) => item('who', { pieces: [{ as: 'person', text: 'Kai' }], ...other })
const danger = { safeguarding: true, danger: true }

/** What came of each, by its event. */
function ruled(items: readonly IntelligenceItem[], written: readonly ShareItem[], choices: Partial<Choices> = {}) {
  const { goes, held } = forPolice(police, items, written, { wishes: [], decisions: [], ...choices })
  return Object.fromEntries([
    ...goes.map(each => [each.item.event, `goes: ${each.why}`]),
    ...held.map(each => [each.item.event, `held: ${each.why}`]),
  ])
}

describe('intelligence', () => {
  it.each<[string, IntelligenceItem, ShareItem[], Partial<Choices>, string]>([
    ['taken from what may be a danger goes with it', kai, [who(danger)], {}, 'goes: source'],
    ['taken from what they agreed to goes with it', kai, [who()], { wishes: [wish('agreed')] }, 'goes: source'],
    ['taken from what police may not be told is held', kai, [who()], {}, 'held: not-agreed'],
    ['taken from what they objected to is held', kai, [who()], { wishes: [wish('objected')] }, 'held: objected'],
    [
      'taken from a danger against their wishes waits for a reason',
      kai,
      [who(danger)],
      { wishes: [wish('objected')] },
      'held: no-reason',
    ],
    [
      'goes once somebody says of the source why',
      kai,
      [who(danger)],
      { wishes: [wish('objected')], decisions: [decision('must-share', ['who'])] },
      'goes: source',
    ],
    [
      'goes once somebody says of itself why',
      kai,
      [who()],
      { decisions: [decision('must-share', ['kai'])] },
      'goes: must-share',
    ],
    [
      'does not go by a decision without a reason',
      kai,
      [who()],
      { decisions: [decision('must-share', ['kai'], { reason: ' ' })] },
      'held: not-agreed',
    ],
    [
      'does not go by a reason that is older than their objection',
      kai,
      [who()],
      { wishes: [wish('objected', { time: time(55) })], decisions: [decision('must-share', ['kai'])] },
      'held: objected',
    ],
    [
      'does not go by what was decided of all at once',
      kai,
      [who()],
      { decisions: [decision('must-share', 'all')] },
      'held: not-agreed',
    ],
    [
      'is held where its source was decided to be, also if that goes in a report',
      kai,
      [who(danger)],
      { decisions: [decision('withhold', ['who'])] },
      'held: withheld-by-us',
    ],
    ['whose source was taken out is held', kai, [], {}, 'held: source-gone'],
    [
      'whose source was put right follows what it was put right to',
      kai,
      [who({ ...danger, id: 'right', behind: ['who'] })],
      {},
      'goes: source',
    ],
    [
      'that says more than its source is held where that repeats what is held',
      { ...kai, words: 'Kai, who lives above the arcade.' },
      [who(danger), item('where', { pieces: [{ as: 'words', text: 'above the arcade' }] })],
      {},
      'held: repeats-withheld',
    ],
    [
      'is held for what to be careful of too',
      { ...kai, handling: { reveals: 'yes', careful: 'They live above the arcade.' } },
      [who(danger), item('where', { pieces: [{ as: 'words', text: 'above the arcade' }] })],
      {},
      'held: repeats-withheld',
    ],
    [
      'is not held for a name that police are told in a danger anyway',
      kai,
      [who(danger), item('story', { pieces: [{ as: 'words', text: 'I was with Kai' }] })],
      {},
      'goes: source',
    ],
    ['of the practitioner’s own goes', intelligence('own'), [], {}, 'goes: written-for-police'],
    [
      'of the practitioner’s own is held where it repeats what is held',
      intelligence('own', { words: 'They said that Kai has a car.' }),
      [item('story', { pieces: [{ as: 'words', text: 'Kai has a car' }] })],
      {},
      'held: repeats-withheld',
    ],
    [
      'in the young person’s words, from nothing in the record, is held until they agree',
      intelligence('own', { source: 'young-person' }),
      [],
      {},
      'held: not-agreed',
    ],
    [
      'in the young person’s words goes where they agreed to just that',
      intelligence('own', { source: 'young-person' }),
      [],
      { wishes: [wish('agreed', { items: ['own'], time: time(55) })] },
      'goes: agreed',
    ],
    [
      'of the practitioner’s own is held where the young person objected to all of it',
      intelligence('own'),
      [],
      { wishes: [wish('objected')] },
      'held: objected',
    ],
    [
      'written anew is held by what was decided of it before, and not let go by it',
      intelligence('new', { ...from('who'), before: ['kai'], words: 'Kai' }),
      [who()],
      { decisions: [decision('must-share', ['kai'])] },
      'held: not-agreed',
    ],
  ])('%s', (_which, given, written, choices, came) => {
    expect(ruled([given], written, choices)).toEqual({ [given.event]: came })
  })
})

const ids = Array.from({ length: 6 }, (_, place) => `item${place}`)
const own = Array.from({ length: 5 }, (_, place) => `own${place}`)
const anyTime = fc.integer({ min: 0, max: 59 }).map(time)
const someIds = fc.oneof(
  fc.constant('all' as const),
  fc.subarray([...ids, ...own], { minLength: 1 }),
  fc.constantFrom(...own).map(each => [each]),
)
/** Each has words of its own that no other has, and some hold those of others. */
const anyWritten = fc
  .array(
    fc.record({
      voice: fc.constantFrom('young-person', 'interpreter', 'practitioner', 'parent-or-carer', 'third-party'),
      regime: fc.constantFrom('all-shared', 'safeguarding-only'),
      safeguarding: fc.boolean(),
      danger: fc.boolean(),
      wish: fc.boolean(),
      at: anyTime,
      quotes: fc.option(fc.integer({ min: 0, max: 5 })),
      corrects: fc.option(fc.integer({ min: 0, max: 5 })),
    }),
    { maxLength: 6 },
  )
  .map(all =>
    all.map(({ quotes, corrects, danger: isDanger, ...each }, place) =>
      item(`item${place}`, {
        ...each,
        danger: isDanger && each.safeguarding,
        behind: corrects === null || corrects === place ? [] : [`item${corrects}`],
        pieces: [
          { as: 'words', text: `secret${place}x said plainly` },
          ...(quotes === null ? [] : [{ as: 'because' as const, text: `secret${quotes}x said plainly` }]),
        ],
      }),
    ),
  )
/** Taken from something, or from nothing; in the words of that, of something else, or of nobody. */
const anyIntelligence = fc
  .array(
    fc.record({
      from: fc.option(fc.integer({ min: 0, max: 7 })),
      says: fc.option(fc.integer({ min: 0, max: 5 })),
      where: fc.constantFrom('words', 'relation', 'knownToChildAs', 'careful'),
      source: fc.constantFrom('young-person', 'interpreter', 'practitioner', 'parent-or-carer', 'third-party'),
      kind: fc.constantFrom('person', 'place', 'vehicle', 'phone', 'account', 'other'),
      certainty: fc.constantFrom('saw-or-did-it-themselves', 'heard-from-someone', 'practitioner-thinks', 'not-known'),
      thirdParty: fc.boolean(),
      time: anyTime,
      before: fc.subarray(own),
    }),
    { maxLength: 5 },
  )
  .map(all =>
    all.map(({ from: source, says, where, before, ...each }, place) => {
      const text = says === null ? undefined : `secret${says}x said plainly`
      return intelligence(`own${place}`, {
        ...each,
        ...(source === null ? {} : { from: { interview: 'i', event: `item${source}` } }),
        before: before.filter(event => event !== `own${place}`),
        words: where === 'words' && text ? `token${place}x ${text}` : `token${place}x`,
        ...(text && where === 'relation' ? { relation: text } : {}),
        ...(text && where === 'knownToChildAs' ? { knownToChildAs: text } : {}),
        handling: { reveals: 'not-known', ...(text && where === 'careful' ? { careful: text } : {}) },
      })
    }),
  )
const anyChoices: fc.Arbitrary<Choices> = fc.record({
  wishes: fc.array(
    fc.record({
      recipient: fc.constantFrom(police.id, police.id, police.id, 'school'),
      at: fc.constantFrom('start' as const, 'end' as const),
      answer: fc.constantFrom(...wishAnswers),
      items: someIds,
      time: anyTime,
    }),
    { maxLength: 8 },
  ),
  decisions: fc.array(
    fc.record({
      recipient: fc.constantFrom(police.id, police.id, police.id, 'school'),
      items: someIds,
      decision: fc.constantFrom(...decisionKinds),
      reason: fc.constantFrom(' ', 'There is danger', 'Someone may be hurt'),
      time: anyTime,
    }),
    { maxLength: 8 },
  ),
})
const formOf = (result: ReturnType<typeof forPolice>) =>
  JSON.stringify(policeForm({ calledAs: 'Example', reference: '12', timed: {} }, result, formWordsAsCodes))
const runs = { numRuns: 10_000 }

describe('over many records, wishes and decisions', { timeout: 120_000 }, () => {
  it('nothing that police may not be told is on their form, unless someone said of it why it must be', () => {
    let withheldOften = 0
    fc.assert(
      fc.property(anyIntelligence, anyWritten, anyChoices, (items, written, choices) => {
        const result = forPolice(police, items, written, choices)
        const { shared, withheld } = sharedWith(police, written, choices)
        const told = shared.flatMap(each => [...each.item.codes, ...each.pieces.flatMap(({ text }) => text ?? [])])
        const must = result.goes.filter(({ why }) => why === 'must-share').map(({ item: each }) => JSON.stringify(each))
        const form = formOf(result)
        for (const { item: secret } of withheld)
          for (const { text } of secret.pieces) {
            const [mark = ''] = /secret\dx/.exec(text) ?? []
            if ([...told, ...must].some(each => each.includes(mark))) continue
            withheldOften++
            expect(form).not.toContain(mark)
          }
        expect(result.goes.length + result.held.length).toBe(items.length)
      }),
      runs,
    )
    expect(withheldOften).toBeGreaterThan(1_000)
  })

  it('what was taken from something that is held goes by its own reason alone, newer than their objection', () => {
    let heldOften = 0
    fc.assert(
      fc.property(anyIntelligence, anyWritten, anyChoices, (items, written, choices) => {
        const { withheld } = sharedWith(police, written, choices)
        for (const { item: each, why } of forPolice(police, items, written, choices).goes) {
          const source = written.find(({ id, behind }) => each.from && [id, ...behind].includes(each.from.event))
          if (!source || !withheld.some(({ item: secret }) => secret.id === source.id)) continue
          heldOften++
          expect(why).toBe('must-share')
          const reasons = choices.decisions.filter(
            ({ recipient, decision: kind, items: of, reason }) =>
              recipient === police.id &&
              kind === 'must-share' &&
              of !== 'all' &&
              of.includes(each.event) &&
              reason?.trim(),
          )
          expect(reasons.length).toBeGreaterThan(0)
        }
      }),
      runs,
    )
    expect(heldOften).toBeGreaterThan(100)
  })

  it('what is held leaves no trace on the form, and what goes is there whole', () => {
    fc.assert(
      fc.property(anyIntelligence, anyWritten, anyChoices, (items, written, choices) => {
        const result = forPolice(police, items, written, choices)
        const form = formOf(result)
        for (const { item: each } of result.held) {
          expect(form).not.toContain(each.words.split(' ')[0])
          expect(form).not.toContain(each.event)
        }
        for (const { item: each } of result.goes) {
          for (const text of [each.words, each.relation, each.knownToChildAs, each.handling.careful])
            if (text !== undefined) expect(form).toContain(text)
        }
      }),
      runs,
    )
  })

  it('an objection adds nothing to the form', () => {
    fc.assert(
      fc.property(anyIntelligence, anyWritten, anyChoices, (items, written, choices) => {
        const before = new Set(forPolice(police, items, written, choices).goes.map(each => each.item.event))
        const wishes = [...choices.wishes, wish('objected', { at: 'end', time: time(59) })]
        for (const { item: each } of forPolice(police, items, written, { ...choices, wishes }).goes)
          expect(before.has(each.event)).toBe(true)
      }),
      runs,
    )
  })
})
