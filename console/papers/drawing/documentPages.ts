import type { ReactElement } from 'react'
import type { Block, BlockWords, DocumentPaper, ParagraphLook } from '../blocks.ts'
import type { Paper } from '../paper.ts'
import { printable } from '../printable.ts'
import { sheet } from './sheet.ts'
import { box, dark, faint, inEnglish, quiet, type Style, sideBySide, stacked, whole } from './words.ts'

type Written = Paper & DocumentPaper
type Put = (words: BlockWords, style?: Style) => ReactElement

/** In points: as many as a letter from an office has, or a page for a child. */
const sizeOf = ({ large }: DocumentPaper) => (large ? 12.5 : 10.5)

/** A document of blocks. A heading stays with what it is the heading of, and a row of a table in one piece. */
export function documentPages(paper: Written): ReactElement {
  const { title, blocks, unchecked } = paper
  const inside = [
    box({ paddingBottom: 8 }, [said(title, paper, { fontSize: 18, fontWeight: 700 })]),
    ...(unchecked === undefined
      ? []
      : [box({ paddingBottom: 6 }, [inEnglish(unchecked, { fontSize: 10.5, fontWeight: 700 })])]),
    ...withHeadings(
      blocks.map(block => ({
        isHeading: block.block === 'heading',
        drawn: [...drawn(block, paper), ...(hasRows(block) ? [gap()] : [])],
      })),
    ),
  ]
  return sheet(paper, { inside, sides: 50 })
}

/** What follows a list or a table is not one more row of it. */
const hasRows = ({ block }: Block) => block === 'list' || block === 'facts' || block === 'table'
const gap = (): Piece => ({ isLong: true, element: box({ height: 7 }, []) })

/** Words in their own language; English beside or beneath them, as the paper has it. */
function said({ spoken, ...words }: BlockWords, { language, english }: Written, style: Style = {}): ReactElement {
  const own = spoken ?? language
  const { talk, english: beside } = words
  const both = { talk: printable(talk), ...(beside === undefined ? {} : { english: printable(beside) }) }
  return english === 'beside' ? sideBySide(both, own, style) : stacked(both, own, style)
}

/** What can be drawn in one piece, and what goes on over the end of a page because no page may have room for all of it. */
interface Piece {
  element: ReactElement
  isLong: boolean
}

/** In letters: what is shorter fits on any page. */
const long = 900
const lengthOf = (all: readonly BlockWords[]) =>
  all.reduce((sum, { talk, english = '' }) => sum + talk.length + english.length, 0)

const piece = (said: readonly BlockWords[], style: Style, inside: readonly ReactElement[]): Piece => {
  const isLong = lengthOf(said) > long
  return { isLong, element: isLong ? box(style, inside) : whole(style, inside) }
}

function withHeadings(blocks: readonly { isHeading: boolean; drawn: readonly Piece[] }[]): ReactElement[] {
  let waiting: ReactElement[] = []
  const put: ReactElement[] = []
  for (const { isHeading, drawn: pieces } of blocks) {
    for (const { element, isLong } of pieces) {
      if (isHeading) waiting.push(element)
      else {
        put.push(...(isLong ? [...waiting, element] : [whole({}, [...waiting, element])]))
        waiting = []
      }
    }
  }
  return [...put, ...waiting]
}

function drawn(block: Block, paper: Written): Piece[] {
  const size = sizeOf(paper)
  const put: Put = (words, style) => said(words, paper, { fontSize: size, ...style })
  const isRightToLeft = paper.language.direction === 'rtl'
  switch (block.block) {
    case 'heading': {
      const style = { paddingTop: block.level === 1 ? 12 : 8, paddingBottom: 3 }
      return [
        piece([block.words], style, [put(block.words, { fontSize: block.level === 1 ? 14 : 11.5, fontWeight: 700 })]),
      ]
    }
    case 'paragraph':
      return [paragraph(block.look, block.words, paper, put)]
    case 'list':
      return block.items.map(item => listed(item, (item.spoken ?? paper.language).direction === 'rtl', size, put))
    case 'facts':
      return spacedAfter(
        block.rows.map(({ name, value }) => row([name, value], [32, 66], isRightToLeft, [{ fontWeight: 700 }], put)),
      )
    case 'table':
      return spacedAfter(table(block, isRightToLeft, put))
    case 'lines':
      return [
        piece(block.label ? [block.label] : [], { paddingBottom: 8 }, [
          ...(block.label ? [put(block.label, { fontWeight: 700 })] : []),
          ...Array.from({ length: block.count }, () => box({ height: 22, borderBottom: `0.6 solid ${faint}` }, [])),
        ]),
      ]
  }
}

/** A little room under the last row. */
const spacedAfter = (rows: readonly Piece[]): Piece[] =>
  rows.map((each, place) =>
    place === rows.length - 1 ? { ...each, element: box({ marginBottom: 8 }, [each.element]) } : each,
  )

function paragraph(look: ParagraphLook, words: BlockWords, { language }: Written, put: Put): Piece {
  if (look === 'note') return piece([words], { paddingBottom: 6 }, [put(words, { fontSize: 9, color: quiet })])
  if (look === 'plain') return piece([words], { paddingBottom: 6 }, [put(words)])
  // The line is on the side that the words are read from.
  const side: Style =
    (words.spoken ?? language).direction === 'rtl'
      ? { borderRight: `2 solid ${faint}`, paddingRight: 8 }
      : { borderLeft: `2 solid ${faint}`, paddingLeft: 8 }
  return piece([words], { marginBottom: 6, ...side }, [put(words)])
}

const listed = (item: BlockWords, isRightToLeft: boolean, size: number, put: Put): Piece =>
  piece([item], { flexDirection: isRightToLeft ? 'row-reverse' : 'row', paddingBottom: 3 }, [
    box({ width: 14 }, [inEnglish('•', { fontSize: size, textAlign: 'center' })]),
    box({ flexGrow: 1, flexShrink: 1, flexBasis: 0 }, [put(item)]),
  ])

/** Cells beside each other, from the side that the paper is read from. */
const row = (
  cells: readonly BlockWords[],
  widths: readonly number[],
  isRightToLeft: boolean,
  styles: readonly Style[],
  put: Put,
): Piece =>
  piece(
    cells,
    {
      flexDirection: isRightToLeft ? 'row-reverse' : 'row',
      justifyContent: 'space-between',
      paddingVertical: 3,
      borderBottom: `0.5 solid ${faint}`,
    },
    cells.map((words, place) => box({ width: `${widths[place] ?? 0}%` }, [put(words, styles[place])])),
  )

function table({ head, rows, widths }: Extract<Block, { block: 'table' }>, isRightToLeft: boolean, put: Put): Piece[] {
  const shares = head.map((_, place) => widths?.[place] ?? 1)
  const all = shares.reduce((sum, share) => sum + share, 0)
  // A little is left free between one and the next.
  const percent = shares.map(share => (share / all) * 100 - 2)
  const cells = (words: readonly BlockWords[], style: Style) =>
    row(
      words,
      percent,
      isRightToLeft,
      words.map(() => ({ fontSize: 9.5, ...style })),
      put,
    )
  const top = cells(head, { fontWeight: 700 })
  return [
    { ...top, element: box({ marginTop: 4, borderTop: `1 solid ${dark}` }, [top.element]) },
    ...rows.map(each => cells(each, {})),
  ]
}
