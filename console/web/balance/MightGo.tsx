import { useId } from 'preact/hooks'
import { mightGoAnswers, viewers } from '../../casework/balance/balanceTerms.ts'
import type { MightGoView } from '../../casework/balance/viewsOf.ts'
import { ChoiceField, WordsField } from '../case/CaseControls.tsx'
import { CaseForm } from '../case/CaseForm.tsx'
import type { FactFault } from '../case/caseFacts.ts'
import { useCaseForm } from '../case/useCaseForm.ts'
import { useApp } from '../session/AppContext.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { Adding } from './Adding.tsx'
import { TakeBack } from './TakeBack.tsx'

/** Whether they might go missing again, each view apart from the others. */
export function MightGo({ views }: { views: readonly MightGoView[] }) {
  const { say, language } = useApp()
  return (
    <section aria-labelledby="might-go" class="case__part">
      <h2 class="govuk-heading-m" id="might-go">
        {say('balance/might-go')}
      </h2>
      {views.length === 0 && <p class="govuk-body">{say('balance/might-go-none')}</p>}
      <ul class="might-go">
        {views.map(({ whose, answer, at, event, words }, place) => (
          <li key={event ?? place} class="might-go__one" data-might-go={whose}>
            <div class="might-go__view">
              <span class={`voice-mark voice-mark--${whose}`}>{say(`voice/${whose}`)}</span>
              <strong>{say(`might-go/${answer}`)}</strong>
              <span>{dayAndTime(at, language)}</span>
              {event && <TakeBack event={event} />}
            </div>
            {words && (
              <p class="might-go__words" dir="auto">
                {words}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Adding words={say('balance/might-go-add')} form={onDone => <AddView onDone={onDone} />} />
    </section>
  )
}

function AddView({ onDone }: { onDone: () => void }) {
  const { say } = useApp()
  const form = useCaseForm('balance-might-go', `${useId()}-`)
  const { values } = form
  const save = async () => {
    const whose = viewers.find(each => each === values.whose)
    const answer = mightGoAnswers.find(each => each === values.answer)
    const wrong: FactFault[] = []
    if (!whose) wrong.push({ field: 'whose', key: 'case/choose' })
    if (!answer) wrong.push({ field: 'answer', key: 'case/choose' })
    form.show(wrong)
    if (!whose || !answer) return
    const words = values.words?.trim()
    const view = { type: 'mightGoAgain', whose, answer, at: new Date().toISOString() } as const
    if (await form.write({ ...view, ...(words ? { words } : {}) })) onDone()
  }
  if (!form.ready) return null
  return (
    <div class="case__form">
      <CaseForm form={form} onSave={save} onCancel={onDone}>
        <ChoiceField
          {...form.field('whose')}
          label={say('balance/might-go-whose')}
          options={viewers.map(value => ({ value, words: say(`voice/${value}`) }))}
          inline
        />
        <ChoiceField
          {...form.field('answer')}
          label={say('balance/might-go-answer')}
          options={mightGoAnswers.map(value => ({ value, words: say(`might-go/${value}`) }))}
          inline
        />
        <WordsField {...form.field('words')} label={say('balance/scale-words')} />
      </CaseForm>
    </div>
  )
}
