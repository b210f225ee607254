import type { WordLine } from '../../contract/languages.ts'

/** What someone has typed and not saved, and of which string as it stood. */
export interface WordDraft {
  text: string
  note: string
  backTranslation: string
  /** As it stood when they began. */
  seen: number
  hash: string
}

/** Kept for this tab, by person: the words are public, and nobody else's typing is shown to them. */
const nameOf = (person: string, language: string, { file, key }: Pick<WordLine, 'file' | 'key'>) =>
  `words/${person}/${language}/${file}:${key}`

export function readDraft(person: string, language: string, line: WordLine): WordDraft | undefined {
  const kept = sessionStorage.getItem(nameOf(person, language, line))
  return kept === null ? undefined : (JSON.parse(kept) as WordDraft)
}

/** Undefined: nothing is left to save. Where the browser keeps nothing it is on the screen alone. */
export function keepDraft(person: string, language: string, line: WordLine, draft: WordDraft | undefined): void {
  const name = nameOf(person, language, line)
  try {
    if (draft === undefined) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, JSON.stringify(draft))
  } catch {
    // Full, or forbidden.
  }
}

/** As it stands, to be typed over. */
export const draftFrom = ({ text, note, backTranslation, seen, hash }: WordLine): WordDraft => ({
  ...{ text, note, backTranslation, seen, hash },
})

/** Whether something would be saved. */
export const isChanged = (draft: WordDraft, line: WordLine): boolean =>
  draft.text !== line.text || draft.note !== line.note || draft.backTranslation !== line.backTranslation
