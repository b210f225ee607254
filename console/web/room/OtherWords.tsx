import { useId, useState } from 'preact/hooks'
import { interpretingIn } from '../interpreter/interpreting.ts'
import { useApp } from '../session/AppContext.ts'
import { CancelButton } from '../shared/CancelButton.tsx'
import { useRoom } from './RoomContext.ts'

/** In an interpreted talk: how else a prompt was said, kept with it, because the first words did not arrive. */
export function OtherWords({ prompt }: { prompt: string }) {
  const { say } = useApp()
  const { room, record, state } = useRoom()
  const id = useId()
  const field = `rephrase/${prompt}`
  const words = state.drafts[field]?.words ?? ''
  const [open, setOpen] = useState(words !== '')
  const kept = record.rephrasings.filter(each => each.prompt === prompt)
  const last = record.flags.findLast(each => each.prompt === prompt)?.flag
  const isAsked = last === 'not-understood' || last === 'no-word'
  if (!interpretingIn(record).cleared && record.flags.length === 0 && kept.length === 0) return null
  const close = async () => {
    await room.draft(field, undefined)
    setOpen(false)
  }
  const keep = async () => {
    if (words.trim() && (await room.act({ do: 'rephrase', prompt, words: words.trim() })) === undefined) await close()
  }
  return (
    <div class="other-words">
      {kept.map(each => (
        <p key={each.event} class="other-words__kept">
          {say('other-words/kept')} <q dir="auto">{each.words}</q>{' '}
          <button
            type="button"
            class="button button--quiet"
            onClick={() => void room.act({ do: 'withdraw', event: each.event })}
          >
            {say('other-words/undo')}
          </button>
        </p>
      ))}
      {open ? (
        <>
          <label class="govuk-label" for={id}>
            {say('other-words/label')}
          </label>
          <textarea
            id={id}
            class="govuk-textarea"
            rows={2}
            dir="auto"
            value={words}
            onInput={event => void room.draft(field, { words: event.currentTarget.value })}
          />
          <button type="button" class="button button--keep" disabled={!words.trim()} onClick={() => void keep()}>
            {say('other-words/keep')}
          </button>
          <CancelButton onCancel={() => void close()} />
        </>
      ) : (
        <button
          type="button"
          class={`button ${isAsked ? '' : 'button--quiet'}`}
          aria-expanded={false}
          onClick={() => setOpen(true)}
        >
          {say('other-words/say')}
        </button>
      )}
    </div>
  )
}
