import { describe, expect, it } from 'vitest'
import { type LetterAbout, letterNames } from '../../../../console/casework/papers.ts'
import { drawPaper } from '../../../../console/papers/drawing/drawPaper.ts'
import { writeDocument } from '../../../../console/papers/drawing/writeDocument.ts'
import { languageOf } from '../../../../locales/languages.ts'
import { readDocx } from '../../../support/readDocx.ts'
import { readPdf, spaced } from '../../../support/readPdf.ts'
import { composed, textsOf } from '../papersUnderTest.ts'

const about: LetterAbout = {
  youngPerson: 'Example Kit',
  practitioner: 'Sam Example',
  day: '2026-11-22',
  unaccompanied: false,
  mayNeedConsent: true,
}
const each = ['en', 'ar', 'ti', 'vi'].flatMap(language => letterNames.map(paper => ({ language, paper })))
const lettersOf = (text: string) =>
  Array.from(text.normalize('NFKC').replaceAll(/[\s\p{Cc}\u2066-\u2069\u200c•·]/gu, '')).toSorted()

describe.each(each)('the $paper in $language', { timeout: 60_000 }, ({ language, paper: name }) => {
  const paper = composed({ language, paper: name, about })
  if (paper.paper !== 'document') throw new Error('This is no letter.')
  const { talk, english } = textsOf([paper.title, paper.blocks])
  const foot = (pages: number) =>
    Array.from({ length: pages }, (_, place) => {
      const numbered = (words = '') => words.replace('@pages', String(pages)).replace('@page', String(place + 1))
      const { ownName, englishName } = languageOf(language)
      const own = [numbered(paper.page.talk), paper.version.talk, ownName, paper.draft?.talk]
      const beside = [numbered(paper.page.english), paper.version.english, englishName, paper.draft?.english]
      return [...own, ...(language === 'en' ? [] : beside)].join('')
    })

  it('loses no letter as PDF and adds none, and a number is read in its order', async () => {
    const pages = await readPdf(await drawPaper(paper))
    const all = spaced(pages.map(({ text }) => text).join(' '))
    const meant = [...talk, ...english, paper.unchecked ?? '', ...foot(pages.length)]
    expect(lettersOf(all)).toEqual(lettersOf(meant.join('')))
    for (const words of language === 'en' ? talk : english)
      expect(all).toContain(spaced(words.replaceAll(/[\u2068\u2069]/g, '')))
    expect(pages.length).toBeLessThanOrEqual(2)
  })

  it('says the same as Word, from the side that its language is read from', async () => {
    const { text, paragraphs } = readDocx(await writeDocument(paper))
    const plain = spaced(text.replaceAll(/[\u2068\u2069]/g, ''))
    for (const words of [...talk, ...english]) expect(plain).toContain(spaced(words.replaceAll(/[\u2068\u2069]/g, '')))
    const title = paragraphs.find(({ style }) => style === 'Title')
    expect(title?.isRightToLeft).toBe(languageOf(language).direction === 'rtl')
  })
})
