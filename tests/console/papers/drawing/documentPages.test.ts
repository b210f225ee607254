import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../console/papers/blocks.ts'
import { theirWords } from '../../../../console/papers/documentPaper.ts'
import { drawPaper } from '../../../../console/papers/drawing/drawPaper.ts'
import type { Paper } from '../../../../console/papers/paper.ts'
import { type DrawnPage, readPdf, spaced } from '../../../support/readPdf.ts'
import { say, written } from '../documentsUnderTest.ts'
import { textsOf } from '../papersUnderTest.ts'

const drawn = async (paper: Paper): Promise<DrawnPage[]> => readPdf(await drawPaper(paper))
const textOf = (pages: readonly DrawnPage[]) => spaced(pages.map(({ text }) => text).join(' '))
const lettersOf = (text: string) =>
  Array.from(text.normalize('NFKC').replaceAll(/[\s\p{Cc}\u2068\u2069\u200c,،]/gu, '')).toSorted()

describe('a document', { timeout: 60_000 }, () => {
  it('has every word of its blocks, and no other but its foot', async () => {
    const paper = written()
    const pages = await drawn(paper)
    expect(pages).toHaveLength(1)
    const { page: _page, version: _version, language: _language, ...rest } = paper
    const meant = [...textsOf(rest).talk, '••', 'Page 1 of 1 · Made on a Monday · English']
    expect(lettersOf(textOf(pages))).toEqual(lettersOf(meant.join('')))
    for (const words of ['What they said', 'Nothing else was said.', 'Example Kit'])
      expect(textOf(pages)).toContain(words)
  })

  it('has words of another script from their own side, with numbers in order', async () => {
    const [page] = await drawn(written())
    const theirs = page?.texts.filter(({ text }) => /\p{Script=Arabic}/u.test(text)) ?? []
    expect(Math.max(...theirs.map(({ x, width }) => x + width))).toBeGreaterThan(525)
    const [first, second] = ['0800', '1111'].map(part => page?.texts.find(({ text }) => text.includes(part)))
    expect(second?.y).toBe(first?.y)
    expect((first?.text.includes('1111') ?? false) || (second?.x ?? 0) > (first?.x ?? 0)).toBe(true)
  })

  it('puts English beside or beneath what it is the English of', async () => {
    const both: Block[] = [{ block: 'paragraph', look: 'plain', words: { talk: 'شكرا', english: 'Thank you' } }]
    const places = async (english: 'beside' | 'beneath') => {
      const title = { talk: 'رسالة', english: 'A letter' }
      const foot = { talk: 'اليوم', english: 'Today' }
      const [page] = await drawn(written({ language: 'ar', english, blocks: both, title, foot }))
      const at = (words: string) => page?.texts.find(({ text }) => text.includes(words))
      return { theirs: at('شكرا'), ours: at('Thank') }
    }
    const beside = await places('beside')
    expect(Math.abs((beside.ours?.y ?? 0) - (beside.theirs?.y ?? 99))).toBeLessThan(8)
    const beneath = await places('beneath')
    expect((beneath.theirs?.y ?? 0) - (beneath.ours?.y ?? 0)).toBeGreaterThan(8)
  })

  it('loses nothing where one thing is longer than a page', async () => {
    const words = Array.from({ length: 2_000 }, (_, place) => `word${place}`)
    const long = say(words.join(' '))
    const each: Block[] = [
      { block: 'paragraph', look: 'quote', words: long },
      { block: 'facts', rows: [{ name: say('Long'), value: long }] },
      { block: 'table', head: [say('Long'), say('Short')], rows: [[long, say('short')]] },
      { block: 'list', items: [long] },
    ]
    for (const block of each) {
      const heading: Block = { block: 'heading', level: 1, words: say('A heading') }
      const there = textOf(await drawn(written({ blocks: [heading, block] })))
      expect(words.filter(word => !there.includes(word))).toEqual([])
      expect(there.match(/word\d+/g)).toHaveLength(words.length)
    }
  })

  it('draws whatever is said, also lines with nothing in them and signs that no font has', async () => {
    const part = fc.constantFrom(
      '\n',
      '\r\n',
      '\t',
      ' ',
      '\u200f',
      '\u0301',
      '😀',
      '漢字',
      'سلام',
      '‹Sam›',
      '\u00ad',
      '\ufeff',
      'a',
    )
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map(parts => parts.join('')),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 12 }), async all => {
        const blocks = all.flatMap((said): Block[] => [
          { block: 'paragraph', look: 'quote', words: theirWords(said) },
          { block: 'facts', rows: [{ name: say(said), value: theirWords(said, 'ar') }] },
        ])
        expect((await drawPaper(written({ blocks }))).subarray(0, 5).toString()).toBe('%PDF-')
      }),
      { numRuns: 60 },
    )
  })

  it('says where a letter could not be drawn, and that Word has it', async () => {
    const note = 'Some letters here cannot be drawn in a PDF and are boxes. The Word file has them.'
    const blocks: Block[] = [{ block: 'facts', rows: [{ name: say('Called'), value: theirWords('漢字') }] }]
    expect(textOf(await drawn(written({ blocks })))).toContain(note)
    expect(textOf(await drawn(written()))).not.toContain(note)
  })

  it('keeps a heading with what it is the heading of, and each row in one piece', async () => {
    const row = (place: number) => [say(`begin${place} ${'and more words '.repeat(12)} end${place}`), say('x')]
    const blocksHere: Block[] = Array.from({ length: 30 }, (_, part) => [
      { block: 'heading' as const, level: 2 as const, words: say(`heading${part} end`) },
      { block: 'table' as const, head: [say('a'), say('b')], rows: [row(part * 10), row(part * 10 + 1)] },
    ]).flat()
    const pages = await drawn(written({ blocks: blocksHere }))
    expect(pages.length).toBeGreaterThan(3)
    for (const { text } of pages) {
      expect((text.match(/begin\d+/g) ?? []).map(each => each.slice(5))).toEqual(
        (text.match(/end\d+/g) ?? []).map(each => each.slice(3)),
      )
      expect(text).not.toMatch(/heading\d+ end Page/)
    }
  })

  it.each([
    ['سلام hello', 'rtl'],
    ['hello سلام', 'ltr'],
    ['123', undefined],
    ['ሰላም', 'ltr'],
  ])('takes %s for words from one side or none', (words, direction) => {
    expect(theirWords(words).spoken?.direction).toBe(direction)
  })

  it('takes words for a language that is known only where they are written as it is', () => {
    expect(theirWords('سلام', 'ckb').spoken?.code).toBe('ckb')
    expect(theirWords('hello', 'ckb').spoken?.code).toBe('en')
  })
})
