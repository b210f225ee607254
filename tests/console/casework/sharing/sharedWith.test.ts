import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../../console/casework/clocks/clocksFor.ts'
import { nameWordsOf } from '../../../../console/casework/namesIn.ts'
import { defaultRecipients, type Recipient } from '../../../../console/casework/sharing/recipients.ts'
import {
  type DocumentWords,
  sharedDocument,
  sharedFormats,
  sharedText,
} from '../../../../console/casework/sharing/sharedDocument.ts'
import {
  type Choices,
  type Decision,
  decisionKinds,
  isSendable,
  lost,
  sharedWith,
  standingWish,
  type Wish,
  wishAnswers,
} from '../../../../console/casework/sharing/sharedWith.ts'
import type { ShareItem } from '../../../../console/casework/sharing/shareItems.ts'

const recipientNamed = (id: string): Recipient => {
  const found = defaultRecipients.find(each => each.id === id)
  if (!found) throw new Error(id)
  return found
}
const [services, police, parent, school] = ['childrens-services', 'police', 'parent-or-carer', 'school'].map(
  recipientNamed,
) as [Recipient, Recipient, Recipient, Recipient]

const time = (minutes: number) => new Date(Date.UTC(2026, 5, 1, 9, minutes)).toISOString()
const item = (id: string, other: Partial<ShareItem> = {}): ShareItem => ({
  ...{ id, behind: [], field: 'leaving.story', at: time(10), voice: 'young-person', regime: 'safeguarding-only' },
  ...{ codes: [], pieces: [{ as: 'words', text: `what ${id} says` }] },
  ...{ safeguarding: false, danger: false, wish: false, aboutOthers: false },
  ...other,
})
const wish = (recipient: Recipient, answer: Wish['answer'], other: Partial<Wish> = {}): Wish => ({
  ...{ recipient: recipient.id, at: 'start', answer, items: 'all', time: time(20) },
  ...other,
})
const decision = (recipient: Recipient, kind: Decision['decision'], other: Partial<Decision> = {}): Decision => ({
  ...{ recipient: recipient.id, decision: kind, items: 'all', time: time(30) },
  ...other,
})
const told = (recipient: Recipient, items: readonly ShareItem[], choices: Partial<Choices> = {}) =>
  sharedWith(recipient, items, { wishes: [], decisions: [], ...choices }).shared.map(each => [each.item.id, each.why])
const because = (recipient: Recipient, items: readonly ShareItem[], choices: Partial<Choices> = {}) =>
  sharedWith(recipient, items, { wishes: [], decisions: [], ...choices }).withheld.map(each => [each.item.id, each.why])

const words: DocumentWords = {
  say: key => key,
  recipient: 'recipient',
  field: field => field,
  code: (_field, code) => code,
  voice: voice => voice,
  why: why => why,
  clock: id => id,
  time: at => at,
}

describe('with nothing asked', () => {
  const items = [
    item('story'),
    item('harm', { safeguarding: true }),
    item('threat', { safeguarding: true, danger: true }),
  ]

  it('goes what is of safeguarding to children’s services, what may be a danger to the police, and nothing else', () => {
    expect(told(services, items)).toEqual([
      ['harm', 'safeguarding'],
      ['threat', 'safeguarding'],
    ])
    expect(told(police, items)).toEqual([['threat', 'safeguarding']])
    expect(told(parent, items)).toEqual([])
    expect(told(school, items)).toEqual([])
  })

  it('goes all that they said themselves where the authority shares all of it, also against their wishes', () => {
    const all = [item('story', { regime: 'all-shared' }), item('view', { regime: 'all-shared', voice: 'practitioner' })]
    const choices = { wishes: [wish(services, 'objected')] }
    expect(told(services, all, choices)).toEqual([['story', 'regime']])
    expect(sharedWith(services, all, { ...choices, decisions: [] }).shared[0]?.objected).toBe(true)
    expect(told(school, all)).toEqual([])
  })
})

describe('a parent or carer', () => {
  const items = [item('story'), item('harm', { safeguarding: true })]
  const agreed = wish(parent, 'agreed')

  it('reads what was agreed for them and decided, and nothing by either alone', () => {
    expect(because(parent, items, { wishes: [agreed] })).toEqual([
      ['story', 'not-decided'],
      ['harm', 'not-decided'],
    ])
    expect(because(parent, items, { decisions: [decision(parent, 'share')] })).toEqual([
      ['story', 'not-agreed'],
      ['harm', 'not-agreed'],
    ])
    expect(
      told(parent, items, { wishes: [agreed], decisions: [decision(parent, 'share', { items: ['story'] })] }),
    ).toEqual([['story', 'agreed']])
  })

  it('never reads what was marked unsafe for them, whatever is agreed later and whatever reason is given', () => {
    const wishes = [wish(parent, 'not-asked-unsafe'), wish(parent, 'agreed', { at: 'end', time: time(25) })]
    const decisions = [
      decision(parent, 'share'),
      decision(parent, 'must-share', { reason: 'They asked for it', time: time(40) }),
    ]
    expect(told(parent, items, { wishes, decisions })).toEqual([])
  })

  it('does not read what was said after it was agreed, nor what was put right since', () => {
    const later = item('later', { at: time(50) })
    const rightNow = item('right', { at: time(50), behind: ['story'] })
    const decisions = [decision(parent, 'share', { time: time(60) })]
    expect(told(parent, [later, rightNow], { wishes: [agreed], decisions })).toEqual([])
    const objected = wish(parent, 'objected', { items: ['story'], at: 'end' })
    expect(because(parent, [rightNow], { wishes: [agreed, objected], decisions })).toEqual([['right', 'objected']])
  })

  it('does not read words that hold, or are part of, what is withheld', () => {
    const whole = item('whole', { pieces: [{ as: 'words', text: 'I slept at Kai’s. We had tea.' }] })
    const part = item('part', { pieces: [{ as: 'because', text: 'I slept at Kai’s.' }] })
    const choices: Choices = { wishes: [agreed], decisions: [decision(parent, 'share', { items: ['part'] })] }
    expect(sharedWith(parent, [whole, part], choices).shared[0]?.pieces).toEqual([{ as: 'because', text: null }])
  })
})

describe('an objection', () => {
  const items = [item('story'), item('harm', { safeguarding: true })]
  const wishes = [wish(services, 'objected')]

  it('keeps what is not of safeguarding, and lets the rest go once there is a reason', () => {
    const open = sharedWith(services, items, { wishes, decisions: [] })
    expect(open.shared.map(each => [each.item.id, each.why, each.needsReason])).toEqual([['harm', 'override', true]])
    expect(isSendable(open)).toBe(false)
    const decisions = [decision(services, 'must-share', { reason: 'They may be hurt again' })]
    expect(isSendable(sharedWith(services, items, { wishes, decisions }))).toBe(true)
  })

  it('needs a reason again where it came after the reason', () => {
    const decisions = [decision(services, 'must-share', { reason: 'They may be hurt again', time: time(15) })]
    expect(isSendable(sharedWith(services, items, { wishes, decisions }))).toBe(false)
  })

  it('is not undone for the school by a reason, but where it is of safeguarding', () => {
    const decisions = [
      decision(school, 'must-share', { items: ['story', 'harm'], reason: 'They may be hurt at school' }),
    ]
    expect(told(school, items, { wishes: [wish(school, 'objected')], decisions })).toEqual([['harm', 'must-share']])
  })
})

const ids = Array.from({ length: 7 }, (_, place) => `item${place}`)
const someIds = fc.oneof(fc.constant('all' as const), fc.subarray(ids, { minLength: 1 }))
const anyTime = fc.integer({ min: 0, max: 59 }).map(time)
const anyRecipient = fc.constantFrom(...defaultRecipients)
/** Each has words of its own that no other has, and some hold those of others, as what is heard in an account does. */
const anyItems = fc
  .array(
    fc.record({
      voice: fc.constantFrom('young-person', 'interpreter', 'practitioner', 'parent-or-carer', 'third-party'),
      regime: fc.constantFrom('all-shared', 'safeguarding-only'),
      safeguarding: fc.boolean(),
      danger: fc.boolean(),
      wish: fc.boolean(),
      at: anyTime,
      quotes: fc.option(fc.integer({ min: 0, max: 6 })),
      corrects: fc.option(fc.integer({ min: 0, max: 6 })),
      start: fc.constantFrom('', '=', '"', 'Kai ', '\n'),
    }),
    { maxLength: 7 },
  )
  .map(all =>
    all.map(({ quotes, corrects, start, danger, ...each }, place) =>
      item(`item${place}`, {
        ...each,
        danger: danger && each.safeguarding,
        behind: corrects === null || corrects === place ? [] : [`item${corrects}`],
        pieces: [
          { as: 'words', text: `${start}secret${place}x said plainly` },
          ...(quotes === null ? [] : [{ as: 'because' as const, text: `secret${quotes}x said` }]),
        ],
      }),
    ),
  )
const anyWish: fc.Arbitrary<Wish> = fc
  .record({
    recipient: anyRecipient,
    at: fc.constantFrom('start' as const, 'end' as const),
    answer: fc.constantFrom(...wishAnswers),
    items: someIds,
    time: anyTime,
  })
  .map(each => ({ ...each, recipient: each.recipient.id }))
const anyDecision: fc.Arbitrary<Decision> = fc
  .record({
    recipient: anyRecipient,
    items: someIds,
    decision: fc.constantFrom(...decisionKinds),
    reason: fc.constantFrom('', ' ', 'There is danger'),
    time: anyTime,
  })
  .map(each => ({ ...each, recipient: each.recipient.id }))
const anyChoices: fc.Arbitrary<Choices> = fc.record({
  wishes: fc.array(anyWish, { maxLength: 12 }),
  decisions: fc.array(anyDecision, { maxLength: 12 }),
})
const clocks: Clock[] = [
  { id: 'DL-10', who: 'interviewer', from: 'concernRaised', since: time(1), due: time(2), met: time(3), state: 'late' },
  { id: 'DL-03', who: 'provider', from: 'returned', since: time(1), due: time(5), state: 'due' },
]
const names = nameWordsOf([{ called: 'Kai' }])
const textsFor = (recipient: Recipient, items: readonly ShareItem[], choices: Choices) => {
  const document = sharedDocument(recipient, sharedWith(recipient, items, choices), clocks, names)
  return sharedFormats.map(format => sharedText(document, format, words))
}
const runs = { numRuns: 10_000 }

describe('over many records, regimes and wishes', { timeout: 120_000 }, () => {
  it('nothing that is withheld is in any format of anyone’s document', () => {
    fc.assert(
      fc.property(anyItems, anyChoices, anyRecipient, (items, choices, recipient) => {
        const { shared, withheld } = sharedWith(recipient, items, choices)
        // Words that have to go, because someone may be hurt, are read whole.
        const mustGo = shared
          .filter(({ why }) => why === 'safeguarding' || why === 'override' || why === 'must-share')
          .flatMap(each => each.item.pieces.map(({ text }) => text))
        for (const text of textsFor(recipient, items, choices))
          for (const { item: secret } of withheld)
            for (const piece of secret.pieces) {
              const [own = ''] = /secret\dx/.exec(piece.text) ?? []
              if (!mustGo.some(each => each.includes(own))) expect(text).not.toContain(own)
              expect(text).not.toContain(secret.id)
            }
        expect(shared.length + withheld.length).toBe(items.length)
      }),
      runs,
    )
  })

  it('nothing of safeguarding is lost, and every word of it reaches children’s services', () => {
    fc.assert(
      fc.property(anyItems, anyChoices, (items, choices) => {
        expect(lost(services, items, choices)).toEqual([])
        const [text = ''] = textsFor(services, items, choices)
        for (const each of items.filter(({ safeguarding }) => safeguarding))
          expect(text).toContain(/secret\dx said plainly/.exec(each.pieces[0]?.text ?? '')?.[0])
      }),
      runs,
    )
  })

  it('nothing goes against their wishes without a reason', () => {
    fc.assert(
      fc.property(anyItems, anyChoices, anyRecipient, (items, choices, recipient) => {
        const unreasoned = { ...choices, decisions: choices.decisions.map(each => ({ ...each, reason: ' ' })) }
        const sharing = sharedWith(recipient, items, unreasoned)
        const against = sharing.shared.some(({ objected, why }) => objected && why !== 'regime')
        if (against) expect(isSendable(sharing)).toBe(false)
      }),
      runs,
    )
  })

  it('the later wish stands, and the earlier is kept', () => {
    fc.assert(
      fc.property(
        anyItems,
        anyChoices,
        anyRecipient,
        fc.constantFrom(...wishAnswers),
        (items, choices, recipient, answer) => {
          const last = wish(recipient, answer, { at: 'end', time: '2026-06-02T00:00:00.000Z' })
          const wishes = [last, ...choices.wishes]
          for (const each of items) expect(standingWish(recipient, each, wishes)).toBe(last)
          const early = wish(recipient, answer, { at: 'start', time: '2026-06-03T00:00:00.000Z' })
          for (const each of items) expect(standingWish(recipient, each, [...wishes, early])).toBe(last)
        },
      ),
      runs,
    )
  })

  it('an objection adds nothing to any document', () => {
    fc.assert(
      fc.property(anyItems, anyChoices, anyRecipient, anyWish, (items, choices, recipient, another) => {
        const before = sharedWith(recipient, items, choices).shared
        const wishes = [...choices.wishes, { ...another, answer: 'objected' as const }]
        for (const after of sharedWith(recipient, items, { ...choices, wishes }).shared) {
          const same = before.find(each => each.item.id === after.item.id)
          expect(same).toBeDefined()
          after.pieces.forEach((piece, place) => {
            if (piece.text !== null) expect(same?.pieces[place]).toEqual(piece)
          })
        }
      }),
      runs,
    )
  })

  it('a parent or carer reads only what was agreed for them, and nothing of a concern’s clock', () => {
    fc.assert(
      fc.property(anyItems, anyChoices, (items, choices) => {
        for (const { item: each } of sharedWith(parent, items, choices).shared)
          expect(standingWish(parent, each, choices.wishes)?.answer).toBe('agreed')
        for (const text of textsFor(parent, items, choices)) expect(text).not.toContain('DL-10')
      }),
      runs,
    )
  })

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(anyItems, anyChoices, anyRecipient, (items, choices, recipient) => {
        const copy = structuredClone({ items, choices })
        expect(textsFor(recipient, copy.items, copy.choices)).toEqual(textsFor(recipient, items, choices))
      }),
      runs,
    )
  })
})
