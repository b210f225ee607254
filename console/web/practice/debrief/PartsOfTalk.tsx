import type { Check } from '../../../../dialogs/practice/debrief/debrief.ts'
import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'
import { type CheckLine, Checks } from './Checks.tsx'
import { useDebrief } from './DebriefContext.ts'
import { Section } from './Section.tsx'
import { TurnLinks } from './TurnLink.tsx'

/** Opening, confidentiality, support and closing: each scored apart from how questions were asked. */
export function PartsOfTalk() {
  const { say } = useApp()
  const { debrief } = useDebrief()
  const words = codeWords(say)
  return (
    <div class="parts-of-talk">
      <Section id="opening" title={words.measure('opening')}>
        <Checks lines={debrief.opening.map(check => lineOf(check, words.opening(check.check)))} />
      </Section>
      <Confidential />
      <Supported />
      <Section id="closing" title={words.measure('closing')}>
        {debrief.ended === 'left' && <p class="govuk-body">{say('debrief/closing-left')}</p>}
        <Checks lines={debrief.closing.map(check => lineOf(check, words.closing(check.check)))} />
      </Section>
    </div>
  )
}

const lineOf = ({ isDone, turn }: Check<string>, words: string): CheckLine => ({
  ...{ words, isDone },
  ...(turn === undefined ? {} : { turns: [turn] }),
})

function Confidential() {
  const { say } = useApp()
  const { explained, explainedAt, firstDisclosureAt, reminded, promisedAt, brokenAt } =
    useDebrief().debrief.confidentiality
  const words = codeWords(say)
  return (
    <Section id="confidentiality" title={words.measure('confidentiality')}>
      <p class="govuk-body">
        {words.explained(explained)}.{' '}
        {explainedAt.length > 0 && (
          <>
            {say('debrief/explained-at')} <TurnLinks turns={explainedAt} />
          </>
        )}
      </p>
      {firstDisclosureAt !== undefined && (
        <p class="govuk-body">
          {say('debrief/first-disclosure')} <TurnLinks turns={[firstDisclosureAt]} />
        </p>
      )}
      {reminded !== undefined && <Checks lines={[{ words: say('debrief/reminded'), isDone: reminded }]} />}
      {promisedAt.length > 0 && (
        <p class="notice">
          {say('debrief/promised')} <TurnLinks turns={promisedAt} />{' '}
          {brokenAt.length > 0 ? say('debrief/promise-broken') : say('debrief/promise-not-yet')}{' '}
          <TurnLinks turns={brokenAt} />
        </p>
      )}
    </Section>
  )
}

function Supported() {
  const { say } = useApp()
  const { at, spread, disclosures, afterDisclosures, contingentAt } = useDebrief().debrief.support
  return (
    <Section id="support" title={codeWords(say).measure('support')}>
      <p class="govuk-body">
        {say('debrief/support-times', { number: at.length })} <TurnLinks turns={at} />
      </p>
      {at.length > 0 && <p class="govuk-body">{say('debrief/support-spread', { number: spread })}</p>}
      <p class="govuk-body">
        {disclosures === 0
          ? say('debrief/support-none-hard')
          : say('debrief/support-after', { number: afterDisclosures, all: disclosures })}
      </p>
      {contingentAt.length > 0 && (
        <p class="notice">
          {say('debrief/support-praise')} <TurnLinks turns={contingentAt} />
        </p>
      )}
    </Section>
  )
}
