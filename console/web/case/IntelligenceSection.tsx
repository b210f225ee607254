import { useEffect, useRef, useState } from 'preact/hooks'
import type { Proposed } from '../../casework/intelligence/proposedFrom.ts'
import type { IntelligenceResponse } from '../../contract/intelligence.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { useCase } from './CaseContext.ts'
import { IntelligenceForm } from './IntelligenceForm.tsx'
import { IntelligenceOne } from './IntelligenceOne.tsx'
import { PoliceFormPreview } from './PoliceFormPreview.tsx'
import { Saving } from './Saving.tsx'
import { useWriting } from './useWriting.ts'

/** What is written down for police, on a form of its own. Nothing of it is fetched before someone opens it. */
export function IntelligenceSection() {
  const { say } = useApp()
  const [shown, show] = useState(false)
  return (
    <section aria-labelledby="intelligence" class="case__part intelligence">
      <h2 class="govuk-heading-m" id="intelligence">
        {say('intelligence/title')}
      </h2>
      <p class="govuk-body">{say('intelligence/what-it-is')}</p>
      <div class="case__acts no-print">
        <button type="button" class="button button--quiet" aria-expanded={shown} onClick={() => show(!shown)}>
          {say(shown ? 'intelligence/hide' : 'intelligence/show')}
        </button>
      </div>
      {shown && <Shown />}
    </section>
  )
}

function Shown() {
  const { say, language } = useApp()
  const { open, file } = useCase()
  const [came, setCame] = useState<IntelligenceResponse>()
  const [failed, setFailed] = useState(false)
  const [adding, setAdding] = useState(false)
  const asked = useRef(0)
  const read = async () => {
    const mine = ++asked.current
    const query = new URLSearchParams({ language }).toString()
    const answer = await ask<IntelligenceResponse>('GET', `/api/cases/${open.episode}/intelligence?${query}`)
    if (mine !== asked.current) return
    setFailed(!answer.ok)
    // What cannot be fetched anew is not shown as it was: someone might send it.
    setCame(answer.ok ? answer.value : undefined)
  }
  useEffect(() => void read(), [open.episode, language, file.seq])
  if (failed)
    return (
      <p class="notice" role="alert">
        {say('intelligence/did-not-come')}{' '}
        <button type="button" class="button button--quiet" onClick={() => void read()}>
          {say('sharing/again')}
        </button>
      </p>
    )
  if (!came) return <p role="status">{say('room/fetching')}</p>
  const { items } = file.intelligence
  return (
    <>
      {came.proposed.length > 0 && <ProposedList proposed={came.proposed} />}
      <h3 class="govuk-heading-s">{say('intelligence/items')}</h3>
      {items.length === 0 && <p class="govuk-body">{say('intelligence/none')}</p>}
      <ul class="intelligence__all">
        {items.map(item => (
          <IntelligenceOne
            key={item.event}
            item={item}
            ruling={came.items.find(({ event }) => event === item.event)}
            recipient={came.recipient}
          />
        ))}
      </ul>
      <div class="case__acts no-print">
        <button type="button" class="button button--quiet" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {say('intelligence/add')}
        </button>
      </div>
      {adding && <IntelligenceForm onDone={() => setAdding(false)} />}
      <PoliceFormPreview came={came} onStale={() => void read()} />
    </>
  )
}

/** Who and where was named, each to be added by a tap. */
function ProposedList({ proposed }: { proposed: readonly Proposed[] }) {
  const { say } = useApp()
  const { open } = useCase()
  const { busy, problem, write } = useWriting(open)
  return (
    <div class="no-print">
      <h3 class="govuk-heading-s">{say('intelligence/proposed')}</h3>
      <p class="govuk-hint">{say('intelligence/proposed-hint')}</p>
      <ul class="intelligence__proposed">
        {proposed.map(each => (
          <li key={`${each.from.event} ${each.kind} ${each.words}`}>
            <span>
              <strong>
                <bdi>{each.words}</bdi>
              </strong>
              {each.relation !== undefined && (
                <span class="intelligence__relation">
                  <bdi>{each.relation}</bdi>
                </span>
              )}
              <span class="intelligence__about">
                {say(`intelligence-kind/${each.kind}`)} · {say(`voice/${each.source}`)}
              </span>
            </span>
            <button
              type="button"
              class="button button--quiet"
              disabled={busy}
              aria-label={say('intelligence/add-which', { what: each.words })}
              onClick={() => void write(each)}
            >
              {say('intelligence/add-one')}
            </button>
          </li>
        ))}
      </ul>
      <Saving busy={busy} problem={problem} />
    </div>
  )
}
