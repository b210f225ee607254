import { describe, expect, it } from 'vitest'
import { defaultSettings, type LocalSettings } from '../../../../console/casework/localSettings.ts'
import { type LetterAbout, letterNames, type PaperAsked } from '../../../../console/casework/papers.ts'
import type { Block, DocumentPaper } from '../../../../console/papers/blocks.ts'
import type { Paper } from '../../../../console/papers/paper.ts'
import { gradeOf } from '../../../guides/wording.ts'
import { composed, textsOf, translator, withSettings } from '../papersUnderTest.ts'

const { languages } = translator
const regimes = ['all-shared', 'safeguarding-only'] as const
const about: LetterAbout = {
  youngPerson: 'Example Kit',
  practitioner: 'Sam Example',
  day: '2026-11-22',
  unaccompanied: true,
  mayNeedConsent: true,
}
const reachMe = { ...defaultSettings.reachMe, words: 'text me on 07700 900 123' }

function letter(asked: Partial<PaperAsked>, settings: Partial<LocalSettings> = {}): Paper & DocumentPaper {
  const paper = composed({ paper: 'offer-letter', ...asked }, withSettings(settings))
  if (paper.paper !== 'document') throw new Error('This is no letter.')
  return paper
}
const partsOf = ({ title, blocks }: Paper & DocumentPaper) => textsOf([title, blocks])
const talkOf = (paper: Paper & DocumentPaper) => partsOf(paper).talk.join('\n')
const blocksOf = <Kind extends Block['block']>({ blocks }: DocumentPaper, kind: Kind) =>
  blocks.filter((each): each is Extract<Block, { block: Kind }> => each.block === kind)

/** Without what is filled in, and with numbers as they come. */
const bare = (text: string) => text.replaceAll('\u00a0', ' ')
const pieces = (text: string) =>
  text
    .split(/\{\{\w+\}\}/)
    .map(piece => piece.trim())
    .filter(piece => /\p{L}/u.test(piece))

describe.each(languages)('the letters in %s', language => {
  const script = translator.entries(language, 'script') ?? {}
  const guide = translator.entries(language, 'guide') ?? {}
  const letterWords = Object.entries(script).filter(([key]) => key.startsWith('letter/'))

  it('say between them all that was written for letters', () => {
    const said = letterNames.map(paper => bare(talkOf(letter({ paper, language, about })))).join('\n')
    for (const [, words] of letterWords) for (const piece of pieces(words)) expect(said).toContain(bare(piece))
  })

  it.each(regimes)('say nothing where all is %s that is not among the words of the language', regime => {
    const known = [...letterWords.map(([, words]) => words), ...Object.values(script), ...Object.values(guide)]
    const whole = new Set(known.map(bare))
    const begun = known.filter(words => words.includes('{{')).map(words => bare(pieces(words)[0] ?? ''))
    const named = ['Example Kit', 'Childline', 'Runaway Helpline', '0800 1111', '2026', 'Hello. I speak']
    const { 'paper/free': free = '', 'paper/no-name': noName = '', 'setting/call-or-text': text = '' } = script
    for (const paper of letterNames) {
      for (const words of partsOf(letter({ paper, language, about }, { regime })).talk.map(bare)) {
        const isKnown =
          whole.has(words) ||
          begun.some(beginning => beginning !== '' && words.startsWith(beginning)) ||
          named.some(name => words.includes(name)) ||
          words === bare(`${free} ${noName}`) ||
          words.startsWith(`${text} `)
        expect([words, isKnown]).toEqual([words, true])
        expect(words).not.toMatch(/\{\{|undefined/)
      }
    }
  })

  it('have English beneath all that is said, to follow it by', () => {
    for (const paper of letterNames) {
      const own = blocksOf(letter({ paper, language, about }), 'paragraph').filter(({ words }) => !words.spoken)
      for (const { words } of own) expect(words.english === undefined).toBe(language === 'en')
    }
  })

  it('say until a linguist has signed them that they are drafts', () => {
    for (const paper of letterNames) expect(letter({ paper, language }).draft === undefined).toBe(language === 'en')
  })
})

describe('what happens with what they say', () => {
  it.each(['offer-letter', 'leaflet'])('is what this authority does: %s', paper => {
    const said = (regime: (typeof regimes)[number]) => talkOf(letter({ paper }, { regime }))
    expect(said('all-shared')).toContain('All of it goes to the council team')
    expect(said('all-shared')).not.toContain('You can ask me not to share')
    expect(said('safeguarding-only')).toContain('If you agree, I share it with the council team')
    expect(said('safeguarding-only')).not.toContain('All of it goes to')
    for (const regime of regimes)
      expect(said(regime)).toContain('If you could get hurt, I must tell people who can help.')
  })

  it('is not for a parent: nothing of it is in their letter, and no helpline', () => {
    const said = talkOf(letter({ paper: 'parent-letter', about }))
    expect(said).not.toMatch(/council team|Childline/)
    expect(said).toContain("It is the young person's choice.")
  })
})

describe('a letter for nobody in particular', () => {
  it('has room for a name, a day and who sends it', () => {
    const paper = letter({})
    expect(blocksOf(paper, 'facts')[0]?.rows.map(({ value }) => value.talk)).toEqual(['', ''])
    expect(talkOf(paper)).toMatch(/my name is _{10,}\./)
  })

  it('asks a parent to agree only where that may be needed', () => {
    const asks = (mayNeedConsent?: boolean) =>
      talkOf(
        letter({
          paper: 'parent-letter',
          ...(mayNeedConsent === undefined ? {} : { about: { ...about, mayNeedConsent } }),
        }),
      ).includes('If I need you to agree')
    expect([asks(), asks(true), asks(false)]).toEqual([true, true, false])
  })

  it('says that it is not about staying in this country, where they may fear so', () => {
    const says = (asked: Partial<PaperAsked>) => JSON.stringify(letter(asked)).includes('who can stay in this country')
    expect(says({ language: 'en' })).toBe(false)
    expect(says({ language: 'cy' })).toBe(false)
    expect(says({ language: 'ti' })).toBe(true)
    expect(says({ language: 'en', about })).toBe(true)
    expect(says({ language: 'en', about: { ...about, unaccompanied: false } })).toBe(false)
  })
})

describe('a letter of one case', () => {
  it.each([
    ['en', '22 November 2026'],
    ['ar', '22 نوفمبر 2026'],
    ['fa', '22 نوامبر 2026'],
    ['ti', 'ሕዳር 22, 2026'],
    ['vi', '22 tháng 11, 2026'],
  ])('has the name, the day of this calendar and who sends it, in %s', (language, day) => {
    const paper = letter({ language, about })
    const [name, date] = blocksOf(paper, 'facts')[0]?.rows.map(({ value }) => value.talk) ?? []
    expect(name).toContain('Example Kit')
    expect(date).toBe(day)
    expect(talkOf(paper)).toContain('Sam Example')
    expect(talkOf(paper)).not.toContain('___')
  })

  it('keeps room where nobody is named', () => {
    const nobody = { ...about, youngPerson: undefined, practitioner: undefined }
    expect(talkOf(letter({ about: nobody }))).toMatch(/my name is _{10,}\./)
  })
})

describe('how to reach whoever sends it', () => {
  it('is written by hand until an authority says how: a letter has no card beside it', () => {
    for (const paper of letterNames) {
      expect(blocksOf(letter({ paper }), 'lines')).toHaveLength(1)
      expect(talkOf(letter({ paper }))).not.toContain('the number on the card')
    }
  })

  it('is what the settings say, from left to right where they say it in English alone', () => {
    const paper = letter({ language: 'ar' }, { reachMe })
    expect(blocksOf(paper, 'lines')).toEqual([])
    const [said] = blocksOf(paper, 'paragraph').filter(({ words }) => words.talk === reachMe.words)
    expect(said?.words.spoken?.direction).toBe('ltr')
    const inArabic = letter({ language: 'ar' }, { reachMe: { ...reachMe, inLanguages: { ar: 'رسالة' } } })
    expect(talkOf(inArabic)).toContain('رسالة')
  })
})

it('says what of it nobody has checked, and nothing that is not in it', () => {
  const unchecked = (paper: string, settings: Partial<LocalSettings> = {}) => letter({ paper }, settings).unchecked
  expect(unchecked('leaflet')).toMatch(/who reads it; the helplines/)
  expect(unchecked('leaflet')).not.toContain('how to reach you')
  expect(unchecked('leaflet', { reachMe })).toContain('how to reach you')
  expect(unchecked('parent-letter')).toBeUndefined()
  expect(unchecked('parent-letter', { reachMe })).toContain('how to reach you')
})

describe('the words for letters', () => {
  const words = Object.entries(translator.entries('en', 'script') ?? {}).filter(([key]) => key.startsWith('letter/'))
  const full = words.filter(([, text]) => text.endsWith('.'))

  it.each(full.filter(([key]) => !key.includes('parent')))('can be read by a child of nine: %s', (_key, text) => {
    expect(gradeOf(text)).toBeLessThanOrEqual(5)
  })

  it.each(full.filter(([key]) => key.includes('parent')))(
    'can be read by anyone who reads a little: %s',
    (_key, text) => {
      expect(gradeOf(text)).toBeLessThanOrEqual(6)
    },
  )

  it('never say that they ran away, or ask a child why', () => {
    for (const [, text] of words) expect(text).not.toMatch(/\bran\b|\brun|absconded|why did/i)
  })
})
