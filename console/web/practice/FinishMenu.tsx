import { useState } from 'preact/hooks'
import { useApp } from '../session/AppContext.ts'
import { useMenu } from '../shared/useMenu.ts'
import { endAttempt } from './askPractice.ts'
import { usePractice } from './PracticeContext.ts'
import { SupportWords } from './SupportWords.tsx'

/** The way out, at any time and for any reason: asked once more, with who to talk to if it was hard. */
export function FinishMenu() {
  const { say } = useApp()
  const { practice } = usePractice()
  const { open, setOpen, place, button } = useMenu()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const finish = async () => {
    if (busy) return
    setBusy(true)
    const answer = await endAttempt(practice.room.interview)
    setBusy(false)
    setFailed(!answer.ok)
    if (!answer.ok) return
    setOpen(false)
    practice.takeIn(answer.value)
  }
  return (
    <div class="more" ref={place}>
      <button
        ref={button}
        type="button"
        class="button button--quiet"
        aria-expanded={open}
        onClick={() => setOpen(now => !now)}
      >
        {say('practice/finish')}
      </button>
      {open && (
        <section class="more__menu finish" aria-labelledby="finish-sure">
          <h2 class="govuk-heading-s finish__title" id="finish-sure">
            {say('practice/finish-sure')}
          </h2>
          <p class="finish__words">{say('practice/finish-why')}</p>
          <button type="button" class="button button--wide" aria-disabled={busy} onClick={() => void finish()}>
            {say('practice/finish-yes')}
          </button>
          <button
            type="button"
            class="button button--quiet button--wide"
            onClick={() => {
              setOpen(false)
              button.current?.focus()
            }}
          >
            {say('practice/finish-no')}
          </button>
          <p role="status" class="finish__words">
            {failed && say('practice/not-done')}
          </p>
          <SupportWords />
        </section>
      )}
    </div>
  )
}
