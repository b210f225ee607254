import { Circle, G, Line, Path, Svg } from '@react-pdf/renderer'
import { createElement, type ReactElement } from 'react'
import { type CardPaper, type Paper, type Picture, pictures } from '../paper.ts'
import { sheet } from './sheet.ts'
import { box, dark, stacked } from './words.ts'

/** For the young person to point at, unseen: whether they are content with the person who interprets. */
export function cardPage(paper: Paper & CardPaper): ReactElement {
  const { language, title, forYou, how } = paper
  const isRightToLeft = language.direction === 'rtl'
  const one = (picture: Picture) =>
    box({ width: '31%', padding: 10, border: `1.5 solid ${dark}`, borderRadius: 10, alignItems: 'center' }, [
      drawn[picture](isRightToLeft),
      box({ paddingTop: 10, alignSelf: 'stretch' }, [
        stacked(paper.pictures[picture], language, { fontSize: 18, fontWeight: 700, textAlign: 'center' }),
      ]),
    ])
  const inside = [
    stacked(forYou, language, { fontSize: 16 }),
    box({ paddingVertical: 10 }, [stacked(title, language, { fontSize: 24, fontWeight: 700 })]),
    box({ flexDirection: isRightToLeft ? 'row-reverse' : 'row', justifyContent: 'space-between' }, pictures.map(one)),
    box({ paddingTop: 14 }, [stacked(how, language, { fontSize: 16 })]),
  ]
  return sheet(paper, { inside, orientation: 'landscape' })
}

const stroke = { stroke: dark, strokeWidth: 4, fill: 'none', strokeLinecap: 'round' } as const
const svg = (...inside: readonly ReactElement[]) =>
  createElement(Svg, { width: 150, height: 150, viewBox: '0 0 100 100' }, ...inside)
const face = () => [
  createElement(Circle, { key: 'face', cx: 50, cy: 50, r: 44, ...stroke }),
  createElement(Circle, { key: 'left', cx: 35, cy: 41, r: 5, fill: dark }),
  createElement(Circle, { key: 'right', cx: 65, cy: 41, r: 5, fill: dark }),
]

/** Plain faces of nobody, and no hands: what a hand says differs between countries. */
const drawn: Readonly<Record<Picture, (isRightToLeft: boolean) => ReactElement>> = {
  yes: () => svg(...face(), createElement(Path, { d: 'M 28 60 Q 50 84 72 60', ...stroke })),
  no: () =>
    svg(
      ...face(),
      createElement(Line, { x1: 34, y1: 66, x2: 66, y2: 66, ...stroke }),
      createElement(Circle, { cx: 82, cy: 82, r: 16, fill: 'white', stroke: dark, strokeWidth: 3 }),
      createElement(Line, { x1: 76, y1: 76, x2: 88, y2: 88, ...stroke }),
      createElement(Line, { x1: 88, y1: 76, x2: 76, y2: 88, ...stroke }),
    ),
  // Its mark opens the way that it does in what they read.
  'not-sure': isRightToLeft =>
    svg(
      createElement(Circle, { cx: 50, cy: 50, r: 44, ...stroke }),
      createElement(
        G,
        isRightToLeft ? { transform: 'translate(100, 0) scale(-1, 1)' } : {},
        createElement(Path, { d: 'M 35 38 C 35 18 65 18 65 38 C 65 50 50 50 50 62', ...stroke, strokeWidth: 6 }),
        createElement(Circle, { cx: 50, cy: 75, r: 4, fill: dark }),
      ),
    ),
}
