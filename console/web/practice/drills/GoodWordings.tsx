import { useApp } from '../../session/AppContext.ts'

/** How it can be said well. Only good examples are shown: bad ones make people worse (Haginoya 2025). */
export function GoodWordings({ wordings }: { wordings: readonly string[] }) {
  const { say } = useApp()
  return (
    <div class="exercise__good">
      <p class="turn__label">{say('drills/good')}</p>
      <ul>
        {wordings.map(each => (
          <li key={each} lang="en" dir="auto">
            “{each}”
          </li>
        ))}
      </ul>
    </div>
  )
}
