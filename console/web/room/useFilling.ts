import { directionOf } from '../../../locales/languages.ts'
import { useApp } from '../session/AppContext.ts'
import type { Filling } from './promptWords.ts'

/** What fills the places the guide leaves open, in a language: the authority's own words, and the name of whoever is signed in. */
export function useFilling(language: string): Filling {
  const { session, say } = useApp()
  const { said } = session.settings
  const filling = said[language] ?? said.en
  if (!filling) throw new Error('The settings are said in English at least.')
  const name = session.person?.name ?? say('room/your-name')
  // A name in Latin letters must not turn the sentence around it.
  return { ...filling, practitioner: directionOf(language) === 'rtl' ? `\u2068${name}\u2069` : name }
}
