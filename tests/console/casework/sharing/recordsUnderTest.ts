import fc from 'fast-check'
import type { Clock } from '../../../../console/casework/clocks/clocksFor.ts'
import { nameWordsOf } from '../../../../console/casework/namesIn.ts'
import { defaultRecipients, type Recipient } from '../../../../console/casework/sharing/recipients.ts'
import { type DocumentWords, sharedDocument } from '../../../../console/casework/sharing/sharedDocument.ts'
import {
  type Choices,
  type Decision,
  decisionKinds,
  sharedWith,
  type Wish,
  wishAnswers,
} from '../../../../console/casework/sharing/sharedWith.ts'
import type { ShareItem } from '../../../../console/casework/sharing/shareItems.ts'

const recipientNamed = (id: string): Recipient => {
  const found = defaultRecipients.find(each => each.id === id)
  if (!found) throw new Error(id)
  return found
}
export const [services, police, parent, school] = ['childrens-services', 'police', 'parent-or-carer', 'school'].map(
  recipientNamed,
) as [Recipient, Recipient, Recipient, Recipient]

export const time = (minutes: number) => new Date(Date.UTC(2026, 5, 1, 9, minutes)).toISOString()
export const item = (id: string, other: Partial<ShareItem> = {}): ShareItem => ({
  ...{ id, behind: [], field: 'leaving.story', at: time(10), voice: 'young-person', regime: 'safeguarding-only' },
  ...{ codes: [], pieces: [{ as: 'words', text: `what ${id} says` }] },
  ...{ safeguarding: false, danger: false, wish: false, aboutOthers: false },
  ...other,
})
export const wish = (recipient: Recipient, answer: Wish['answer'], other: Partial<Wish> = {}): Wish => ({
  ...{ recipient: recipient.id, at: 'start', answer, items: 'all', time: time(20) },
  ...other,
})
export const decision = (
  recipient: Recipient,
  kind: Decision['decision'],
  other: Partial<Decision> = {},
): Decision => ({
  ...{ recipient: recipient.id, decision: kind, items: 'all', time: time(30) },
  ...other,
})
export const words: DocumentWords = {
  language: 'en',
  say: key => key,
  recipient: 'recipient',
  field: field => field,
  code: (_field, code) => code,
  voice: voice => voice,
  why: why => why,
  clock: id => id,
  time: at => at,
}

const ids = Array.from({ length: 7 }, (_, place) => `item${place}`)
const someIds = fc.oneof(fc.constant('all' as const), fc.subarray(ids, { minLength: 1 }))
const anyTime = fc.integer({ min: 0, max: 59 }).map(time)
export const anyRecipient = fc.constantFrom(...defaultRecipients)
/** Each has words of its own that no other has, and some hold those of others, as what is heard in an account does. */
export const anyItems = fc
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
export const anyWish: fc.Arbitrary<Wish> = fc
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
export const anyChoices: fc.Arbitrary<Choices> = fc.record({
  wishes: fc.array(anyWish, { maxLength: 12 }),
  decisions: fc.array(anyDecision, { maxLength: 12 }),
})
const clocks: Clock[] = [
  { id: 'DL-10', who: 'interviewer', from: 'concernRaised', since: time(1), due: time(2), met: time(3), state: 'late' },
  { id: 'DL-03', who: 'provider', from: 'returned', since: time(1), due: time(5), state: 'due' },
]
const names = nameWordsOf([{ called: 'Kai' }])
export const documentFor = (recipient: Recipient, items: readonly ShareItem[], choices: Choices) =>
  sharedDocument(recipient, sharedWith(recipient, items, choices), clocks, names, {
    ...{ calledAs: 'Example Kit', reference: 'INVENTED/1', made: time(50) },
  })
