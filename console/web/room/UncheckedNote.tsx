import { useApp } from '../session/AppContext.ts'
import { uncheckedIn } from './uncheckedIn.ts'

/** For the practitioner: what is about to be said that nobody has checked here yet. */
export function UncheckedNote({ words }: { words: string }) {
  const { say, session } = useApp()
  const unchecked = uncheckedIn(words, session.settings)
  if (unchecked.length === 0) return null
  const what = unchecked.map(setting => say(`unchecked/${setting}`)).join('; ')
  return <p class="hint-note hint-note--unchecked">{say('unchecked/note', { what })}</p>
}
