import { uncheckedIn } from '../room/uncheckedIn.ts'
import { useApp } from '../session/AppContext.ts'
import { useAskedWords } from './useAskedWords.ts'

/** Beside words in the written record that hold something nobody has checked here yet. */
export function UncheckedMark({ field }: { field: string }) {
  const { say, session, language } = useApp()
  const unchecked = uncheckedIn(useAskedWords(field) ?? '', language, session.settings)
  if (unchecked.length === 0) return null
  const what = unchecked.map(setting => say(`unchecked/${setting}`)).join('; ')
  return <span class="unchecked-mark">{say('unchecked/mark', { what })}</span>
}
