import { useId } from 'preact/hooks'
import type { ToldBackAnswer } from '../../casework/report/toldBackEvents.ts'
import { ChoiceField, WordsField } from '../case/CaseControls.tsx'
import { CaseForm } from '../case/CaseForm.tsx'
import { useCaseForm } from '../case/useCaseForm.ts'
import { useApp } from '../session/AppContext.ts'

const answers: readonly ToldBackAnswer[] = ['agreed', 'asked-for-changes', 'disagreed', 'not-safe-to-ask']

/** What the young person said to it. */
export function TellAnswer({ language, onDone }: { language: string; onDone: () => void }) {
  const { say } = useApp()
  const form = useCaseForm('balance-told-back', `${useId()}-`)
  const { values } = form
  const save = async () => {
    const answer = answers.find(each => each === values.answer)
    form.show(answer ? [] : [{ field: 'answer', key: 'case/choose' }])
    if (!answer) return
    const words = values.words?.trim()
    const told = { type: 'toldBack', what: 'balance', at: new Date().toISOString(), language, answer } as const
    if (await form.write({ ...told, ...(words ? { words } : {}) })) onDone()
  }
  if (!form.ready) return null
  return (
    <div class="case__form">
      <CaseForm form={form} onSave={save} onCancel={onDone}>
        <ChoiceField
          {...form.field('answer')}
          label={say('tell/answered')}
          options={answers.map(value => ({ value, words: say(`told-back/${value}`) }))}
        />
        <WordsField {...form.field('words')} label={say('sharing/their-words')} />
      </CaseForm>
    </div>
  )
}
