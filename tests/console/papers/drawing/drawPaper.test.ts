import { Font } from '@react-pdf/renderer'
import { describe, expect, it } from 'vitest'
import { drawPaper } from '../../../../console/papers/drawing/drawPaper.ts'
import { familiesFor, weights } from '../../../../console/papers/drawing/fonts.ts'
import type { Both, Paper } from '../../../../console/papers/paper.ts'
import { languageOf } from '../../../../locales/languages.ts'
import { type DrawnPage, readPdf, spaced } from '../../../support/readPdf.ts'
import { composed, textsOf, translator, withSettings } from '../papersUnderTest.ts'

/** Drawn once for all that look at it. */
const before = new Map<string, Promise<DrawnPage[]>>()
function drawn(paper: Paper): Promise<DrawnPage[]> {
  const name = JSON.stringify(paper)
  const pages = before.get(name) ?? drawnAnew(paper)
  before.set(name, pages)
  return pages
}
const drawnAnew = async (paper: Paper) => readPdf(await drawPaper(paper))
const { languages } = translator
/** One for each set of letters: drawing all of them would take a minute. */
const drawnHere = ['en', 'ar', 'ps', 'ckb', 'ur', 'ti', 'am', 'vi', 'uk', 'kmr']
const rightToLeft = drawnHere.filter(code => languageOf(code).direction === 'rtl')

describe.each(['en', 'ar', 'ps', 'ti', 'vi'])('the whole script in %s', { timeout: 60_000 }, language => {
  it('has every word in both languages, and on each page its number, the version and what the language is', async () => {
    const paper = composed({ language })
    const pages = await drawn(paper)
    expect(pages.length).toBeGreaterThan(10)
    const { englishName } = languageOf(language)
    for (const [place, { text }] of pages.entries()) {
      expect(text).toContain(`Page ${place + 1} of ${pages.length} · Guide version 2 · ${englishName}`)
      expect(text.includes('Draft translation. No linguist has signed it yet.')).toBe(language !== 'en')
    }
    const all = spaced(pages.map(({ text }) => text).join(' '))
    const { talk, english } = textsOf(paper)
    for (const words of language === 'en' ? talk : english)
      if (!words.includes('@')) expect(all).toContain(spaced(words))
    expect(lettersIn(all)).toEqual(lettersMeant(paper, pages.length))
  })
})

// The height of what is said differs by script, and not by language.
describe.each(['en', 'ar'])('the room to write in %s', { timeout: 60_000 }, language => {
  it('is whole, on the page of its words', async () => {
    const paper = composed({ language })
    if (paper.paper !== 'script') throw new Error('This is no script.')
    const rules = await Promise.all((await drawn(paper)).map(rulesOn))
    const prompts = paper.stages.flatMap(({ topics }) => topics.flatMap(topic => topic.prompts))
    expect(rules.map(({ count }) => count).reduce((sum, count) => sum + count)).toBe(
      prompts.reduce((sum, { room }) => sum + room, 0),
    )
    // A page that began with a line would have been parted from its words.
    expect(rules.map(({ isFirst }) => isFirst)).not.toContain(true)
  })
})

describe('one stage', { timeout: 60_000 }, () => {
  it.each(drawnHere)('loses no letter and adds none in %s', async language => {
    const paper = composed({ language, stage: 'plan' })
    const pages = await drawn(paper)
    expect(lettersIn(pages.map(({ text }) => text).join())).toEqual(lettersMeant(paper, pages.length))
    expect(pages.flatMap(page => outside(page, 40, 595.3 - 40))).toEqual([])
  })

  it.each(rightToLeft)('has numbers from left to right in %s, and none is parted', async language => {
    const texts = (await drawn(composed({ language, stage: 'plan' }))).flatMap(page => page.texts)
    const [first, second] = ['0800', '1111'].map(part => texts.filter(({ text, x }) => text === part && x > 300))
    expect(first?.length).toBeGreaterThan(0)
    expect(first).toHaveLength(second?.length ?? 0)
    for (const [place, { x, y }] of first?.entries() ?? []) {
      expect(second?.[place]?.y).toBe(y)
      expect(second?.[place]?.x).toBeGreaterThan(x)
    }
  })

  it.each(rightToLeft)('begins on the right in %s, in a column of its own', async language => {
    const [page] = await drawn(composed({ language, stage: 'leaving' }))
    const isArabic = (text: string) => /\p{Script=Arabic}/u.test(text)
    const theirs = page?.texts.filter(({ text }) => isArabic(text)) ?? []
    const ours = page?.texts.filter(({ text }) => /[a-z]{3}/i.test(text)) ?? []
    expect(theirs.length).toBeGreaterThan(10)
    expect(Math.min(...theirs.map(({ x }) => x))).toBeGreaterThan(300)
    expect(Math.max(...theirs.map(({ x, width }) => x + width))).toBeLessThanOrEqual(556)
    expect(Math.max(...theirs.map(({ x, width }) => x + width))).toBeGreaterThan(553)
    expect(Math.min(...ours.map(({ x }) => x))).toBeCloseTo(40, 0)
  })
})

describe('a language', { timeout: 60_000 }, () => {
  it('is drawn alike, whatever was drawn before it', async () => {
    const alone = async (language: string) => {
      const [page] = await drawnAnew(composed({ language, stage: 'confidentiality' }))
      return page?.texts
    }
    const first = await alone('ur')
    for (const other of ['ps', 'ckb', 'ar']) await alone(other)
    expect(await alone('ur')).toEqual(first)
  })

  it.each(languages)('has a letter in our fonts for each that is in its papers: %s', async language => {
    const letters = new Set(
      ['script', 'what-happens', 'numbers', 'card']
        .flatMap(paper => [...stringsIn(composed({ language, paper }))].join(''))
        .join(''),
    )
    const families = familiesFor(languageOf(language).writing)
    for (const fontWeight of weights) {
      const fonts = families.map(fontFamily => Font.getFont({ fontFamily, fontWeight }).data)
      const missing = [...letters].filter(letter => {
        const code = letter.codePointAt(0) ?? 0
        // These keep numbers in order, and nothing is drawn for them.
        return !/[\u2068\u2069\n]/.test(letter) && !fonts.some(font => font?.hasGlyphForCodePoint(code))
      })
      expect(missing).toEqual([])
    }
  })
})

describe('what the young person keeps', { timeout: 60_000 }, () => {
  it.each(drawnHere)('is one page with every word, in %s', async language => {
    const paper = composed({ language, paper: 'what-happens' })
    const pages = await drawn(paper)
    expect(pages).toHaveLength(1)
    expect(lettersIn(pages[0]?.text ?? '')).toEqual(lettersMeant(paper, 1))
    expect(pages.flatMap(page => outside(page, 56, 595.3 - 56))).toEqual([])
  })

  it.each(drawnHere)('is five cards of numbers in %s, with nothing outside the cutting lines', async language => {
    const paper = composed({ language, paper: 'numbers' })
    const pages = await drawn(paper)
    expect(pages).toHaveLength(1)
    const texts = pages[0]?.texts ?? []
    expect(pages[0]?.text.match(/0800\s1111/g)).toHaveLength(5)
    expect(pages[0]?.text.match(/116\s000/g)).toHaveLength(5)
    expect(pages[0]?.text).toContain('Not checked yet by this authority: Childline, Runaway Helpline.')
    const smallest = texts.filter(({ y }) => y > 100 && y < 440)
    expect(smallest.length).toBeGreaterThan(20)
    const [left, middle, right] = [55, 297.6, 540.2]
    for (const { x, width } of smallest) {
      const [from, to] = x < middle ? [left, middle] : [middle, right]
      expect(x).toBeGreaterThan(from + 7)
      expect(x + width).toBeLessThan(to - 7)
    }
  })

  it('asks for an interpreter in English, but on a card in English', async () => {
    const text = async (language: string) => (await drawn(composed({ language, paper: 'numbers' })))[0]?.text
    expect(await text('ti')).toContain('Hello. I speak Tigrinya. Please find me an interpreter.')
    expect(await text('en')).not.toContain('interpreter')
  })

  it('is a plain page with all of them where there are too many numbers for a card', async () => {
    const helplines = Array.from({ length: 10 }, (_, place) => ({
      name: `Example helpline number ${place} with a long name to write on so small a card`,
      contact: `0300 123 456${place}`,
      textToo: true,
      source: 'invented',
      lastChecked: '2026-11-01',
    }))
    const pages = await drawn(composed({ language: 'ar', paper: 'numbers' }, withSettings({ helplines })))
    const text = pages.map(page => page.text).join(' ')
    for (const { contact } of helplines) expect(spaced(text).split(contact).length - 1).toBe(1)
  })

  it.each(drawnHere)(
    'has one page for the private card in %s, with three pictures and no prompt of the script',
    async language => {
      const paper = composed({ language, paper: 'card' })
      const pages = await drawn(paper)
      expect(pages).toHaveLength(1)
      expect(lettersIn(pages[0]?.text ?? '')).toEqual(lettersMeant(paper, 1))
    },
  )
})

/** What reaches far over the margins, which are so far from the left edge of the page. Spaces that would have been narrowed are not. */
const outside = ({ texts }: DrawnPage, left: number, right: number) =>
  texts.filter(({ x, width }) => x < left - 8 || x + width > right + 8)

/** How often each sign is there; how they are joined does not matter, nor what only keeps order. */
function lettersIn(text: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const sign of text.normalize('NFKC').replaceAll(/[\s\p{Cc}\u2068\u2069\u200c,]/gu, '')) {
    counts[sign] = (counts[sign] ?? 0) + 1
  }
  return counts
}

/** What is on the paper, with what is at the foot of each of so many pages. */
function lettersMeant(paper: Paper, pages: number): Record<string, number> {
  const { language, page, version, draft, ...rest } = paper
  const { talk, english } = textsOf(rest)
  const feet = Array.from({ length: pages }, (_, place) => {
    const foot = (of: (both: Both) => string | undefined, name: string) =>
      `${of(page)
        ?.replace('@pages', String(pages))
        .replace('@page', String(place + 1))} · ${of(version)} · ${name}${draft ? of(draft) : ''}`
    const inTalk = foot(({ talk: words }) => words, language.ownName)
    return page.english === undefined ? inTalk : inTalk + foot(({ english: words }) => words, language.englishName)
  })
  return lettersIn([...talk, ...english, ...practitionerTexts(paper), ...feet].join(''))
}

/** What is said on it in English alone. */
function practitionerTexts(paper: Paper): string[] {
  const unchecked = paper.unchecked === undefined ? [] : [paper.unchecked]
  if (paper.paper !== 'script') return unchecked
  const prompts = paper.stages.flatMap(({ topics }) => topics.flatMap(topic => topic.prompts))
  const scales = prompts.filter(({ scale }) => scale).map(() => '012345678910')
  return [
    ...unchecked,
    ...Object.values(paper.fillIn),
    ...prompts.flatMap(({ onlyIf }) => (onlyIf === undefined ? [] : [onlyIf])),
    ...scales,
  ]
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* stringsIn(each)
}

/** The faint lines across the page to write on, and whether one is the first thing there. */
async function rulesOn(page: DrawnPage): Promise<{ count: number; isFirst: boolean }> {
  const { width, height, pixels } = await page.picture()
  const shade = (x: number, y: number) => pixels[(y * width + x) * 4] ?? 255
  // From just inside one margin to the other, so close that no word fits between.
  const columns = Array.from({ length: Math.floor((width - 250) / 5) }, (_, place) => place * 5 + 125)
  const isLine = (y: number) => {
    const ink = columns.map(x => shade(x, y))
    // A heading has a darker one, with soft edges.
    const around = Array.from({ length: 11 }, (_, place) => shade(125, y + place - 5))
    return ink.every(each => each < 220) && Math.min(...ink, ...around) > 120
  }
  const rows = Array.from({ length: height }, (_, y) => y)
  const lined = rows.filter(isLine)
  const first = rows.find(y => columns.some(x => shade(x, y) < 220))
  return {
    count: lined.filter(y => !lined.includes(y - 1)).length,
    isFirst: first !== undefined && [first, first + 1].some(y => lined.includes(y)),
  }
}
