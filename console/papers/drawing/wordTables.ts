import { BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Block, BlockWords } from '../blocks.ts'
import type { Paper } from '../paper.ts'
import { said } from './wordParagraphs.ts'

/** What there is between the margins, in twentieths of a point. */
const across = 9_638

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const thin = { style: BorderStyle.SINGLE, size: 4, color: '9A9D9F' } as const
const ruled = { top: thin, bottom: thin, left: none, right: none, insideHorizontal: thin, insideVertical: none }
const unruled = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

export function factsTable({ rows }: Extract<Block, { block: 'facts' }>, paper: Pick<Paper, 'language'>): Table[] {
  if (rows.length === 0) return []
  return [
    table(
      rows.map(({ name, value }) => ({ cells: [inCell(name, paper, true), inCell(value, paper)], isHead: false })),
      [1, 2],
      paper.language.direction === 'rtl',
      ruled,
    ),
  ]
}

/** With its head on every page that it goes on to. */
export function gridTable(
  { head, rows, widths }: Extract<Block, { block: 'table' }>,
  paper: Pick<Paper, 'language'>,
): Table {
  return table(
    [
      { cells: head.map(each => inCell(each, paper, true)), isHead: true },
      ...rows.map(row => ({ cells: row.map(each => inCell(each, paper)), isHead: false })),
    ],
    head.map((_, place) => widths?.[place] ?? 1),
    paper.language.direction === 'rtl',
    ruled,
  )
}

/** English on the left, as on a printed page. */
export const besideEachOther = (left: Paragraph, right: Paragraph): Table =>
  table([{ cells: [[left], [right]], isHead: false }], [1, 1], false, unruled)

const inCell = (words: BlockWords, paper: Pick<Paper, 'language'>, bold = false): Paragraph[] =>
  said(words, paper, { spacing: { before: 40, after: 40 } }, { size: 19, bold })

function table(
  rows: readonly { cells: readonly Paragraph[][]; isHead: boolean }[],
  shares: readonly number[],
  isRightToLeft: boolean,
  borders: typeof ruled | typeof unruled,
): Table {
  const all = shares.reduce((sum, share) => sum + share, 0)
  const columnWidths = shares.map(share => Math.floor((share / all) * across))
  return new Table({
    width: { size: across, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    borders,
    visuallyRightToLeft: isRightToLeft,
    rows: rows.map(
      ({ cells, isHead }) =>
        new TableRow({
          tableHeader: isHead,
          cantSplit: isHead,
          children: cells.map(
            (children, place) =>
              new TableCell({ children, width: { size: columnWidths[place] ?? across, type: WidthType.DXA } }),
          ),
        }),
    ),
  })
}
