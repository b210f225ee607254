import { useId, useState } from 'preact/hooks'
import type { BalanceLine } from '../../casework/balance/balanceOf.ts'
import { type BalancePart, balanceParts } from '../../casework/balance/balanceTerms.ts'
import { SelectField, WordsField } from '../case/CaseControls.tsx'
import { CaseForm } from '../case/CaseForm.tsx'
import { useCaseForm } from '../case/useCaseForm.ts'
import { useApp } from '../session/AppContext.ts'

/** A line of the practitioner's own. */
export function AddLine({ part, onDone }: { part: BalancePart; onDone: () => void }) {
  const { say } = useApp()
  const form = useCaseForm(`balance-add-${part}`, `${useId()}-`)
  const save = async () => {
    const words = form.values.words?.trim() ?? ''
    form.show(words === '' ? [{ field: 'words', key: 'balance/write-it' }] : [])
    if (words !== '' && (await form.write({ type: 'balanceLine', part, words }))) onDone()
  }
  if (!form.ready) return null
  return (
    <div class="case__form">
      <CaseForm form={form} onSave={save} onCancel={onDone}>
        <WordsField {...form.field('words')} label={say('balance/add-words')} />
      </CaseForm>
    </div>
  )
}

/** The words of a line, where it stands, and how it is put to the young person. What was said is not changed by it. */
export function ChangeLine({ line, onDone }: { line: BalanceLine; onDone: () => void }) {
  const { say } = useApp()
  const { id, part, written, said, forChild } = line
  // As it stood when the form was opened: what someone else changes meanwhile must not look like a change of theirs.
  const [usual] = useState(() => ({
    words: written?.words ?? said?.words.join('\n') ?? '',
    part,
    forChild: forChild?.words ?? '',
  }))
  const form = useCaseForm(`balance-${id}`, `${useId()}-`, usual)
  const { values } = form
  const save = async () => {
    const words = changed(values.words, usual.words)
    const put = changed(values.forChild, usual.forChild)
    const where = balanceParts.find(each => each === values.part && each !== usual.part)
    if (words === '') return form.show([{ field: 'words', key: 'balance/write-it' }])
    if (put === '') return form.show([{ field: 'forChild', key: 'balance/write-it' }])
    if (words === undefined && put === undefined && where === undefined) {
      return form.show([{ field: 'words', key: 'balance/change-first' }])
    }
    form.show([])
    const written = await form.write({
      type: 'balanceChanged',
      line: id,
      ...(where ? { part: where } : {}),
      ...(words === undefined ? {} : { words }),
      ...(put === undefined ? {} : { forChild: put }),
    })
    if (written) onDone()
  }
  if (!form.ready) return null
  return (
    <div class="case__form">
      <CaseForm form={form} onSave={save} onCancel={onDone}>
        <WordsField {...form.field('words')} label={say('balance/words')} hint={say('balance/words-hint')} />
        <SelectField
          {...form.field('part')}
          label={say('balance/where')}
          options={balanceParts.map(value => ({ value, words: say(`balance/part-${value}`) }))}
        />
        <WordsField {...form.field('forChild')} label={say('balance/for-child')} hint={say('balance/for-child-hint')} />
      </CaseForm>
    </div>
  )
}

/** What stands there now where it is something else than before; undefined where it is not. */
function changed(now: string | undefined, before: string): string | undefined {
  const words = (now ?? '').trim()
  return words === before.trim() ? undefined : words
}
