import { useId } from 'preact/hooks'
import { type Scaler, scalers } from '../../casework/balance/balanceTerms.ts'
import type { ScaleMark } from '../../casework/balance/viewsOf.ts'
import { ChoiceField, SelectField, WordsField } from '../case/CaseControls.tsx'
import { CaseForm } from '../case/CaseForm.tsx'
import type { FactFault } from '../case/caseFacts.ts'
import { useCaseForm } from '../case/useCaseForm.ts'
import { useApp } from '../session/AppContext.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { Adding } from './Adding.tsx'
import { NumberLine } from './NumberLine.tsx'
import { TakeBack } from './TakeBack.tsx'

/** What the young person and the practitioner say, each a number of their own, side by side. */
export function Scales({ marks }: { marks: readonly ScaleMark[] }) {
  const { say } = useApp()
  return (
    <section aria-labelledby="scales" class="case__part">
      <h2 class="govuk-heading-m" id="scales">
        {say('balance/scales')}
      </h2>
      <p class="govuk-body">{say('balance/scales-why')}</p>
      <div class="scales">
        {scalers.map(whose => (
          <OneScale key={whose} whose={whose} marks={marks.filter(mark => mark.whose === whose)} />
        ))}
      </div>
      <Adding words={say('balance/scale-add')} form={onDone => <AddNumber onDone={onDone} />} />
    </section>
  )
}

function OneScale({ whose, marks }: { whose: Scaler; marks: readonly ScaleMark[] }) {
  const { say } = useApp()
  const last = marks.at(-1)
  const before = marks.slice(0, -1).toReversed()
  return (
    <div class="scales__one" data-scale={whose}>
      <h3 class="scales__whose">{say(`voice/${whose}`)}</h3>
      <div class="scales__words">
        {last ? <MarkWords mark={last} /> : say('balance/scale-none')} {last?.event && <TakeBack event={last.event} />}
      </div>
      <NumberLine
        value={typeof last?.value === 'number' ? last.value : undefined}
        before={before.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))}
      />
      {last?.words && <p dir="auto">{last.words}</p>}
      {before.length > 0 && (
        <>
          <p class="balance__about">{say('balance/scale-before')}</p>
          <ul class="scales__before">
            {before.map((mark, place) => (
              <li key={place}>
                <MarkWords mark={mark} /> {mark.words && <span dir="auto">{mark.words}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function MarkWords({ mark: { value, at } }: { mark: ScaleMark }) {
  const { say, language } = useApp()
  const when = dayAndTime(at, language)
  return (
    <>
      {typeof value === 'number' ? say('balance/scale-one', { value, when }) : say('balance/scale-not-say', { when })}
    </>
  )
}

/** A number that someone said. `whose` is asked for unless it is known. */
export function AddNumber({ whose, onDone }: { whose?: Scaler; onDone: () => void }) {
  const { say } = useApp()
  const form = useCaseForm(`balance-number-${whose ?? 'any'}`, `${useId()}-`, whose ? { whose } : {})
  const { values } = form
  const save = async () => {
    const chosen = scalers.find(each => each === values.whose)
    const isNumber = /^(\d|10)$/.test(values.value ?? '')
    const wrong: FactFault[] = []
    if (!chosen) wrong.push({ field: 'whose', key: 'case/choose' })
    if (!isNumber) wrong.push({ field: 'value', key: 'case/choose' })
    form.show(wrong)
    if (!chosen || !isNumber) return
    const words = values.words?.trim()
    const at = new Date().toISOString()
    const scaled = { type: 'scaled', whose: chosen, value: Number(values.value), at } as const
    if (await form.write({ ...scaled, ...(words ? { words } : {}) })) onDone()
  }
  if (!form.ready) return null
  return (
    <div class="case__form">
      <CaseForm form={form} onSave={save} onCancel={onDone}>
        {!whose && (
          <ChoiceField
            {...form.field('whose')}
            label={say('balance/scale-whose')}
            options={scalers.map(value => ({ value, words: say(`voice/${value}`) }))}
            inline
          />
        )}
        <SelectField
          {...form.field('value')}
          label={say('balance/scale-value')}
          options={Array.from({ length: 11 }, (_, value) => ({ value: String(value), words: String(value) }))}
        />
        <WordsField {...form.field('words')} label={say('balance/scale-words')} />
      </CaseForm>
    </div>
  )
}
