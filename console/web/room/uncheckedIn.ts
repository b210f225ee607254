import type { SessionResponse } from '../../contract/signIn.ts'

type Settings = SessionResponse['settings']

/** Local settings that stand in these words, said in this language, and that nobody has checked yet. */
export function uncheckedIn(words: string, language: string, { said, unverified }: Settings): Settings['unverified'] {
  const filling = said[language] ?? said.en
  return unverified.filter(setting => filling && words.includes(filling[setting]))
}

/** Those of them that are there in English alone, though the words around them are not. */
export function inEnglishIn(words: string, language: string, { said, inEnglish }: Settings): Settings['unverified'] {
  return (inEnglish[language] ?? []).filter(setting => words.includes(said[language]?.[setting] ?? '\0'))
}
