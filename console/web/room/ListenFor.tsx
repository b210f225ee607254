import { useState } from 'preact/hooks'
import type { Prompt } from '../../../dialogs/guide/schema.ts'
import { useApp } from '../session/AppContext.ts'
import { CoverageMark } from './CoverageMark.tsx'
import { CoverageState } from './CoverageState.tsx'
import { listenOrder } from './listenOrder.ts'
import { useRoom } from './RoomContext.ts'

const atFirst = 8

/** What may come up in the answer. Nobody is asked these: they are listened for, and marked by a tap. */
export function ListenFor({ prompt }: { prompt: Prompt }) {
  const { say } = useApp()
  const { record, screenWords } = useRoom()
  const [all, showAll] = useState(false)
  // Ordered as the prompt is come to: nothing moves from under a finger while it is open.
  const [order] = useState(() => listenOrder(prompt.listenFor, record))
  const [marking, mark] = useState<string>()
  if (prompt.listenFor.length === 0) return null
  const told = prompt.listenFor.filter(id => record.fields[id]?.entries.length).length
  const shown = all ? order : order.slice(0, atFirst)
  return (
    <section class="listen" aria-labelledby="listen-title">
      <h3 class="govuk-heading-s" id="listen-title">
        {say('listen/title')}{' '}
        <span class="listen__count">{say('listen/count', { told, total: prompt.listenFor.length })}</span>
      </h3>
      <ul class="listen__list">
        {shown.map(id => (
          <li key={id} class={`listen__item${marking === id ? ' listen__item--open' : ''}`}>
            <button
              type="button"
              class="chip"
              aria-expanded={marking === id}
              onClick={() => mark(marking === id ? undefined : id)}
            >
              <CoverageState field={record.fields[id]} />
              {screenWords(`coverage/${id}`)}
            </button>
            {marking === id && <CoverageMark coverage={id} onDone={() => mark(undefined)} />}
          </li>
        ))}
      </ul>
      {prompt.listenFor.length > atFirst && (
        <button type="button" class="button button--quiet" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? say('listen/fewer') : say('listen/all', { total: prompt.listenFor.length })}
        </button>
      )}
    </section>
  )
}
