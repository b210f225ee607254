import { useId, useState } from 'preact/hooks'
import { type QuestionClass, questionClasses } from '../../../../dialogs/practice/coding/questionClasses.ts'
import { SelectField, WordsField } from '../../case/CaseControls.tsx'
import { useApp } from '../../session/AppContext.ts'
import type { Fault } from '../../shared/Fault.ts'
import { codeWords } from '../codeWords.ts'
import { NoteForm } from './NoteForm.tsx'
import { useNoteForm } from './useNoteForm.ts'

interface Props {
  turn: number
  coded: QuestionClass
  onDone: () => void
}

/** Says that a turn is coded wrong: what it is, and why. A trainer reads it. */
export function DisputeForm({ turn, coded, onDone }: Props) {
  const { say } = useApp()
  const id = useId()
  const form = useNoteForm(onDone)
  const [chosen, setChosen] = useState('')
  const [why, setWhy] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const others = questionClasses.filter(each => each !== coded)
  const submit = () => {
    const found: Fault[] = []
    const isChosen = others.some(each => each === chosen)
    if (!isChosen) found.push({ field: `${id}-class`, words: say('debrief/dispute-choose') })
    if (why.trim() === '') found.push({ field: `${id}-why`, words: say('debrief/dispute-say-why') })
    setFaults(found)
    if (found.length === 0) void form.write('disputes', { turn, class: chosen, why: why.trim() })
  }
  return (
    <NoteForm {...form} faults={faults} onSubmit={submit} onCancel={onDone}>
      <SelectField
        id={`${id}-class`}
        label={say('debrief/dispute-class')}
        value={chosen}
        onValue={setChosen}
        faults={faults}
        options={others.map(value => ({ value, words: codeWords(say).class(value) }))}
      />
      <WordsField
        id={`${id}-why`}
        label={say('debrief/dispute-why')}
        hint={say('debrief/dispute-hint')}
        value={why}
        onValue={value => setWhy(value.slice(0, longest))}
        faults={faults}
      />
    </NoteForm>
  )
}

const longest = 1_000
