import { Page } from '@react-pdf/renderer'
import { type ComponentProps, createElement, type ReactElement } from 'react'
import type { NumbersPaper, Paper } from '../paper.ts'
import { fitting } from './fitting.ts'
import { sheet } from './sheet.ts'
import { box, dark, inEnglish, quiet, whole, words } from './words.ts'

type Numbers = Paper & NumbersPaper

/** A bank card, in points, so that it goes where one goes. */
const card = { width: 242.6, height: 153 }
const inner = 8
/** In points, the largest first. Below the last nobody could read it. */
const sizes = [10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5]

/**
 * Cards to cut out: a large one and four of the size of a bank card. Where no size of letters lets all of it onto a card, it is
 * a plain page instead, and nothing is left out.
 */
export async function numbersPage(paper: Numbers): Promise<ReactElement> {
  const size = await fitting(sizes, (each, onPages) => alone(paper, each, onPages))
  const note = paper.unchecked === undefined ? [] : [inEnglish(paper.unchecked, { fontSize: 10, fontWeight: 700 })]
  const parts = size === undefined ? [box({ paddingTop: 16 }, content(paper, 14))] : cards(paper, size)
  return sheet(paper, { inside: [...note, ...parts], sides: 55 })
}

function cards(paper: Numbers, size: number): ReactElement[] {
  const cut = (scale: number) =>
    whole(
      {
        width: card.width * scale,
        height: card.height * scale,
        padding: inner * scale,
        border: `0.7 dashed ${quiet}`,
      },
      content(paper, size * scale),
    )
  const row = () => whole({ flexDirection: 'row' }, [cut(1), cut(1)])
  return [box({ paddingTop: 10, paddingBottom: 14 }, [cut(2)]), row(), row()]
}

function content({ language, title, ...paper }: Numbers, fontSize: number): ReactElement[] {
  const { helplines, danger, free, noName, inEnglish: toSay, keepSafe } = paper
  const gap = { marginTop: fontSize * 0.35 }
  const isRightToLeft = language.direction === 'rtl'
  return [
    words(title.talk, language, { fontSize: fontSize * 1.15, fontWeight: 700 }),
    ...helplines.map(({ name, how, number }) =>
      box({ flexDirection: isRightToLeft ? 'row-reverse' : 'row', alignItems: 'center', flexWrap: 'wrap' }, [
        words(name, language, { fontSize }),
        ...(how === undefined
          ? []
          : [words(how, language, { fontSize, color: quiet, marginHorizontal: fontSize * 0.6 })]),
        // In a place of its own and from left to right, so that no other words can turn it round.
        inEnglish(number, {
          fontSize: fontSize * 1.35,
          fontWeight: 700,
          lineHeight: 1.2,
          marginHorizontal: fontSize * 0.6,
        }),
      ]),
    ),
    words(danger, language, { fontSize, fontWeight: 700, ...gap }),
    words(`${free} ${noName}`, language, { fontSize }),
    ...(toSay
      ? [
          words(toSay.how, language, { fontSize, ...gap }),
          inEnglish(toSay.sentence, { fontSize, fontWeight: 700, borderLeft: `1 solid ${dark}`, paddingLeft: 4 }),
        ]
      : []),
    words(keepSafe, language, { fontSize: fontSize * 0.9, color: quiet, ...gap }),
  ]
}

/** One card as a page of its own. */
function alone(paper: Numbers, size: number, onPages: (pages: number) => void): ReactElement {
  const layout: ComponentProps<typeof Page>['layout'] = ({ children, totalPages = 0 }) => {
    onPages(totalPages)
    return children
  }
  const style = { padding: inner }
  return createElement(Page, { size: [card.width, card.height], style, layout }, ...content(paper, size))
}
