import { BorderStyle, Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx'
import type { Block, DocumentPaper } from '../blocks.ts'
import type { Paper, PaperLanguage } from '../paper.ts'
import { printable } from '../printable.ts'
import { paragraph, quiet, said } from './wordParagraphs.ts'
import { english, runsOf, wordFonts, wordLanguage } from './wordRuns.ts'
import { besideEachOther, factsTable, gridTable } from './wordTables.ts'

type Written = Paper & DocumentPaper
/** What goes into a Word file, one under the other. */
type Part = Paragraph | Table

/** The same document as Word, for whoever has to go on writing in it: real headings, lists and tables. */
export async function writeDocument(paper: Written): Promise<Buffer> {
  const { title, blocks, unchecked } = paper
  const document = new Document({
    title: printable(title.english ?? title.talk),
    creator: 'Return Talk',
    lastModifiedBy: 'Return Talk',
    styles: { default: looksOf(paper) },
    numbering: { config: [{ reference: bullets, levels: [{ level: 0, format: LevelFormat.BULLET, text: '•' }] }] },
    sections: [
      {
        properties: { page: { size: a4, margin: margins } },
        footers: { default: new Footer({ children: footOf(paper) }) },
        children: [
          ...said(title, paper, { heading: 'Title' }),
          ...(unchecked === undefined ? [] : [paragraph(unchecked, english, {}, { bold: true })]),
          ...blocks.flatMap(block => written(block, paper)),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

// In twentieths of a point.
const a4 = { width: 11_906, height: 16_838 }
const margins = { top: 1_000, bottom: 900, left: 1_134, right: 1_134 }
const bullets = 'bullets'

/** In half points. The colours of headings are ours too: Word's own are blue. */
function looksOf({ language, large }: Written) {
  const heading = (size: number) => ({
    run: { size, bold: true, color: '1D1D1B', font: wordFonts(language) },
    paragraph: { spacing: { before: size * 8, after: 80 }, keepNext: true },
  })
  return {
    document: {
      run: { size: large ? 25 : 21, font: wordFonts(language), language: wordLanguage(language) },
      paragraph: { spacing: { after: 100, line: 276 } },
    },
    title: heading(36),
    heading1: heading(28),
    heading2: heading(23),
  }
}

function written(block: Block, paper: Written): Part[] {
  switch (block.block) {
    case 'heading':
      return said(block.words, paper, { heading: block.level === 1 ? 'Heading1' : 'Heading2' })
    case 'paragraph':
      return paragraphs(block, paper)
    case 'list':
      return block.items.flatMap(item => said(item, paper, { numbering: { reference: bullets, level: 0 } }))
    case 'facts':
      return [...factsTable(block, paper), gap()]
    case 'table':
      return [gridTable(block, paper), gap()]
    case 'lines':
      return [
        ...(block.label ? said(block.label, paper, { keepNext: true }, { bold: true }) : []),
        ...Array.from({ length: block.count }, line),
      ]
  }
}

function paragraphs({ look, words }: Extract<Block, { block: 'paragraph' }>, paper: Written): Part[] {
  if (look === 'note') return said(words, paper, {}, { size: 18, color: quiet })
  const language = words.spoken ?? paper.language
  const isRightToLeft = language.direction === 'rtl'
  const about =
    look === 'quote'
      ? { indent: { left: 200 }, border: { [isRightToLeft ? 'right' : 'left']: { ...thin, size: 12, space: 6 } } }
      : {}
  if (paper.english === 'beneath' || words.english === undefined) return said(words, paper, about)
  return [
    besideEachOther(
      paragraph(words.english, english, {}, { color: quiet }),
      paragraph(words.talk, language, about, {}),
    ),
  ]
}

const thin = { style: BorderStyle.SINGLE, color: '9A9D9F', size: 4, space: 1 } as const
const line = () => new Paragraph({ border: { bottom: thin }, spacing: { before: 320, after: 0 } })
/** Word wants a paragraph between two tables, or they are one. */
const gap = () => new Paragraph({ spacing: { after: 0, line: 120 } })

function footOf({ language, page, version, draft }: Written): Paragraph[] {
  const look = { size: 16, color: quiet }
  const side = (numbered: string, rest: string, spoken: PaperLanguage) =>
    new Paragraph({
      bidirectional: spoken.direction === 'rtl',
      spacing: { after: 0 },
      children: numbered
        .split(/(@pages|@page)/)
        .flatMap(part =>
          part === '@pages' || part === '@page'
            ? [new TextRun({ ...look, children: [part === '@page' ? PageNumber.CURRENT : PageNumber.TOTAL_PAGES] })]
            : runsOf(part, spoken, look),
        )
        .concat(runsOf(rest, spoken, look)),
    })
  const after = (...parts: (string | undefined)[]) =>
    parts.flatMap(part => (part === undefined ? [] : [` · ${part}`])).join('')
  return [
    side(page.talk, after(version.talk, language.ownName, draft?.talk), language),
    ...(page.english === undefined
      ? []
      : [side(page.english, after(version.english, language.englishName, draft?.english), english)]),
  ]
}
