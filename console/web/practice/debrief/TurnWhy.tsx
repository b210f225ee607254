import type { Because } from '../../../../dialogs/practice/coding/codeQuestion.ts'
import type { DebriefTurn } from '../../../../dialogs/practice/debrief/debrief.ts'
import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'
import { ruleWords } from '../ruleWords.ts'

/** Why a turn was coded as it was: the rule in plain words, and the words that it went by. */
export function TurnWhy({ turn }: { turn: DebriefTurn }) {
  const { say } = useApp()
  const words = codeWords(say)
  if (turn.because.length === 0) return null
  return (
    <div class="turn__why">
      <h4 class="turn__label">{say('debrief/why')}</h4>
      <ul>
        {different(turn.because).map((because, place) => {
          const flag = turn.flags.find(each => each === because.code)
          const rule = flag ? `${words.flag(flag)}: ${words.flagIs(flag)}` : ruleWords(because, say)
          return (
            <li key={place}>
              {rule || (turn.class ? words.classIs(turn.class) : '')}{' '}
              {because.words !== '' && because.words.length <= longest && (
                <q class="turn__went-by" lang="en" dir="ltr">
                  {because.words}
                </q>
              )}
            </li>
          )
        })}
        {turn.weak?.reasons.includes('to-interpreter') && <li>{words.weak('to-interpreter')}</li>}
      </ul>
    </div>
  )
}

/** Each rule once for the same words, and for the longest of those that stand in one another. */
const different = (all: readonly Because[]): Because[] =>
  all.filter(
    ({ code, words }, place) =>
      !all.some(
        (other, at) =>
          other.code === code && at !== place && other.words.includes(words) && (other.words !== words || at < place),
      ),
  )

/** Longer than this they are most of what was said, which stands beside it with them marked. */
const longest = 60
