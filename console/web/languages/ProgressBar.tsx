import { type Progress, wordStates } from '../../../locales/wordStates.ts'
import { useApp } from '../session/AppContext.ts'

/** How far a language has come: in numbers, and as a bar whose parts differ by their pattern as well. */
export function ProgressBar({ progress }: { progress: Progress }) {
  const { say } = useApp()
  const there = wordStates.filter(state => progress[state] > 0)
  return (
    <div class="progress">
      <div class="progress__bar" aria-hidden="true">
        {there.map(state => (
          <span key={state} class={`progress__part progress__part--${state}`} style={{ flexGrow: progress[state] }} />
        ))}
      </div>
      <ul class="progress__counts">
        {there.map(state => (
          <li key={state}>
            <span class={`progress__key progress__part--${state}`} aria-hidden="true" />
            {say(`languages/count-${state}`, { number: progress[state] })}
          </li>
        ))}
        <li>{say('languages/total', { number: progress.total })}</li>
      </ul>
    </div>
  )
}
