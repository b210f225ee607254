import { useApp } from '../session/AppContext.ts'
import type { Filling } from './promptWords.ts'

/** The authority's own words for the places the guide leaves open, in a language. */
export function useFilling(language: string): Filling {
  const { session, say } = useApp()
  const { said } = session.settings
  const filling = said[language] ?? said.en
  if (!filling) throw new Error('The settings are said in English at least.')
  return { ...filling, practitioner: say('room/your-name') }
}
