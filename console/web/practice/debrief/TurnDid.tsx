import type { DebriefTurn } from '../../../../dialogs/practice/debrief/debrief.ts'
import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'
import { useDebrief } from './DebriefContext.ts'
import { effectsByReason } from './effectsByReason.ts'

/** What a turn did: to how they are, each with its reason, and what was told for it. */
export function TurnDid({ turn }: { turn: DebriefTurn }) {
  const { say, language } = useApp()
  const { scenario } = useDebrief()
  const words = codeWords(say)
  const signed = new Intl.NumberFormat(language, { signDisplay: 'always' })
  const effects = effectsByReason(turn.effects)
  const isPlain = turn.told.length === 0 && turn.reply === 'reacts'
  if (effects.length === 0 && isPlain && turn.mistakes.length === 0) return null
  const aboutOf = (unit: string) => scenario.units.find(({ id }) => id === unit)?.about ?? ''
  const mistakeOf = (mistake: string) => scenario.mistakes.find(({ id }) => id === mistake)?.says ?? ''
  return (
    <div class="turn__did">
      <h4 class="turn__label">{say('debrief/did')}</h4>
      <ul>
        {effects.map(({ because, effects: moved }) => (
          <li key={because}>
            {words.effect(because)}:{' '}
            {moved.map(({ on, by }) => (
              <span key={on} class="effect" data-sign={by < 0 === (on === 'pressure') ? 'better' : 'worse'}>
                {say(`debrief/on-${on}`)} <bdi>{signed.format(by).replace('-', '\u2212')}</bdi>
              </span>
            ))}
          </li>
        ))}
        {turn.told.length === 0
          ? turn.reply !== 'reacts' && <li>{words.reply(turn.reply)}</li>
          : turn.told.map(({ unit, how, isFresh }) => (
              <li key={unit}>
                {isFresh ? words.how(how) : say('debrief/told-again')}:{' '}
                <span lang="en" dir="ltr">
                  {aboutOf(unit)}
                </span>
              </li>
            ))}
        {turn.mistakes.map(({ mistake, wasLed }) => (
          <li key={mistake} class="turn__mistake">
            {say(wasLed ? 'debrief/mistake-led' : 'debrief/mistake-own')}{' '}
            <q lang="en" dir="ltr">
              {mistakeOf(mistake)}
            </q>
          </li>
        ))}
      </ul>
    </div>
  )
}
