import { Text, View } from '@react-pdf/renderer'
import { type ComponentProps, createElement, type ReactElement } from 'react'
import { languageOf } from '../../../locales/languages.ts'
import type { Both, PaperLanguage } from '../paper.ts'
import { familiesFor } from './fonts.ts'

export type Style = Exclude<NonNullable<ComponentProps<typeof View>['style']>, readonly unknown[]>
type Spoken = PaperLanguage

const english: Spoken = languageOf('en')
export const dark = '#1d1d1b'
export const quiet = '#55585a'
export const faint = '#9a9d9f'

/** What may never be done. A word in letters from two files would be parted between them, with a hyphen. */
const never = 10_000

/** Scripts with tall or low marks need more room between lines, and are read at a larger size. */
const shapes = {
  Latin: { lineHeight: 1.35, scale: 1, whole: true },
  Cyrillic: { lineHeight: 1.35, scale: 1, whole: true },
  Arabic: { lineHeight: 1.6, scale: 1.12, whole: false },
  Ethiopic: { lineHeight: 1.5, scale: 1.05, whole: false },
} as const

/** Words in their own font, from the side that they are read from. The size is that of Latin letters beside them, in points. */
export function words(said: string, language: Spoken, style: Style = {}): ReactElement {
  const lines = said.split(/\r\n|\r|\n/)
  // A line with nothing in it has no letters whose height would be known, and could not be drawn.
  return lines.length === 1
    ? line(said, language, style)
    : box(
        {},
        lines.map(each => line(each, language, style)),
      )
}

function line(said: string, language: Spoken, { fontSize = 11, ...style }: Style): ReactElement {
  if (said.trim() === '') return box({ height: Number(fontSize) * 0.7 }, [])
  const { lineHeight, scale, whole: isWhole } = shapes[language.writing]
  const set: Style = {
    // A letter that is drawn as two, as Vietnamese ones are, is counted wrong, and its line comes out too long.
    ...(isWhole ? { fontFeatureSettings: { ccmp: 0 } } : {}),
    fontFamily: familiesFor(language.writing),
    fontSize: Number(fontSize) * scale,
    lineHeight,
    color: dark,
    direction: language.direction,
    textAlign: language.direction === 'rtl' ? 'right' : 'left',
    ...style,
  }
  return createElement(Text, { style: set, hyphenationPenalty: never }, said)
}

export const inEnglish = (said: string, style?: Style): ReactElement => words(said, english, style)

/** One beside the other, English on the left; alone where the talk is in English. */
export function sideBySide(
  { talk, english: beside }: Both,
  language: Spoken,
  style?: Style,
  quieter: Style = { color: quiet },
): ReactElement {
  if (beside === undefined) return words(talk, language, style)
  return box({ flexDirection: 'row', justifyContent: 'space-between' }, [
    box({ width: '47%' }, [inEnglish(beside, { ...style, ...quieter })]),
    box({ width: '47%' }, [words(talk, language, style)]),
  ])
}

/** One under the other, English small beneath. */
export function stacked({ talk, english: beneath }: Both, language: Spoken, style: Style = {}): ReactElement {
  const small: Style = { ...style, fontSize: Math.max(9, Number(style.fontSize ?? 11) * 0.55), color: quiet }
  return box({}, [words(talk, language, style), ...(beneath === undefined ? [] : [inEnglish(beneath, small)])])
}

/** Things in a box. */
export const box = (style: Style, inside: readonly ReactElement[]): ReactElement =>
  createElement(View, { style }, ...inside)

/** The same, never parted by the end of a page. */
export const whole = (style: Style, inside: readonly ReactElement[]): ReactElement =>
  createElement(View, { style, wrap: false }, ...inside)
