import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'
import { useDebrief } from './DebriefContext.ts'

/** The parts of the page, for whoever wants to read on. */
export function DebriefContents() {
  const { say } = useApp()
  const { debrief } = useDebrief()
  const words = codeWords(say)
  const parts = [
    ['figures', say('debrief/figures')],
    ['talk', say('debrief/talk')],
    ['untold', words.measure('untold')],
    ['coverage', say('debrief/coverage')],
    ['opening', say('debrief/parts')],
    ['order', words.measure('stage-order')],
    ...(debrief.interpreter ? [['interpreter', words.measure('interpreter')]] : []),
    ['mistakes', say('debrief/mistakes')],
  ] as const
  return (
    <nav class="debrief-contents no-print" aria-label={say('contents/title')}>
      <ul>
        {parts.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
