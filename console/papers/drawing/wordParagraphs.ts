import { type IParagraphOptions, Paragraph } from 'docx'
import type { BlockWords } from '../blocks.ts'
import type { Paper, PaperLanguage } from '../paper.ts'
import { english, type RunLook, runsOf } from './wordRuns.ts'

export const quiet = '55585A'

/** Words in their language, and under them what they are in English. */
export function said(
  { spoken, talk, english: beneath }: BlockWords,
  { language }: Pick<Paper, 'language'>,
  about: IParagraphOptions = {},
  look: RunLook = {},
): Paragraph[] {
  // What is under a heading is no heading of its own.
  const { heading: _heading, numbering: _numbering, ...plain } = about
  return [
    paragraph(talk, spoken ?? language, about, look),
    ...(beneath === undefined ? [] : [paragraph(beneath, english, plain, { color: quiet, size: 18, ...look })]),
  ]
}

export function paragraph(text: string, language: PaperLanguage, about: IParagraphOptions, look: RunLook): Paragraph {
  const isRightToLeft = language.direction === 'rtl'
  return new Paragraph({
    ...about,
    // Where nothing is said of its side, Word begins such a paragraph on the right.
    bidirectional: isRightToLeft,
    children: runsOf(text, language, look),
  })
}
