import type { UntoldDetail, UntoldWhy } from '../../../../dialogs/practice/debrief/debrief.ts'
import { PracticeMove } from '../../../../dialogs/practice/scenario/terms.ts'
import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'
import { useDebrief } from './DebriefContext.ts'
import { Section } from './Section.tsx'
import { TurnLinks } from './TurnLink.tsx'

const whys: readonly UntoldWhy[] = ['not-telling', 'asked-closed-and-denied', 'more-to-tell', 'not-asked']

/** Whether nothing in how they were kept it: there is nothing to say of each but what it is. */
const isReady = (why: UntoldWhy) => why === 'more-to-tell' || why === 'not-asked'

/** What stayed untold, by why, and each "don't know" with what was behind it. */
export function UntoldSection() {
  const { say } = useApp()
  const { debrief } = useDebrief()
  const words = codeWords(say)
  return (
    <Section id="untold" title={words.measure('untold')}>
      {debrief.untold.length === 0 && <p class="govuk-body">{say('debrief/untold-none')}</p>}
      {whys.map(why => {
        const details = debrief.untold.filter(each => each.why === why)
        if (details.length === 0) return null
        return (
          <div key={why} class="untold">
            <h3 class="untold__why">
              {words.untold(why)} <span class="untold__number">({details.length})</span>
            </h3>
            <ul class={isReady(why) ? 'untold__names' : 'untold__all'}>
              {details.map(detail => (
                <OneUntold key={detail.unit} detail={detail} />
              ))}
            </ul>
          </div>
        )
      })}
      <DontKnows />
    </Section>
  )
}

function OneUntold({ detail }: { detail: UntoldDetail }) {
  const { say } = useApp()
  const { scenario } = useDebrief()
  const words = codeWords(say)
  const aboutOf = (unit: string) => scenario.units.find(({ id }) => id === unit)?.about ?? ''
  const moves = PracticeMove.options.filter(move => detail.after.includes(move))
  const reasons = detail.gate.map(shut => {
    if (shut === 'trust') return say('debrief/shut-trust', { number: detail.trustShort })
    if (shut === 'needs')
      return say('debrief/shut-needs', { what: detail.needs.map(aboutOf).filter(Boolean).join('; ') })
    if (shut === 'after') return say('debrief/shut-after', { what: moves.map(words.move).join('; ') })
    return say('debrief/shut-pressure')
  })
  return (
    <li class="untold__one">
      <span class="untold__about" lang="en" dir="ltr">
        {aboutOf(detail.unit)}
      </span>{' '}
      {detail.partly && <span class="untold__partly">{words.how(detail.partly)}</span>}
      {(isReady(detail.why) ? [] : reasons).map(reason => (
        <span key={reason} class="untold__reason">
          {reason}
        </span>
      ))}
      {!isReady(detail.why) && <TurnLinks turns={detail.askedAt} />}
    </li>
  )
}

function DontKnows() {
  const { say } = useApp()
  const { dontKnows } = useDebrief().debrief
  if (dontKnows.length === 0) return null
  const reasons = [...new Set(dontKnows.map(({ why }) => why))]
  return (
    <>
      <h3 class="untold__why">{say('debrief/dont-knows')}</h3>
      <ul class="untold__all">
        {reasons.map(reason => (
          <li key={reason} class="untold__one">
            {codeWords(say).dontKnow(reason)}{' '}
            <TurnLinks turns={dontKnows.filter(({ why }) => why === reason).map(({ turn }) => turn)} />
          </li>
        ))}
      </ul>
    </>
  )
}
