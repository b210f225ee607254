import { useApp } from '../session/AppContext.ts'
import { inEnglishIn, uncheckedIn } from './uncheckedIn.ts'

/** For the practitioner: what is about to be said that nobody has checked here yet. */
export function UncheckedNote({ words, language }: { words: string; language: string }) {
  const { say, session } = useApp()
  const unchecked = uncheckedIn(words, language, session.settings)
  const untranslated = inEnglishIn(words, language, session.settings)
  const named = (settings: typeof unchecked) => settings.map(setting => say(`unchecked/${setting}`)).join('; ')
  return (
    <>
      {unchecked.length > 0 && (
        <p class="hint-note hint-note--unchecked">{say('unchecked/note', { what: named(unchecked) })}</p>
      )}
      {untranslated.length > 0 && (
        <p class="hint-note hint-note--unchecked">{say('unchecked/in-english', { what: named(untranslated) })}</p>
      )}
    </>
  )
}
