import { useApp } from '../session/AppContext.ts'
import type { Fault } from '../shared/Fault.ts'
import { ChoiceField, FormPart, LineField, SelectField, WhenField, YesNoField } from './CaseControls.tsx'
import { accommodations, sources } from './caseChoices.ts'
import { type FactValues, notifiedMoments, notKnown, type previousFields, yesOrNo } from './caseFacts.ts'

interface Props {
  values: FactValues
  onValue: (name: string, value: string) => void
  faults: readonly Fault[]
}

/** What a notification tells of an episode. All of it may be left, and filled in later. */
export function CaseFields({ values, onValue, faults }: Props) {
  const { say } = useApp()
  const field = (id: string) => ({
    id,
    faults,
    value: values[id] ?? '',
    onValue: (value: string) => onValue(id, value),
  })
  return (
    <>
      <FormPart title={say('case/part-who')}>
        <LineField {...field('calledAs')} label={say('case/called-as')} />
        <ChoiceField
          {...field('source')}
          label={say('case/source')}
          options={sources.map(value => ({ value, words: say(`source/${value}`) }))}
          inline
        />
        <YesNoField {...field('reportedByFamily')} label={say('case/reported-by-family')} />
        <LineField {...field('reference')} label={say('case/reference')} hint={say('case/reference-hint')} />
      </FormPart>
      <FormPart title={say('case/part-times')}>
        <p class="govuk-hint">{say('case/times-hint')}</p>
        <div class="case-form__times">
          {notifiedMoments.map(moment => (
            <WhenField
              key={moment}
              {...field(moment)}
              label={say(`moment/${moment}`)}
              notKnown={{
                value: values[notKnown(moment)] ?? '',
                onValue: value => onValue(notKnown(moment), value),
              }}
            />
          ))}
        </div>
      </FormPart>
      <FormPart title={say('case/part-about')}>
        <div class="case-form__pairs">
          {yesOrNo.map(name => (
            <YesNoField key={name} {...field(name)} label={say(`fact/${name}`)} />
          ))}
        </div>
        {values.placedHereByAnother === 'yes' && (
          <LineField {...field('placingAuthority')} label={say('case/placing-authority')} />
        )}
        <SelectField
          {...field('accommodation')}
          label={say('case/accommodation')}
          options={accommodations.map(value => ({ value, words: say(`lives/${value}`) }))}
        />
        <fieldset class="case-form__numbers">
          <legend class="govuk-label govuk-label--s">{say('case/ages')}</legend>
          <p class="govuk-hint">{say('case/ages-hint')}</p>
          <LineField {...field('claimed')} label={say('case/age-claimed')} short />
          <LineField {...field('assessed')} label={say('case/age-assessed')} short />
          <YesNoField {...field('disputed')} label={say('case/age-disputed')} />
        </fieldset>
        <fieldset class="case-form__numbers">
          <legend class="govuk-label govuk-label--s">{say('case/previous')}</legend>
          <p class="govuk-hint">{say('case/previous-hint')}</p>
          {(['days30', 'months12', 'ever'] as const satisfies readonly (keyof typeof previousFields)[]).map(name => (
            <LineField key={name} {...field(name)} label={say(`previous/${name}`)} short />
          ))}
        </fieldset>
      </FormPart>
    </>
  )
}
