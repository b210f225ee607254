import { type IRunStylePropertiesOptions, TextRun } from 'docx'
import { languageOf } from '../../../locales/languages.ts'
import type { PaperLanguage } from '../paper.ts'
import { printable } from '../printable.ts'

export type RunLook = Pick<IRunStylePropertiesOptions, 'bold' | 'color' | 'size'>

export const english: PaperLanguage = languageOf('en')

/** By names that a computer has: it takes another of its own where it has not got one. Word counts Arabic letters apart (`cs`). */
export function wordFonts({ writing }: PaperLanguage) {
  const name = writing === 'Ethiopic' ? 'Ebrima' : 'Arial'
  return { ascii: name, hAnsi: name, eastAsia: name, cs: 'Arial' }
}

/** What it is spelled by. */
export function wordLanguage({ code, direction }: PaperLanguage) {
  const spelled = languageOf(code).goesBy ?? code
  return direction === 'rtl' ? { value: 'en-GB', bidirectional: spelled } : { value: spelled }
}

/** The pieces of a text of one direction each, as Word wants them: it does not find out by itself. */
export function runsOf(text: string, language: PaperLanguage, look: RunLook = {}): TextRun[] {
  return piecesOf(printable(text), language.direction).flatMap(({ words, direction }) => {
    const isRightToLeft = direction === 'rtl'
    const of = direction === language.direction ? language : isRightToLeft ? arabic : english
    const common = {
      ...look,
      ...(isRightToLeft ? { boldComplexScript: look.bold ?? false } : {}),
      font: wordFonts(/\p{Script=Ethiopic}/u.test(words) ? ethiopic : of),
      language: wordLanguage(of),
      rightToLeft: isRightToLeft,
    }
    return words
      .split('\n')
      .map((line, place) => new TextRun({ ...common, text: line, ...(place === 0 ? {} : { break: 1 }) }))
  })
}

const arabic: PaperLanguage = languageOf('ar')
const ethiopic: PaperLanguage = languageOf('ti')
type Direction = PaperLanguage['direction']

/**
 * Where a text goes from left to right, and where from right to left. What has no direction, as numbers have none here, goes with
 * what is on both its sides, or as the whole is read.
 */
export function piecesOf(text: string, whole: Direction): { words: string; direction: Direction }[] {
  const pieces: { words: string; direction: Direction }[] = []
  const put = (words: string, direction: Direction) => {
    const last = pieces.at(-1)
    if (words === '') return
    if (last?.direction === direction) last.words += words
    else pieces.push({ words, direction })
  }
  let waiting = ''
  let before = whole
  for (const sign of text) {
    const direction = directionOf(sign)
    if (direction === undefined) waiting += sign
    else {
      put(waiting, direction === before ? direction : whole)
      put(sign, direction)
      waiting = ''
      before = direction
    }
    // A mark belongs to its letter.
    if (waiting !== '' && /^\p{M}+$/u.test(waiting)) {
      put(waiting, before)
      waiting = ''
    }
  }
  put(waiting, whole)
  return pieces
}

const directionOf = (sign: string): Direction | undefined =>
  /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(sign) && /\p{L}/u.test(sign)
    ? 'rtl'
    : /\p{L}/u.test(sign)
      ? 'ltr'
      : undefined
