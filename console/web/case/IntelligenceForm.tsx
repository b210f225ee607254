import { useState } from 'preact/hooks'
import type { IntelligenceItem } from '../../casework/intelligence/intelligence.ts'
import { useApp } from '../session/AppContext.ts'
import { ChoiceField, LineField, SelectField, WordsField } from './CaseControls.tsx'
import { CaseForm } from './CaseForm.tsx'
import { certainties, intelligenceKinds, reveals, voices } from './caseChoices.ts'
import type { FactFault, FactValues } from './caseFacts.ts'
import { useCaseForm } from './useCaseForm.ts'

/** Writes down one thing for police, or writes it anew. Who it comes from and how they know it are two questions. */
export function IntelligenceForm({ item, onDone }: { item?: IntelligenceItem; onDone: () => void }) {
  const { say } = useApp()
  const [usual] = useState(() => valuesOf(item))
  const place = `intelligence-${item?.event ?? 'new'}`
  const form = useCaseForm(place, `${place}-`, usual)
  const { values } = form
  const save = async () => {
    const kind = intelligenceKinds.find(each => each === values.kind)
    const source = voices.find(each => each === values.source)
    const certainty = certainties.find(each => each === values.certainty)
    const could = reveals.find(each => each === values.reveals)
    const words = values.words?.trim()
    const third = values.third
    const wrong: FactFault[] = []
    if (!kind) wrong.push({ field: 'kind', key: 'case/choose' })
    if (!words) wrong.push({ field: 'words', key: 'intelligence/words-missing' })
    if (!source) wrong.push({ field: 'source', key: 'case/choose' })
    if (!certainty) wrong.push({ field: 'certainty', key: 'case/choose' })
    if (third !== 'yes' && third !== 'no') wrong.push({ field: 'third', key: 'case/choose' })
    if (!could) wrong.push({ field: 'reveals', key: 'case/choose' })
    form.show(wrong)
    if (!kind || !words || !source || !certainty || !could || wrong.length > 0) return
    const relation = kind === 'person' ? values.relation?.trim() : undefined
    const knownToChildAs = values.known?.trim()
    const careful = values.careful?.trim()
    const written = await form.write({
      type: 'intelligence',
      ...{ kind, words, source, certainty, thirdParty: third === 'yes' },
      handling: { reveals: could, ...(careful ? { careful } : {}) },
      ...(relation ? { relation } : {}),
      ...(knownToChildAs ? { knownToChildAs } : {}),
      ...(item?.from ? { from: item.from } : {}),
      ...(item ? { replaces: item.event } : {}),
    })
    if (written) onDone()
  }
  if (!form.ready) return null
  return (
    <div class="case__form no-print">
      <CaseForm form={form} onSave={save} onCancel={onDone}>
        <SelectField
          {...form.field('kind')}
          label={say('intelligence/kind')}
          options={intelligenceKinds.map(value => ({ value, words: say(`intelligence-kind/${value}`) }))}
        />
        <WordsField {...form.field('words')} label={say('intelligence/words')} hint={say('intelligence/words-hint')} />
        {values.kind === 'person' && <LineField {...form.field('relation')} label={say('intelligence/relation')} />}
        <LineField {...form.field('known')} label={say('intelligence/known-as')} />
        <SelectField
          {...form.field('source')}
          label={say('intelligence/source')}
          options={voices.map(value => ({ value, words: say(`voice/${value}`) }))}
        />
        <ChoiceField
          {...form.field('certainty')}
          label={say('intelligence/certainty')}
          options={certainties.map(value => ({ value, words: say(`certainty/${value}`) }))}
        />
        <ChoiceField
          {...form.field('third')}
          label={say('intelligence/third-party')}
          options={[
            { value: 'yes', words: say('case/yes') },
            { value: 'no', words: say('case/no') },
          ]}
          inline
        />
        <ChoiceField
          {...form.field('reveals')}
          label={say('intelligence/reveals')}
          options={reveals.map(value => ({ value, words: say(`reveals/${value}`) }))}
        />
        <WordsField {...form.field('careful')} label={say('intelligence/careful')} />
      </CaseForm>
    </div>
  )
}

function valuesOf(item: IntelligenceItem | undefined): FactValues {
  if (!item) return {}
  const { kind, words, relation = '', knownToChildAs = '', source, certainty, thirdParty, handling } = item
  return {
    ...{ kind, words, relation, known: knownToChildAs, source, certainty, third: thirdParty ? 'yes' : 'no' },
    ...{ reveals: handling.reveals, careful: handling.careful ?? '' },
  }
}
