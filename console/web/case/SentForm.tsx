import { useRef, useState } from 'preact/hooks'
import type { SendShared } from '../../contract/sharing.ts'
import { useApp } from '../session/AppContext.ts'
import { ask } from '../session/ask.ts'
import { SelectField, WhenField, WordsField } from './CaseControls.tsx'
import { CaseForm } from './CaseForm.tsx'
import { sentBy } from './caseChoices.ts'
import type { FactFault } from './caseFacts.ts'
import { readMoment, writtenMoment } from './readMoment.ts'
import { useCaseForm } from './useCaseForm.ts'

interface Props {
  /** What its drafts and its fields are called by. */
  place: string
  path: string
  /** Of what was read: the server looks whether it is still what would be. */
  digest: string
  onWritten: () => void
  onStale: () => void
}

/** Says that something was sent: goes its own way to the server, which has what was read at hand. */
export function SentForm({ place, path, digest, onWritten, onStale }: Props) {
  const { say, language } = useApp()
  const [usual] = useState(() => ({ at: writtenMoment(new Date().toISOString()) }))
  const form = useCaseForm(place, `${place}-`, usual)
  const [busy, setBusy] = useState(false)
  const id = useRef(crypto.randomUUID())
  const { values } = form
  const save = async () => {
    const reading = readMoment(values.at ?? '')
    const means = sentBy.find(each => each === values.means)
    const wrong: FactFault[] = []
    if (reading.kind !== 'at') wrong.push({ field: 'at', key: 'case/day-and-time' })
    else if (Date.parse(reading.at) > Date.now()) wrong.push({ field: 'at', key: 'case/still-to-come' })
    if (!means) wrong.push({ field: 'means', key: 'case/choose' })
    form.show(wrong)
    if (reading.kind !== 'at' || !means || wrong.length > 0) return
    setBusy(true)
    const { at } = reading
    const words = values.words?.trim()
    const sent: SendShared = {
      ...{ id: id.current, deviceAt: new Date().toISOString(), language, digest, at, means },
      ...(words ? { words } : {}),
    }
    const came = await ask('POST', path, sent)
    setBusy(false)
    if (!came.ok) {
      form.refuse(came.problem === 'no-connection' ? 'case/no-answer' : 'sharing/changed')
      if (came.problem === 'failed') onStale()
      return
    }
    id.current = crypto.randomUUID()
    await form.clear()
    onWritten()
  }
  if (!form.ready) return null
  return (
    <CaseForm form={{ ...form, busy }} onSave={save}>
      <WhenField {...form.field('at')} label={say('sharing/sent-when')} />
      <SelectField
        {...form.field('means')}
        label={say('sharing/sent-how')}
        options={sentBy.map(value => ({ value, words: say(`sent-by/${value}`) }))}
      />
      <WordsField {...form.field('words')} label={say('sharing/sent-words')} />
    </CaseForm>
  )
}
