import { describe, expect, it } from 'vitest'
import { ageBandBefore, ageBandOf } from '../../../../console/web/room/promptWords.ts'
import { inEnglishIn, uncheckedIn } from '../../../../console/web/room/uncheckedIn.ts'
import { guideOfVersion } from '../../../../dialogs/guide/guide.ts'
import { Talk } from '../../../support/talk.ts'

describe('the age words are for', () => {
  it('is 11 to 15 until it is known, and what was said stays as it was said when the age is put right', () => {
    const talk = new Talk(guideOfVersion(1))
    expect(ageBandOf(talk.record)).toBe('11to15')
    const aged = (option: string, corrects?: string) =>
      talk.do({
        do: 'answer',
        prompt: 'prepare.age',
        answer: { kind: 'choice', option },
        ...(corrects ? { corrects } : {}),
      })
    aged('over-15')
    const before = talk.record.seq + 1
    aged('under-11', talk.record.fields['prepare.age']?.entries[0]?.event)
    expect(ageBandOf(talk.record)).toBe('under11')
    expect(ageBandBefore(1, talk.events)).toBe('11to15')
    expect(ageBandBefore(before, talk.events)).toBe('over15')
    expect(ageBandBefore(talk.record.seq + 1, talk.events)).toBe('under11')
  })
})

describe('uncheckedIn', () => {
  const settings = {
    regime: 'all-shared' as const,
    said: {
      en: { recipients: 'the police', reachMe: '0113 496 0000', helplines: 'Childline, 0800 1111' },
      ar: { recipients: 'the police', reachMe: 'الرقم', helplines: 'Childline, 0800 1111' },
    },
    inEnglish: { ar: ['recipients' as const] },
    unverified: ['reachMe', 'helplines'] as const,
  }
  it.each([
    { words: 'You can call Childline, 0800 1111.', expected: ['helplines'] },
    { words: 'Call 0113 496 0000 or Childline, 0800 1111.', expected: ['reachMe', 'helplines'] },
    { words: 'It goes to the police.', expected: [] },
    { words: 'Tell me about it.', expected: [] },
  ])('finds $expected in "$words"', ({ words, expected }) => {
    expect(uncheckedIn(words, 'en', settings)).toEqual(expected)
  })

  it('looks for them as they are said in the language of the words, and knows which are in English still', () => {
    expect(uncheckedIn('الرقم', 'ar', settings)).toEqual(['reachMe'])
    expect(inEnglishIn('the police', 'ar', settings)).toEqual(['recipients'])
    expect(inEnglishIn('the police', 'en', settings)).toEqual([])
  })
})
