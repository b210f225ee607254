import { useId, useState } from 'preact/hooks'
import { ChoiceField, WordsField } from '../../case/CaseControls.tsx'
import { useApp } from '../../session/AppContext.ts'
import type { Fault } from '../../shared/Fault.ts'
import { NoteForm } from './NoteForm.tsx'
import { useNoteForm } from './useNoteForm.ts'

const answers = ['agrees', 'stays'] as const

/** What a trainer says to a dispute: that the trainee is right, or that the code stays. */
export function AnswerForm({ turn, onDone }: { turn: number; onDone: () => void }) {
  const { say } = useApp()
  const id = useId()
  const form = useNoteForm(onDone)
  const [chosen, setChosen] = useState('')
  const [note, setNote] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const submit = () => {
    const isChosen = answers.some(each => each === chosen)
    setFaults(isChosen ? [] : [{ field: `${id}-answer`, words: say('case/choose') }])
    if (isChosen) void form.write('disputes/answer', { turn, agrees: chosen === 'agrees', note: note.trim() })
  }
  return (
    <NoteForm {...form} faults={faults} onSubmit={submit} onCancel={onDone}>
      <ChoiceField
        id={`${id}-answer`}
        label={say('debrief/answer')}
        value={chosen}
        onValue={setChosen}
        faults={faults}
        options={answers.map(value => ({ value, words: say(`debrief/answer-${value}`) }))}
      />
      <WordsField
        id={`${id}-note`}
        label={say('debrief/answer-note')}
        value={note}
        onValue={value => setNote(value.slice(0, longest))}
        faults={faults}
      />
    </NoteForm>
  )
}

const longest = 1_000
