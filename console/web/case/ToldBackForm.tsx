import { useId, useState } from 'preact/hooks'
import { languages } from '../../../locales/languages.ts'
import type { CaseEventBody } from '../../casework/episode/caseEvents.ts'
import { ToldBackAnswer, ToldBackWhat } from '../../casework/report/toldBackEvents.ts'
import { useApp } from '../session/AppContext.ts'
import { ChoiceField, SelectField, WhenField, WordsField } from './CaseControls.tsx'
import { CaseForm } from './CaseForm.tsx'
import { writtenMoment } from './readMoment.ts'
import { toldBackOf } from './toldBackOf.ts'
import { useCaseForm } from './useCaseForm.ts'

interface Props {
  onDone: (event: string | undefined, body: CaseEventBody | undefined) => void
}

/** That something was read back to the young person, in which language, and what they said to it. */
export function ToldBackForm({ onDone }: Props) {
  const { say } = useApp()
  const [usual] = useState(() => ({ at: writtenMoment(new Date().toISOString()), what: 'record' }))
  const form = useCaseForm('toldBack', `${useId()}-`, usual)
  const save = async () => {
    const made = toldBackOf(form.values, Date.now())
    form.show(made.ok ? [] : made.faults)
    if (!made.ok) return
    const written = await form.write(made.body)
    if (written) onDone(written[0], made.body)
  }
  if (!form.ready) return null
  const what = ToldBackWhat.options.map(value => ({ value, words: say(`told-back-what/${value}`) }))
  const answers = ToldBackAnswer.options.map(value => ({ value, words: say(`told-back/${value}`) }))
  const spoken = languages.map(({ code, ownName, englishName }) => ({
    value: code,
    words: ownName === englishName ? ownName : `${englishName} – ${ownName}`,
  }))
  return (
    <CaseForm form={form} onSave={save} onCancel={() => onDone(undefined, undefined)}>
      <ChoiceField {...form.field('what')} label={say('report/read-what')} options={what} inline />
      <WhenField {...form.field('at')} label={say('case/when')} hint={say('case/when-hint')} />
      <SelectField {...form.field('language')} label={say('report/read-language')} options={spoken} />
      <ChoiceField {...form.field('answer')} label={say('report/read-answer')} options={answers} />
      <WordsField {...form.field('words')} label={say('report/read-words')} />
    </CaseForm>
  )
}
