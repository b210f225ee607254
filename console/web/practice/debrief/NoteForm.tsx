import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useApp } from '../../session/AppContext.ts'
import type { AskProblem } from '../../session/ask.ts'
import type { Fault } from '../../shared/Fault.ts'
import { Form } from '../../shared/Form.tsx'

interface Props {
  faults: readonly Fault[]
  busy: boolean
  problem: AskProblem | undefined
  onSubmit: () => void
  onCancel: () => void
  children: ComponentChildren
}

/** A short form beside a turn: it has the keyboard when it opens. */
export function NoteForm({ faults, busy, problem, onSubmit, onCancel, children }: Props) {
  const { say } = useApp()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('select, textarea, input')?.focus()
  }, [])
  return (
    <div class="note-form no-print" ref={box}>
      <Form faults={faults} onSubmit={onSubmit}>
        {children}
        <div class="note-form__buttons">
          <button type="submit" class="button" disabled={busy}>
            {say('debrief/send')}
          </button>
          <button type="button" class="button button--quiet" onClick={onCancel}>
            {say('debrief/cancel')}
          </button>
          <span role="status">{busy && say('debrief/sending')}</span>
        </div>
        {problem && (
          <p class="notice" role="alert">
            {say(problem === 'no-connection' ? 'debrief/no-connection' : 'debrief/not-sent')}
          </p>
        )}
      </Form>
    </div>
  )
}
