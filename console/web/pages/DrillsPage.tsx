import { useState } from 'preact/hooks'
import type { NamingItem, OpeningItem } from '../../../dialogs/practice/drills/drills.ts'
import { nextRound } from '../../../dialogs/practice/drills/nextRound.ts'
import type { DrillResult } from '../../contract/practice.ts'
import { DidNotCome } from '../languages/DidNotCome.tsx'
import { DrillChoice } from '../practice/drills/DrillChoice.tsx'
import { DrillRound } from '../practice/drills/DrillRound.tsx'
import { NamingExercise } from '../practice/drills/NamingExercise.tsx'
import { OpeningExercise } from '../practice/drills/OpeningExercise.tsx'
import { useAnswers } from '../practice/drills/useAnswers.ts'
import { useDrills } from '../practice/drills/useDrills.ts'
import { PracticeFrame } from '../practice/PracticeFrame.tsx'
import { useApp } from '../session/AppContext.ts'

/** How many exercises a round has. */
const lengths = { 'name-that-question': 10, 'open-it-up': 5 } as const

type Round =
  | { drill: 'name-that-question'; items: readonly NamingItem[] }
  | { drill: 'open-it-up'; items: readonly OpeningItem[] }

/** Short exercises beside the talks: naming questions, and opening closed ones up. What was missed comes first next time. */
export function DrillsPage() {
  const { say } = useApp()
  const { here, failed, again } = useDrills()
  const answers = useAnswers()
  const [round, setRound] = useState<{ number: number } & Round>()
  const begin = (drill: Round['drill']) => {
    if (!here) return
    const earlier = answers.results.filter(each => each.drill === drill)
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1))
    const number = (round?.number ?? 0) + 1
    if (drill === 'open-it-up') {
      setRound({ number, drill, items: nextRound(here.drills.opening, earlier, lengths[drill], seed) })
    } else setRound({ number, drill, items: nextRound(here.drills.naming, earlier, lengths[drill], seed) })
  }
  const ways = (drill: Round['drill']) => ({
    code: here?.code ?? noCoder,
    onKeep: answers.keep,
    onAgain: () => begin(drill),
    onLeave: () => setRound(undefined),
  })
  return (
    <PracticeFrame title={say('practice/drills')}>
      {failed && <DidNotCome again={again} />}
      {answers.came === 'failed' && <DidNotCome again={answers.again} />}
      {!failed && answers.came !== 'failed' && (!here || answers.came === 'coming') && (
        <p class="govuk-body" role="status">
          {say('drills/fetching')}
        </p>
      )}
      {answers.unsent.length > 0 && (
        <p class="notice" role="alert">
          {say('drills/unsent', { number: answers.unsent.length })}{' '}
          <button type="button" class="button button--quiet" onClick={() => answers.keep([])}>
            {say('form/try-again')}
          </button>
        </p>
      )}
      {here && answers.came === 'here' && !round && (
        <>
          <p class="govuk-body-l">{say('drills/what-they-are')}</p>
          <ul class="young-people">
            {(['name-that-question', 'open-it-up'] as const satisfies readonly DrillResult['drill'][]).map(drill => (
              <li key={drill}>
                <DrillChoice
                  drill={drill}
                  items={drill === 'open-it-up' ? here.drills.opening : here.drills.naming}
                  results={answers.results}
                  onBegin={() => begin(drill)}
                />
              </li>
            ))}
          </ul>
          <p class="govuk-body">{say('drills/judged-by')}</p>
        </>
      )}
      {round?.drill === 'name-that-question' && (
        <DrillRound {...round} key={round.number} exercise={NamingExercise} {...ways(round.drill)} />
      )}
      {round?.drill === 'open-it-up' && (
        <DrillRound {...round} key={round.number} exercise={OpeningExercise} {...ways(round.drill)} />
      )}
    </PracticeFrame>
  )
}

const noCoder = () => {
  throw new Error('There is nothing to code with yet: begin no round before the drills have come.')
}
