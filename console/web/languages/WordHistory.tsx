import { useCallback, useState } from 'preact/hooks'
import { languageOf } from '../../../locales/languages.ts'
import type { WordLine } from '../../contract/languages.ts'
import { useAsked } from '../audit/useAsked.ts'
import { useApp } from '../session/AppContext.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { askHistory } from './askWords.ts'
import { DidNotCome } from './DidNotCome.tsx'
import { useNameIn } from './WordStateLine.tsx'

/** What was done to a string here, asked for when it is opened. */
export function WordHistory({ line, code }: { line: WordLine; code: string }) {
  const { say } = useApp()
  const [open, setOpen] = useState(false)
  return (
    <details class="fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('languages/history')}</summary>
      {open && <Changes key={line.seen} line={line} code={code} />}
    </details>
  )
}

function Changes({ line: { file, key }, code }: { line: WordLine; code: string }) {
  const { say, language } = useApp()
  const { value, state, again } = useAsked(useCallback(() => askHistory(code, file, key), [code, file, key]))
  const nameIn = useNameIn(value?.people ?? {})
  if (state === 'failed') return <DidNotCome again={again} />
  if (!value) return <p role="status">{say('room/fetching')}</p>
  if (value.changes.length === 0) return <p class="govuk-body">{say('languages/history-none')}</p>
  return (
    <ol class="word__history" reversed>
      {value.changes.map(change => (
        <li key={change.number}>
          <p class="word__state">
            <span class={`word__mark word__mark--${change.state}`}>{say(`languages/state-${change.state}`)}</span>{' '}
            <bdi>{say('languages/state-by', { who: nameIn(change.by), when: dayAndTime(change.at, language) })}</bdi>
            {!change.isPresent && ` ${say('languages/history-other-english')}`}
          </p>
          <p class="word__version" lang={code} dir={languageOf(code).direction}>
            {change.text}
          </p>
          {[change.backTranslation, change.note]
            .filter(each => each !== '')
            .map(each => (
              <p key={each} class="word__version-note" dir="auto">
                {each}
              </p>
            ))}
        </li>
      ))}
    </ol>
  )
}
