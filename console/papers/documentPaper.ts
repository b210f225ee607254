import { languageOf } from '../../locales/languages.ts'
import type { Translator } from '../../locales/translator.ts'
import type { Block, BlockWords, DocumentPaper } from './blocks.ts'
import type { Both, Paper, PaperHead, PaperLanguage } from './paper.ts'

/** What a document is made of beside its blocks. */
export interface DocumentParts extends Pick<PaperHead, 'title' | 'draft' | 'unchecked'>, Omit<DocumentPaper, 'paper'> {
  language: string
  /** At the foot of each page, beside its number: when it was made, say. */
  foot: Both
}

/** A document of these blocks, with the numbers of its pages in its own language. */
export function documentPaper(
  translator: Pick<Translator, 'words'>,
  { language, title, foot, english, large, blocks, draft, unchecked }: DocumentParts,
): Paper & DocumentPaper {
  // For whoever hands it on: in a language that the console's pages are in.
  const { code, screen } = languageOf(language)
  const spoken = paperLanguage(screen ? code : 'en')
  const say = translator.words(spoken.code, 'console')
  const undrawn: Block = { block: 'paragraph', look: 'plain', words: { talk: say('papers/undrawn'), spoken } }
  const page = (spokenIn: string) =>
    translator.words(spokenIn, 'script')('paper/page', { page: '@page', pages: '@pages' })
  return {
    paper: 'document',
    language: paperLanguage(language),
    title,
    page: { talk: page(language), ...(title.english === undefined ? {} : { english: page('en') }) },
    version: foot,
    english,
    ...(large ? { large } : {}),
    blocks: hasUndrawn(blocks) ? [undrawn, ...blocks] : blocks,
    ...(draft ? { draft } : {}),
    ...(unchecked === undefined ? {} : { unchecked }),
  }
}

/** Whether a letter is of no script that we have a font for, and so is a box in a PDF. In Word it is whole. */
const hasUndrawn = (value: unknown): boolean =>
  typeof value === 'string'
    ? /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Ethiopic}\p{Script=Common}\p{Script=Inherited}])\p{L}/u.test(
        value,
      )
    : typeof value === 'object' && value !== null && Object.values(value).some(hasUndrawn)

export function paperLanguage(code: string): PaperLanguage {
  const { ownName, englishName, writing, direction } = languageOf(code)
  return { code, ownName, englishName, writing, direction }
}

/**
 * Somebody's own words, which may be in another language than the paper: from the side that the first letter of theirs is read
 * from. NB: letters do not tell which language it is, only how it is written; say `language` where it is known.
 */
export function theirWords(text: string, language?: string): BlockWords {
  const known = language === undefined ? undefined : languageOf(language)
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  const written = Object.entries(letters).find(([, { script }]) => script.test(first))?.[1].language
  if (known !== undefined && (written === undefined || languageOf(written).writing === known.writing))
    return { talk: text, spoken: paperLanguage(known.code) }
  return written === undefined ? { talk: text } : { talk: text, spoken: paperLanguage(written) }
}

const letters = {
  arabic: { script: /\p{Script=Arabic}/u, language: 'ar' },
  ethiopic: { script: /\p{Script=Ethiopic}/u, language: 'ti' },
  cyrillic: { script: /\p{Script=Cyrillic}/u, language: 'uk' },
  latin: { script: /\p{Script=Latin}/u, language: 'en' },
} as const
