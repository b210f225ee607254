import { useEffect, useRef, useState } from 'preact/hooks'
import type { CaseEventBody } from '../../casework/episode/caseEvents.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { ActForm } from './ActForms.tsx'
import { useCase } from './CaseContext.ts'
import { type Act, acts } from './caseActs.ts'
import { eventWords } from './eventWords.ts'
import { Saving } from './Saving.tsx'
import { useWriting } from './useWriting.ts'

/** What is done with an episode, one short form at a time. What was just written can be taken back at once. */
export function DoSection() {
  const { say } = useApp()
  const [act, setAct] = useState<Act>()
  const [done, setDone] = useState<{ event: string; body: CaseEventBody }>()
  const buttons = useRef<HTMLDivElement>(null)
  const form = useRef<HTMLElement>(null)
  const last = useRef<Act | undefined>(undefined)
  useEffect(() => {
    if (act) form.current?.focus()
    else if (last.current) buttons.current?.querySelector<HTMLElement>(`[data-act="${last.current}"]`)?.focus()
    last.current = act
  }, [act])
  return (
    <section aria-labelledby="do" class="case__part no-print">
      <h2 class="govuk-heading-m" id="do">
        {say('case/do')}
      </h2>
      <div class="case__acts" ref={buttons}>
        {(Object.keys(acts) as Act[]).map(each => (
          <button
            key={each}
            type="button"
            class="button button--quiet"
            data-act={each}
            aria-expanded={act === each}
            onClick={() => {
              setDone(undefined)
              setAct(act === each ? undefined : each)
            }}
          >
            {say(`do/${each}`)}
          </button>
        ))}
      </div>
      {act && (
        <section class="case__form" ref={form} tabIndex={-1} aria-label={say(`do/${act}`)}>
          <ActForm
            key={act}
            act={act}
            onDone={(event, body) => {
              setAct(undefined)
              if (event && body) setDone({ event, body })
            }}
          />
        </section>
      )}
      {done && <JustDone key={done.event} {...done} onGone={() => setDone(undefined)} />}
    </section>
  )
}

/** What was just written, and Undo. */
export function JustDone({ event, body, onGone }: { event: string; body: CaseEventBody; onGone: () => void }) {
  const { say, language } = useApp()
  const { open } = useCase()
  const nameOf = usePersonName()
  const { busy, problem, write } = useWriting(open)
  const { title } = eventWords(body, { say, language, nameOf })
  return (
    <div class="case__done">
      <p role="status">{say('case/written', { what: title })}</p>
      <button
        type="button"
        class="button button--quiet"
        disabled={busy}
        onClick={() => void write({ type: 'withdrawn', event }).then(written => written && onGone())}
      >
        {say('case/undo')}
      </button>
      <Saving busy={busy} problem={problem} />
    </div>
  )
}
