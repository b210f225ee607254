import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Recipient } from '../../../../console/casework/sharing/recipients.ts'
import { sharedFormats, sharedText } from '../../../../console/casework/sharing/sharedDocument.ts'
import {
  type Choices,
  isSendable,
  lost,
  sharedWith,
  standingWish,
  wishAnswers,
} from '../../../../console/casework/sharing/sharedWith.ts'
import type { ShareItem } from '../../../../console/casework/sharing/shareItems.ts'
import { sharedPaper } from '../../../../console/papers/sharedPaper.ts'
import { translator } from '../../papers/papersUnderTest.ts'
import {
  anyChoices,
  anyItems,
  anyRecipient,
  anyWish,
  decision,
  documentFor,
  item,
  parent,
  police,
  school,
  services,
  time,
  wish,
  words,
} from './recordsUnderTest.ts'

const told = (recipient: Recipient, items: readonly ShareItem[], choices: Partial<Choices> = {}) =>
  sharedWith(recipient, items, { wishes: [], decisions: [], ...choices }).shared.map(each => [each.item.id, each.why])
const because = (recipient: Recipient, items: readonly ShareItem[], choices: Partial<Choices> = {}) =>
  sharedWith(recipient, items, { wishes: [], decisions: [], ...choices }).withheld.map(each => [each.item.id, each.why])

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

const textsFor = (recipient: Recipient, items: readonly ShareItem[], choices: Choices) => {
  const document = documentFor(recipient, items, choices)
  // PDF and Word are made of these blocks and of nothing else, which the tests of those who draw them show.
  const blocks = JSON.stringify(sharedPaper(document, words, translator))
  return [...sharedFormats.map(format => sharedText(document, format, words)), blocks]
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
