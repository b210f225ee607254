import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { CaseForm } from '../case/CaseForm.tsx'
import type { FactValues } from '../case/caseFacts.ts'
import { writtenMoment } from '../case/readMoment.ts'
import { type CaseFormState, useCaseForm } from '../case/useCaseForm.ts'
import type { Made } from './reviewForms.ts'

interface Props {
  /** What it is called where its drafts are kept. */
  place: string
  make(values: FactValues, now: number): Made
  onDone: () => void
  usual?: FactValues
  children: (form: CaseFormState) => ComponentChildren
}

/** A short form of a review. The time now stands in it until another is typed. */
export function ReviewForm({ place, make, onDone, usual, children }: Props) {
  const [first] = useState(() => ({ at: writtenMoment(new Date().toISOString()), ...usual }))
  const form = useCaseForm(`review-${place}`, `${useId()}-`, first)
  const save = async () => {
    const wanted = make(form.values, Date.now())
    form.show(wanted.ok ? [] : wanted.faults)
    if (wanted.ok && (await form.write(...wanted.bodies))) onDone()
  }
  if (!form.ready) return null
  return (
    <CaseForm form={form} onSave={save} onCancel={onDone}>
      {children(form)}
    </CaseForm>
  )
}
