import { useId, useRef, useState } from 'preact/hooks'
import type { AssignmentsResponse, AssignScenario } from '../../../contract/practice.ts'
import { ChoiceField, SelectField, WordsField } from '../../case/CaseControls.tsx'
import { useApp } from '../../session/AppContext.ts'
import { type AskProblem, ask } from '../../session/ask.ts'
import { CancelButton } from '../../shared/CancelButton.tsx'
import type { Fault } from '../../shared/Fault.ts'
import { FieldGroup } from '../../shared/Field.tsx'
import { Form } from '../../shared/Form.tsx'
import { useCohort } from './CohortContext.ts'
import { TraineesField } from './TraineesField.tsx'

const levels = ['gentle', 'usual', 'hard'] as const satisfies readonly AssignScenario['level'][]
const longest = 1_000

/** What a trainer asks of some of the people they train: whom to talk with, how hard, by when, and a note. */
export function AssignForm({ onDone }: { onDone: (asked: number | undefined) => void }) {
  const { say } = useApp()
  const { scenarios, lines } = useCohort()
  const id = useId()
  // Made once, so that sending it again asks nobody twice.
  const assignment = useRef(crypto.randomUUID())
  const [trainees, setTrainees] = useState<readonly string[]>([])
  const [scenario, setScenario] = useState('')
  const [level, setLevel] = useState<AssignScenario['level']>('usual')
  const [due, setDue] = useState('')
  const [note, setNote] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [problem, setProblem] = useState<AskProblem>()
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    const wrong: Fault[] = []
    if (trainees.length === 0) wrong.push({ field: `${id}-who`, words: say('cohort/choose-who') })
    if (scenario === '') wrong.push({ field: `${id}-scenario`, words: say('cohort/choose-talk') })
    setFaults(wrong)
    if (wrong.length > 0 || busy) return
    setBusy(true)
    setProblem(undefined)
    const answer = await ask<AssignmentsResponse>('POST', '/api/practice/assignments', {
      ...{ assignment: assignment.current, trainees, scenario, level, note: note.trim() },
      ...(due === '' ? {} : { due }),
    })
    setBusy(false)
    if (answer.ok) onDone(trainees.length)
    else setProblem(answer.problem)
  }
  return (
    <section class="account-part narrow cohort-form" aria-labelledby={`${id}-title`}>
      <h2 class="govuk-heading-m" id={`${id}-title`}>
        {say('cohort/assign')}
      </h2>
      <Form faults={faults} onSubmit={() => void submit()}>
        <TraineesField
          id={`${id}-who`}
          people={lines.map(({ person }) => person)}
          chosen={trainees}
          onChosen={setTrainees}
          faults={faults}
        />
        <SelectField
          id={`${id}-scenario`}
          label={say('cohort/with-whom')}
          value={scenario}
          onValue={setScenario}
          faults={faults}
          options={scenarios.map(card => ({ value: card.id, words: `${card.person.name}: ${card.title}` }))}
        />
        <ChoiceField
          id={`${id}-level`}
          label={say('practice/level')}
          value={level}
          onValue={value => setLevel(levels.find(each => each === value) ?? 'usual')}
          faults={faults}
          options={levels.map(value => ({ value, words: say(`practice/level-${value}`) }))}
          inline
        />
        <FieldGroup id={`${id}-due`} label={say('cohort/due')} hint={say('cohort/due-hint')} faults={faults}>
          <input
            id={`${id}-due`}
            class="govuk-input cohort-form__due"
            type="date"
            aria-describedby={`${id}-due-hint`}
            value={due}
            onInput={event => setDue(event.currentTarget.value)}
          />
        </FieldGroup>
        <WordsField
          id={`${id}-note`}
          label={say('cohort/note')}
          hint={say('cohort/note-hint')}
          value={note}
          onValue={value => setNote(value.slice(0, longest))}
          faults={faults}
        />
        {problem && (
          <p class="notice" role="alert">
            {say(problem === 'no-connection' ? 'debrief/no-connection' : 'debrief/not-sent')}
          </p>
        )}
        <div class="form__others">
          <button type="submit" class="button" disabled={busy}>
            {say('cohort/send')}
          </button>
          <CancelButton onCancel={() => onDone(undefined)} />
          <span role="status">{busy && say('debrief/sending')}</span>
        </div>
      </Form>
    </section>
  )
}
