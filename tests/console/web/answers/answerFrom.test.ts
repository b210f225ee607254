import { describe, expect, it } from 'vitest'
import { answerFrom } from '../../../../console/web/answers/answerFrom.ts'
import { type Draft, isBlank } from '../../../../console/web/answers/draft.ts'
import { draftOf } from '../../../../console/web/answers/draftOf.ts'
import type { PromptKind } from '../../../../dialogs/guide/schema.ts'
import type { Value } from '../../../../dialogs/record/record.ts'

const none = { kind: 'none' }
const answer = (of: object) => ({ kind: 'answer', answer: of })

describe('answerFrom', () => {
  it.each<[PromptKind, Draft, object]>([
    ['say', { words: 'spoken' }, none],
    ['account', { words: 'an account is not an answer' }, none],
    ['choice', {}, none],
    ['choice', { option: 'friend' }, answer({ kind: 'choice', option: 'friend' })],
    ['choices', { options: [] }, none],
    ['choices', { options: ['a', 'b'] }, answer({ kind: 'choices', options: ['a', 'b'] })],
    ['plain', {}, none],
    ['plain', { said: 'no', detail: '  ' }, answer({ kind: 'plain', said: 'no' })],
    ['plain', { said: 'yes', detail: ' my arm ' }, answer({ kind: 'plain', said: 'yes', detail: 'my arm' })],
    ['plain', { said: 'rather-not', detail: 'left over' }, { kind: 'rather-not' }],
    ['scale', {}, none],
    ['scale', { value: 0 }, answer({ kind: 'scale', value: 0 })],
    ['when', { text: '  ' }, none],
    ['when', { text: '03/04/2026' }, answer({ kind: 'when', asSaid: '03/04/2026', date: '2026-04-03' })],
    ['when', { text: '31/02/2026' }, { kind: 'problem', problem: 'no-such-date' }],
    ['when', { text: '3/4/26' }, { kind: 'problem', problem: 'year-in-full' }],
    ['people', { people: [{ called: ' ', relation: '' }] }, none],
    [
      'people',
      {
        people: [
          { called: ' Ace ', relation: ' friend ' },
          { called: '', relation: 'a man with a van' },
          { called: 'Sam', relation: '' },
        ],
      },
      answer({
        kind: 'people',
        people: [{ called: 'Ace', relation: 'friend' }, { called: 'a man with a van' }, { called: 'Sam' }],
      }),
    ],
    ['places', { places: [' ', ''] }, none],
    ['places', { places: [' the park ', ''] }, answer({ kind: 'places', places: ['the park'] })],
    ['text', { text: ' ' }, none],
    ['text', { text: ' a line ' }, answer({ kind: 'text', text: 'a line' })],
  ])('reads %s from %j', (kind, draft, then) => {
    expect(answerFrom({ kind }, draft)).toEqual(then)
  })

  it.each<[PromptKind, Value]>([
    ['choice', { kind: 'choice', option: 'friend' }],
    ['choices', { kind: 'choices', options: ['a', 'b'] }],
    ['plain', { kind: 'plain', said: 'yes', detail: 'my arm' }],
    ['scale', { kind: 'scale', value: 7 }],
    ['when', { kind: 'when', asSaid: '03/04/2026 6.30pm', date: '2026-04-03', time: '18:30' }],
    ['people', { kind: 'people', people: [{ called: 'Ace', relation: 'friend' }, { called: 'Sam' }] }],
    ['places', { kind: 'places', places: ['the park'] }],
    ['text', { kind: 'text', text: 'a line' }],
  ])('makes of a kept %s, opened and saved unchanged, the same', (kind, value) => {
    expect(answerFrom({ kind }, draftOf({ value, voice: 'practitioner' }))).toEqual(answer(value))
  })
})

describe('isBlank', () => {
  it.each<[Draft, boolean]>([
    [{}, true],
    [{ voice: 'interpreter' }, true],
    [{ words: ' \n' }, true],
    [{ places: ['', ' '], people: [{ called: '', relation: ' ' }] }, true],
    [{ words: 'half' }, false],
    [{ value: 0 }, false],
    [{ options: ['a'] }, false],
    [{ people: [{ called: '', relation: 'friend' }] }, false],
  ])('of %j is %s', (draft, blank) => {
    expect(isBlank(draft)).toBe(blank)
  })
})
