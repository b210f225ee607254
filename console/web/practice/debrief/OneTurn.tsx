import type { DebriefTurn } from '../../../../dialogs/practice/debrief/debrief.ts'
import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'
import { ClassMark } from './ClassMark.tsx'
import { useDebrief } from './DebriefContext.ts'
import { TurnDid } from './TurnDid.tsx'
import { TurnNotes } from './TurnNotes.tsx'
import { TurnSaid } from './TurnSaid.tsx'
import { TurnWhy } from './TurnWhy.tsx'

/** One turn: what was said, its class and why, what it did, what could be worded better, and what was written beside it. */
export function OneTurn({ turn }: { turn: DebriefTurn }) {
  const { say } = useApp()
  const { turns } = useDebrief()
  const words = codeWords(say)
  const said = turns.find(({ number }) => number === turn.number)
  if (!said) return null
  const isRightClosed = turn.counts === 'safety' || turn.counts === 'of-the-talk'
  return (
    <li
      class="turn"
      id={`turn-${turn.number}`}
      tabIndex={-1}
      data-class={turn.class ?? 'waited'}
      data-turn={turn.number}
    >
      <div class="turn__head">
        <h3 class="turn__number">{say('debrief/turn', { number: turn.number })}</h3>
        {turn.class ? <ClassMark code={turn.class} /> : <span class="turn__waited">{words.counts('waited')}</span>}
        {turn.flags.map(flag => (
          <span key={flag} class="turn__flag">
            {words.flag(flag)}
          </span>
        ))}
        {isRightClosed && <span class="turn__right">{words.counts(turn.counts)}</span>}
      </div>
      <div class="turn__parts">
        <TurnSaid turn={turn} said={said} />
        <div class="turn__about">
          <TurnWhy turn={turn} />
          <TurnDid turn={turn} />
        </div>
      </div>
      {turn.missedCue !== undefined && <MissedCue unit={turn.missedCue} />}
      {turn.weak && (
        <p class="turn__better">
          <span class="turn__label">{say('debrief/better')}</span>{' '}
          <q class="turn__words" lang="en" dir="ltr">
            {turn.weak.better.words}
          </q>
        </p>
      )}
      <TurnNotes turn={turn} />
    </li>
  )
}

function MissedCue({ unit }: { unit: string }) {
  const { say } = useApp()
  const { scenario } = useDebrief()
  const detail = scenario.units.find(({ id }) => id === unit)
  return (
    <p class="turn__missed">
      <span class="turn__label">{say('debrief/missed')}</span>{' '}
      {detail?.hint ? say('debrief/missed-hint', { words: detail.hint }) : say('debrief/missed-less')}
    </p>
  )
}
