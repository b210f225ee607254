import type { DebriefTurn } from '../../../../dialogs/practice/debrief/debrief.ts'
import type { SeenTurn } from '../../../contract/practice.ts'
import { useApp } from '../../session/AppContext.ts'
import { useDebrief } from './DebriefContext.ts'
import { highlighted } from './highlighted.ts'

/** What was said in a turn: the trainee's words, with those that the code went by marked, and the answer. */
export function TurnSaid({ turn, said }: { turn: DebriefTurn; said: SeenTurn }) {
  const { say } = useApp()
  const { scenario, isTrainers } = useDebrief()
  const { reply } = said
  return (
    <div class="turn__said">
      <p lang="en" dir="auto">
        <span class="turn__who">{say(isTrainers ? 'debrief/they-said' : 'debrief/you-said')}</span>{' '}
        {said.said.did === 'said' ? (
          <q class="turn__words">
            {highlighted(
              said.said.words,
              turn.because.map(({ words }) => words),
            ).map(({ text, isMarked }, place) => (isMarked ? <mark key={place}>{text}</mark> : text))}
          </q>
        ) : (
          <span class="turn__seen">{say('debrief/said-nothing')}</span>
        )}
      </p>
      {reply.interpreter && (
        <p class="turn__seen" lang="en" dir="ltr">
          {reply.interpreter}
        </p>
      )}
      <p lang="en" dir="auto">
        <span class="turn__who">{scenario.person.name}</span>{' '}
        {reply.says === '' ? (
          <span class="turn__seen">{say('debrief/no-answer')}</span>
        ) : (
          <q class="turn__words">{reply.says}</q>
        )}
      </p>
      {reply.original && (
        <p class="turn__original" lang={scenario.interpreter?.language ?? ''} dir="auto">
          <q>{reply.original}</q>
        </p>
      )}
      {reply.body && (
        <p class="turn__seen" lang="en" dir="ltr">
          {reply.body}
        </p>
      )}
    </div>
  )
}
