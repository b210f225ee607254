import type { Language } from '../../locales/languages.ts'
import type { DocumentPaper } from './blocks.ts'

/** The same words in the language of the talk and in English. Without English where that is the language of the talk. */
export interface Both {
  talk: string
  english?: string
}

/** What is known of a language where words are drawn in it. */
export type PaperLanguage = Pick<Language, 'code' | 'ownName' | 'englishName' | 'writing' | 'direction'>

/** A page as it will be drawn: nothing but words in their places, so that it can be drawn in a thread of its own. */
export type Paper = PaperHead & (ScriptPaper | PagePaper | NumbersPaper | CardPaper | DocumentPaper)

export interface PaperHead {
  language: PaperLanguage
  title: Both
  /** With `@page` and `@pages` in the place of the numbers. */
  page: Both
  /** At the foot: of the guide, or when a document was made. */
  version: Both
  /** Said where a linguist has not signed all of it. */
  draft?: Both
  /** For the practitioner, in English: what nobody here has checked yet. */
  unchecked?: string
}

export interface ScriptPaper {
  paper: 'script'
  how: Both
  /** What to write at the top, and what never to. For the practitioner, in English. */
  fillIn: { date: string; initials: string; noName: string }
  stages: readonly ScriptStage[]
}

export interface ScriptStage {
  title: Both
  pensDown?: Both
  topics: readonly { title?: Both; prompts: readonly ScriptPrompt[] }[]
}

export interface ScriptPrompt {
  /** For the practitioner, in English: it is not always asked. */
  onlyIf?: string
  /** Where somebody else than the practitioner says it. */
  saidBy?: Both
  /** The words, and for which age where they differ. */
  said: readonly { age?: Both; words: Both }[]
  answers: readonly Both[]
  /** To be circled: numbers from 0 to 10. */
  scale: boolean
  followUps?: { title: Both; said: readonly Both[] }
  /** How many lines to write on. */
  room: number
}

/** A page that the young person keeps: what happens with what they say. */
export interface PagePaper {
  paper: 'what-happens'
  forYou: Both
  paragraphs: readonly Both[]
}

/** Numbers to call, to be cut out. */
export interface NumbersPaper {
  paper: 'numbers'
  helplines: readonly { name: string; how?: string; number: string }[]
  danger: string
  free: string
  noName: string
  /** What to say, in English, so that an interpreter is found. */
  inEnglish?: { how: string; sentence: string }
  keepSafe: string
}

/** For the young person to point at, unseen by the interpreter. */
export interface CardPaper {
  paper: 'card'
  forYou: Both
  how: Both
  pictures: Readonly<Record<Picture, Both>>
}

export const pictures = ['yes', 'no', 'not-sure'] as const
export type Picture = (typeof pictures)[number]
