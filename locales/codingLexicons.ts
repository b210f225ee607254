import { readFileSync } from 'node:fs'
import { type CodingLexicon, codingLexiconFrom } from '../dialogs/practice/coding/codingLexicon.ts'
import { CodingWords } from '../dialogs/practice/coding/codingWords.ts'
import { createLexicons } from './lexicons.ts'

/** What questions in English are coded by. NB: no other language has a grammar of its own yet. */
export function codingLexicon(): CodingLexicon {
  const hearing = createLexicons(['en'])('en')
  if (!hearing) throw new Error('English has no words to hear by: see locales/en/hearing.json.')
  const words = readFileSync(new URL('en/coding.json', import.meta.url), 'utf8')
  return codingLexiconFrom(CodingWords.parse(JSON.parse(words)), hearing)
}
