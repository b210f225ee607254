import type { SessionResponse } from '../../contract.ts'

type Settings = SessionResponse['settings']

/** Local settings that stand in these words and that nobody has checked yet. */
export const uncheckedIn = (words: string, settings: Settings): Settings['unverified'] =>
  settings.unverified.filter(setting => words.includes(settings[setting]))
