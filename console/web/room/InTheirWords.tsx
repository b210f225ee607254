import { useState } from 'preact/hooks'
import type { Step } from '../../../dialogs/plan/nextStep.ts'
import { AccountBox } from '../answers/AccountBox.tsx'
import { writtenDown } from '../practice/writtenDown.ts'
import { useApp } from '../session/AppContext.ts'
import { useRoom } from './RoomContext.ts'
import type { Asking } from './useAsking.ts'
import { usualVoice } from './usualVoice.ts'

/** Where what the young person said is written, word for word. For an account it is the answer; beside any other it waits folded. */
export function InTheirWords({ step, asking }: { step: Extract<Step, { kind: 'ask' }>; asking: Asking }) {
  const { say } = useApp()
  const { guide, record, practice } = useRoom()
  const { prompt, stage, concern } = step
  const words = asking.draft.words ?? ''
  const [open, setOpen] = useState(words !== '')
  const account = prompt.kind === 'account'
  // Asked of the interview itself, so that words are offered a place exactly where it would take them.
  const on = { prompt: prompt.id, ...(concern ? { concern: concern.id } : {}) }
  if (!account && (stage.practitionerOnly || concern)) return null
  const kept = record.fields[asking.field]?.entries.some(each => each.value.kind === 'account')
  const box = (
    <AccountBox
      label={say(
        kept ? 'room/more-words' : prompt.voice === 'practitioner' && account ? 'room/note-words' : 'room/their-words',
      )}
      words={words}
      voice={asking.draft.voice ?? usualVoice(guide, record, { do: 'account', ...on, words: '-' })}
      language={record.language}
      onWords={changed => asking.write({ ...asking.draft, words: changed })}
      onVoice={voice => asking.write({ ...asking.draft, voice })}
      original={asking.draft.original ?? ''}
      onOriginal={original => asking.write({ ...asking.draft, original })}
      onKeep={() => void asking.keepWords()}
      more={kept === true}
    />
  )
  const theirLast = practice?.theirLast
  const writeDown = theirLast && (
    <button
      type="button"
      class="button button--quiet their-words__write"
      onClick={() => {
        asking.write(writtenDown(asking.draft, theirLast))
        setOpen(true)
      }}
    >
      {say('practice/write-down')}
    </button>
  )
  if (account) {
    return (
      <>
        {writeDown}
        {box}
      </>
    )
  }
  return (
    <div class="their-words">
      {writeDown}
      <button type="button" class="button button--quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(prompt.kind === 'say' ? 'room/they-said' : 'room/also-words')}
      </button>
      {open && box}
    </div>
  )
}
