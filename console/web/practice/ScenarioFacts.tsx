import { languageOf } from '../../../locales/languages.ts'
import type { ScenarioCard } from '../../contract/practice.ts'
import { useApp } from '../session/AppContext.ts'

/** What the answers rest on, and who interprets. */
export function ScenarioFacts({ card: { profile, interpreter } }: { card: ScenarioCard }) {
  const { say } = useApp()
  return (
    <>
      <p class="young-person__fact">{say(`practice/profile-${profile}`)}</p>
      {interpreter && (
        <p class="young-person__fact young-person__fact--interpreted">
          {say('practice/interpreted', {
            language: languageOf(interpreter.language).englishName,
            name: interpreter.name,
          })}
        </p>
      )}
    </>
  )
}
