import { useApp } from '../session/AppContext.ts'
import type { Filling } from './promptWords.ts'

/** The authority's own words for the places the guide leaves open. */
export function useFilling(): Filling {
  const { session, say } = useApp()
  const { recipients, reachMe, helplines } = session.settings
  return { recipients, reachMe, helplines, practitioner: say('room/your-name') }
}
