import { describe, expect, it } from 'vitest'
import { languageFaults, type WordFault, wantedWords, wordFaults } from '../../locales/languageFaults.ts'
import { languageOf } from '../../locales/languages.ts'

const arabic = languageOf('ar')
const english = 'You can say no to {{practitioner}} at any time.'

describe('words', () => {
  it.each([
    ['تستطيع أن تقول لا لـ{{practitioner}} في أي وقت.', []],
    ['', ['empty']],
    ['   ', ['empty']],
    ['تستطيع أن تقول لا في أي وقت تشاء.', ['other-places']],
    ['تستطيع أن تقول لا لـ{{ practitioner }} في أي وقت.', ['other-places', 'other-writing']],
    ['تستطيع أن تقول لا لـ{{practitioner.name}} في أي وقت.', ['other-places', 'other-writing']],
    ['تستطيع أن تقول لا لـ{{practitioner}} {{practitioner}} الآن.', ['other-places']],
    ['تستطيع أن تقول لا لـ{{practitioner}} $t(answer/no).', ['other-places', 'other-writing']],
    ['تستطيع أن تقول لا لـ{{practitioner}}\u202e في أي وقت.', ['hidden-letters']],
    ['You can say no to {{practitioner}} at any time.', ['other-writing', 'left-in-english']],
    ['لا {{practitioner}}', ['too-short']],
    ['تستطيع أن  تقول لا لـ{{practitioner}} في أي وقت.', ['stray-spaces']],
    ['تستطيع '.repeat(20).concat('{{practitioner}}'), ['too-long']],
  ] satisfies [string, WordFault[]][])('of %j have these faults: %j', (text, faults) => {
    expect(wordFaults(arabic, text, english)).toEqual(faults)
  })
})

describe('a language', () => {
  it('needs each plural in the forms that it has, made from the English for many', () => {
    const plurals = { waiting_one: '{{count}} waits', waiting_other: '{{count}} wait' }
    expect(Object.keys(wantedWords(arabic, plurals)).toSorted()).toEqual(
      ['zero', 'one', 'two', 'few', 'many', 'other'].map(form => `waiting_${form}`).toSorted(),
    )
    expect(wantedWords(arabic, plurals).waiting_few).toBe('{{count}} wait')
    expect(Object.keys(wantedWords(languageOf('vi'), plurals))).toEqual(['waiting_other'])
  })

  it('is told what it lacks and what it has too many', () => {
    expect(languageFaults(arabic, { a: 'نعم', extra: 'لا' }, { a: 'Yes', b: 'No' })).toEqual([
      { key: 'b', fault: 'missing' },
      { key: 'extra', fault: 'not-asked-for' },
    ])
  })
})
