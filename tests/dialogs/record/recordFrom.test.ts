import { describe, expect, it } from 'vitest'
import type { EventBody, RecordedEvent } from '../../../dialogs/record/events.ts'
import { concernField, recordFrom } from '../../../dialogs/record/recordFrom.ts'
import { idOf, recorded } from '../../support/talk.ts'

const concern = idOf(9001)
const opened: EventBody = { type: 'opened', guide: 1, regime: 'all-shared' }

function eventsOf(...bodies: EventBody[]): RecordedEvent[] {
  return [opened, ...bodies].map((body, index) =>
    recorded(index + 1, { ...body, voice: 'young-person', language: 'en' }),
  )
}

describe('recordFrom: one event of each type', () => {
  it.each<{ bodies: EventBody[]; holds: object }>([
    { bodies: [], holds: { seq: 1, guide: 1, regime: 'all-shared', path: 'talk', state: 'open', language: 'en' } },
    { bodies: [{ type: 'said', prompt: 'a' }], holds: { dealt: { a: 'answered' }, last: 'a', trail: ['a'] } },
    { bodies: [{ type: 'accounted', prompt: 'a', words: 'x' }], holds: { dealt: { a: 'answered' }, at: 'a' } },
    {
      bodies: [{ type: 'answered', prompt: 'a', answer: { kind: 'scale', value: 2 } }],
      holds: { dealt: { a: 'answered' } },
    },
    { bodies: [{ type: 'choseNotToSay', prompt: 'a' }], holds: { dealt: { a: 'answered' } } },
    { bodies: [{ type: 'skipped', prompt: 'a' }], holds: { dealt: { a: 'skipped' }, fields: {} } },
    { bodies: [{ type: 'passed', prompt: 'a' }], holds: { dealt: { a: 'passed' }, fields: {} } },
    { bodies: [{ type: 'movedTo', prompt: 'b' }], holds: { at: 'b', trail: ['b'] } },
    { bodies: [{ type: 'covered', coverage: 'c', told: 'no' }], holds: { fields: { c: { id: 'c' } }, dealt: {} } },
    { bodies: [{ type: 'setAside', coverage: 'c', account: idOf(5) }], holds: { setAside: { c: [idOf(5)] } } },
    { bodies: [{ type: 'paused' }], holds: { state: 'paused' } },
    { bodies: [{ type: 'paused' }, { type: 'resumed' }], holds: { state: 'open' } },
    {
      bodies: [{ type: 'stopped', whoseChoice: 'young-person' }],
      holds: { state: 'stopped', stoppedBy: 'young-person' },
    },
    { bodies: [{ type: 'declined' }], holds: { path: 'declined', state: 'open' } },
    { bodies: [{ type: 'notReached' }], holds: { path: 'not-reached', state: 'open' } },
    { bodies: [{ type: 'declined' }, { type: 'resumed' }], holds: { path: 'talk', state: 'open' } },
    { bodies: [{ type: 'concernRaised', concern }], holds: { concerns: [{ id: concern, dealt: {} }] } },
    { bodies: [{ type: 'languageChanged', to: 'ar' }], holds: { language: 'ar' } },
  ])('$bodies', ({ bodies, holds }) => {
    expect(recordFrom(eventsOf(...bodies))).toMatchObject(holds)
  })

  it("keeps a concern's answers in fields of its own, and the place as it was", () => {
    const record = recordFrom(
      eventsOf(
        { type: 'movedTo', prompt: 'a' },
        { type: 'concernRaised', concern },
        { type: 'answered', prompt: 'concern.done', concern, answer: { kind: 'text', text: 'Rang' } },
      ),
    )
    expect(record.at).toBe('a')
    expect(record.dealt).toEqual({})
    expect(record.fields[concernField(concern, 'concern.done')]?.entries).toHaveLength(1)
  })

  it('keeps every event behind a field, corrected and withdrawn ones included', () => {
    const record = recordFrom(
      eventsOf(
        { type: 'answered', prompt: 'a', answer: { kind: 'scale', value: 2 } },
        { type: 'answered', prompt: 'a', answer: { kind: 'scale', value: 3 }, corrects: idOf(2), aside: true },
        { type: 'withdrawn', event: idOf(3) },
      ),
    )
    expect(record.fields.a).toEqual({ id: 'a', entries: [], events: [idOf(2), idOf(3), idOf(4)] })
  })
})

describe('recordFrom: what must never be shown as whole', () => {
  const [first, second, third] = eventsOf({ type: 'paused' }, { type: 'resumed' }) as [
    RecordedEvent,
    RecordedEvent,
    RecordedEvent,
  ]

  it.each([
    { given: 'no events', events: [] },
    { given: 'a hole', events: [first, third] },
    { given: 'no opening', events: [second, third] },
    { given: 'an event twice', events: [first, second, second] },
    { given: 'a second opening', events: [first, { ...first, seq: 2 }] },
  ])('throws on $given', ({ events }) => {
    expect(() => recordFrom(events)).toThrow()
  })
})
