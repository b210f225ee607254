import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../console/papers/blocks.ts'
import { theirWords } from '../../../../console/papers/documentPaper.ts'
import { piecesOf } from '../../../../console/papers/drawing/wordRuns.ts'
import { writeDocument } from '../../../../console/papers/drawing/writeDocument.ts'
import { printable } from '../../../../console/papers/printable.ts'
import { readDocx } from '../../../support/readDocx.ts'
import { arabicWords, everyBlock, say, written } from '../documentsUnderTest.ts'

const read = async (...parts: Parameters<typeof written>) => readDocx(await writeDocument(written(...parts)))
const quote = (words: string): Block => ({ block: 'paragraph', look: 'quote', words: theirWords(words) })

describe('a document as Word', () => {
  it('has real headings, a list, and tables whose head stands on every page', async () => {
    const { paragraphs, tables, files, text } = await read()
    const styled = (style: string) => paragraphs.filter(each => each.style === style).map(each => each.text)
    expect(styled('Title')).toEqual(['An invented report'])
    expect(styled('Heading1')).toEqual(['What they said'])
    expect(styled('Heading2')).toEqual(['Leaving'])
    expect(styled('ListParagraph')).toEqual(['One thing', 'شيء آخر'])
    expect(tables).toEqual([
      [['Called', 'Example Kit']],
      [
        ['Clock', 'Due'],
        ['Talk', 'Monday'],
      ],
    ])
    expect(files.get('word/document.xml')?.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(text).toContain(printable(arabicWords))
  })

  it('has no word that is not of its blocks', async () => {
    const { text } = await read()
    const meant = ['An invented report', ...stringsIn(everyBlock)].map(printable)
    expect(
      text
        .split('\n')
        .filter(line => line !== '')
        .toSorted(),
    ).toEqual(meant.toSorted())
  })

  it('is A4, with the number of each page of how many, in its language', async () => {
    const { files, foot } = await read()
    expect(files.get('word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(foot).toBe('Page  of  · Made on a Monday · English')
    const xml = [...files].find(([name]) => /footer\d+\.xml$/.test(name))?.[1] ?? ''
    expect(xml.indexOf('PAGE')).toBeGreaterThan(0)
    expect(xml.indexOf('NUMPAGES')).toBeGreaterThan(xml.indexOf('PAGE'))
    expect(files.get('word/styles.xml')).toMatch(/<w:docDefaults>.*<w:lang w:val="en-GB"/s)
  })

  it('has words of another script from their own side, each piece with its direction', async () => {
    const { paragraphs } = await read({
      blocks: [quote(`${arabicWords} Example Sam قال`), quote('He said سلام to me.')],
    })
    const theirs = paragraphs.find(({ text }) => text.includes('ذهبت'))
    expect(theirs?.isRightToLeft).toBe(true)
    expect(theirs?.runs.map(({ text, isRightToLeft, language }) => [text.trim(), isRightToLeft, language])).toEqual([
      [printable(arabicWords), true, 'ar'],
      ['Example Sam', false, 'en-GB'],
      ['قال', true, 'ar'],
    ])
    const ours = paragraphs.find(({ text }) => text.includes('He said'))
    expect(ours?.isRightToLeft).toBe(false)
    expect(ours?.runs.map(({ text, isRightToLeft }) => [text, isRightToLeft])).toEqual([
      ['He said ', false],
      ['سلام', true],
      [' to me.', false],
    ])
  })

  it('is turned round where it is in a language that is', async () => {
    const title = { talk: 'تقرير', english: 'A report' }
    const { files, paragraphs, foot } = await read({ language: 'ar', title, foot: { talk: 'اليوم', english: 'Today' } })
    expect(files.get('word/document.xml')?.match(/<w:bidiVisual\/>/g)).toHaveLength(2)
    expect(paragraphs.find(({ style }) => style === 'Title')?.isRightToLeft).toBe(true)
    expect(paragraphs.find(({ text }) => text === 'A report')).toMatchObject({ isRightToLeft: false, style: undefined })
    expect(foot.split('\n')).toHaveLength(2)
  })

  it('puts English beside what it is the English of', async () => {
    const words = { talk: 'شكرا', english: 'Thank you' }
    const blocks: Block[] = [{ block: 'paragraph', look: 'plain', words }]
    expect((await read({ language: 'ar', english: 'beside', blocks })).tables).toEqual([[['Thank you', 'شكرا']]])
    expect((await read({ language: 'ar', english: 'beneath', blocks })).tables).toEqual([])
  })

  it('takes nothing that was said for XML, and holds nothing that XML cannot', async () => {
    const said = '</w:t></w:r><w:r><w:t>x & "y" \'z\' <!-- ]]> &amp; \u0000\u0007\ud800\ufffe end'
    const { text, paragraphs } = await read({
      blocks: [quote(said), { block: 'facts', rows: [{ name: say(said), value: say('b') }] }],
    })
    const kept = '</w:t></w:r><w:r><w:t>x & "y" \'z\' <!-- ]]> &amp; \ufffd end'
    expect(text).toContain(kept)
    expect(paragraphs.filter(each => each.text === kept)).toHaveLength(2)
  })

  it('holds whatever is said, letter by letter, in order', { timeout: 120_000 }, async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.constantFrom('سلام', 'كيف', 'Sam', 'ሰላም', '0800 1111', '\n', '<b>', '&amp;', 'é', '، ', '\t', '"'))
        .map(parts => parts.join(' ')),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 20 }), async said => {
        const { paragraphs } = await read({ blocks: said.map(quote) })
        expect(paragraphs.slice(paragraphs.length - said.length).map(({ text }) => text.trimEnd())).toEqual(
          said.map(each => printable(each).trimEnd()),
        )
      }),
      { numRuns: 150 },
    )
  })
})

describe('the pieces of a text', () => {
  it.each([
    ['سلام hello كيف', 'rtl', ['سلام ', 'hello', ' كيف']],
    ['hello سلام كيف.', 'ltr', ['hello ', 'سلام كيف', '.']],
    ['سَلَام', 'ltr', ['سَلَام']],
    ['123', 'rtl', ['123']],
    ['', 'ltr', []],
  ] as const)('of %s are each of one direction', (text, whole, pieces) => {
    expect(piecesOf(text, whole).map(({ words }) => words)).toEqual(pieces)
  })
})

function* stringsIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* stringsIn(each)
  else if (typeof value === 'object' && value !== null) {
    if ('talk' in value && typeof value.talk === 'string') yield value.talk
    else for (const each of Object.values(value)) yield* stringsIn(each)
  }
}
