import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useRoom } from '../room/RoomContext.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { useObserved } from '../shared/useObserved.ts'
import { typedField } from './openPractice.ts'
import { usePractice } from './PracticeContext.ts'

/** The field that words are put into, to be said. */
export const sayFieldId = 'what-you-say'

/** Where the trainee types what they say, and can wait instead. What is typed stays on this device until it is said. */
export function SayForm() {
  const { say } = useApp()
  const { room, state } = useRoom()
  const { practice, talk, about } = usePractice()
  const keys = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const words = state.drafts[typedField]?.text ?? ''
  const isReady = !talk.saying
  const send = () => {
    if (!isReady || !words.trim()) return
    void practice.speak({ did: 'said', words: words.trim() })
    field.current?.focus()
  }
  const wait = () => {
    if (!isReady) return
    void practice.speak({ did: 'waited' })
    field.current?.focus()
  }
  return (
    <form
      class="say-form"
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      <Answering name={about.card.person.name} />
      {talk.problem && (
        <p class="say-form__note" role="alert">
          {talk.problem === 'changed-meanwhile'
            ? say('practice/meanwhile')
            : `${say(`problem/${talk.problem}`)} ${say('practice/not-said')}`}
        </p>
      )}
      <label class="govuk-label govuk-label--s" for={sayFieldId}>
        {say('practice/what-say')}
      </label>
      <textarea
        ref={field}
        id={sayFieldId}
        class="govuk-textarea say-form__words"
        rows={3}
        value={words}
        dir="auto"
        maxLength={2_000}
        autocomplete="off"
        aria-describedby={keys}
        onInput={event => void room.draft(typedField, { text: event.currentTarget.value })}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <div class="say-form__under">
        <p class="say-form__keys" id={keys}>
          {say('practice/keys')}
        </p>
        <button type="button" class="button button--quiet" aria-disabled={!isReady} onClick={wait}>
          {say('practice/wait')}
        </button>
        <button type="submit" class="button" aria-disabled={!isReady || !words.trim()}>
          {say('practice/say')}
        </button>
      </div>
    </form>
  )
}

const soonMs = 1_000

/** That an answer is on its way, where it takes more than a moment; or that it waits for the connection. */
function Answering({ name }: { name: string }) {
  const { say } = useApp()
  const { saying } = usePractice().talk
  const line = useObserved(useWork().connection.line)
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (!saying) return
    const soon = setTimeout(() => setLate(true), soonMs)
    return () => clearTimeout(soon)
  }, [saying?.id])
  const isOff = line === 'offline' || line === 'signed-out'
  return (
    <p class="say-form__note" role="status">
      {saying && isOff && say('practice/kept-here')}
      {saying && !isOff && late && say('practice/answering', { name })}
    </p>
  )
}
