import { describe, expect, it } from 'vitest'
import { concernsOf, peopleNamedIn, toldInTalk } from '../../../../console/casework/actions/concernsOf.ts'
import type { EventBody, NewEvent } from '../../../../dialogs/record/events.ts'
import { recordFrom } from '../../../../dialogs/record/recordFrom.ts'
import { idOf, recorded } from '../../../support/talk.ts'

const concern = idOf(9001)

function concernsIn(...bodies: (EventBody & Partial<NewEvent>)[]) {
  const all: (EventBody & Partial<NewEvent>)[] = [{ type: 'opened', guide: 1, regime: 'all-shared' }, ...bodies]
  const events = all.map((body, place) => recorded(place + 1, { voice: 'young-person', language: 'en', ...body }))
  return { concerns: concernsOf(recordFrom(events), events), events }
}

describe('the concerns of an interview', () => {
  it('have the exact words, in whose voice they were, and what the talk wrote down', () => {
    const { concerns } = concernsIn(
      { type: 'accounted', prompt: 'leaving.before-you-went', words: 'He hurts me.' },
      { type: 'concernRaised', concern, words: 'He hurts me.' },
      { type: 'answered', prompt: 'concern.kind', concern, answer: { kind: 'choice', option: 'hurt' } },
      {
        type: 'accounted',
        prompt: 'concern.words',
        concern,
        words: 'He hurts me at night.',
        original: { language: 'ar', words: 'نص مخترع' },
        voice: 'interpreter',
      },
      { type: 'answered', prompt: 'concern.told', concern, answer: { kind: 'choice', option: 'not-told-unsafe' } },
      { type: 'answered', prompt: 'concern.done', concern, answer: { kind: 'text', text: 'Rang the duty team.' } },
    )
    expect(concerns).toMatchObject([
      {
        id: concern,
        kind: 'hurt',
        seq: 3,
        said: [
          { words: 'He hurts me.', voice: 'young-person' },
          { words: 'He hurts me at night.', voice: 'interpreter', original: { language: 'ar' } },
        ],
        told: 'not-told-unsafe',
        done: ['Rang the duty team.'],
        askedPrompt: 'leaving.before-you-went',
      },
    ])
    expect(toldInTalk(concerns[0]?.told)).toBe('not-safe')
    expect(toldInTalk(undefined)).toBe('not-yet')
  })

  it('say nothing that was not written, and repeat nothing', () => {
    const { concerns } = concernsIn(
      { type: 'concernRaised', concern, words: 'I am scared.' },
      { type: 'accounted', prompt: 'concern.words', concern, words: 'I am scared.' },
    )
    expect(concerns[0]).toMatchObject({ kind: undefined, told: undefined, done: [], askedPrompt: undefined })
    expect(concerns[0]?.said).toEqual([{ words: 'I am scared.', voice: 'young-person' }])
  })

  it('name the people of the interview, also one who was taken out later', () => {
    const { events } = concernsIn(
      { type: 'answered', prompt: 'while-away.who', answer: { kind: 'people', people: [{ called: 'Kai' }] } },
      { type: 'withdrawn', event: idOf(2) },
    )
    expect(peopleNamedIn(events)).toEqual([{ called: 'Kai' }])
  })
})
