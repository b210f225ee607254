import { type Progress, wordStates } from '../../../locales/wordStates.ts'
import { useApp } from '../session/AppContext.ts'

/** How far a language has come: in numbers, and as a bar whose parts differ by their pattern as well. */
export function ProgressBar({ progress }: { progress: Progress }) {
  const { say } = useApp()
  const there = wordStates.filter(state => progress[state] > 0)
  return (
    <div class="how-far">
      <div class="how-far__bar" aria-hidden="true">
        {there.map(state => (
          <span key={state} class={`how-far__part how-far__part--${state}`} style={{ flexGrow: progress[state] }} />
        ))}
      </div>
      <ul class="how-far__counts">
        {there.map(state => (
          <li key={state}>
            <span class={`how-far__key how-far__part--${state}`} aria-hidden="true" />
            {say(`languages/count-${state}`, { number: progress[state] })}
          </li>
        ))}
        <li>{say('languages/total', { number: progress.total })}</li>
      </ul>
    </div>
  )
}
