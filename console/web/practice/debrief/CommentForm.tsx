import { useId, useRef, useState } from 'preact/hooks'
import { WordsField } from '../../case/CaseControls.tsx'
import { useApp } from '../../session/AppContext.ts'
import type { Fault } from '../../shared/Fault.ts'
import { NoteForm } from './NoteForm.tsx'
import { useNoteForm } from './useNoteForm.ts'

/** What a trainer writes beside a turn, for whoever held the talk. */
export function CommentForm({ turn, onDone }: { turn: number; onDone: () => void }) {
  const { say } = useApp()
  const id = useId()
  const comment = useRef(crypto.randomUUID())
  const form = useNoteForm(onDone)
  const [text, setText] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const submit = () => {
    const isEmpty = text.trim() === ''
    setFaults(isEmpty ? [{ field: id, words: say('debrief/comment-empty') }] : [])
    if (!isEmpty) void form.write('comments', { id: comment.current, turn, text: text.trim() })
  }
  return (
    <NoteForm {...form} faults={faults} onSubmit={submit} onCancel={onDone}>
      <WordsField
        id={id}
        label={say('debrief/comment-label', { number: turn })}
        value={text}
        onValue={value => setText(value.slice(0, longest))}
        faults={faults}
      />
    </NoteForm>
  )
}

const longest = 2_000
