import type { Because } from '../../../../dialogs/practice/coding/codeQuestion.ts'
import type { QuestionClass, QuestionFlag } from '../../../../dialogs/practice/coding/questionClasses.ts'
import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'
import { ruleWords } from '../ruleWords.ts'

interface Props {
  code: QuestionClass
  flags: readonly QuestionFlag[]
  because: readonly Because[]
}

/** Why something is of its class, what else is about it, and the words that say so. */
export function WhyCoded({ code, flags, because }: Props) {
  const { say } = useApp()
  const words = codeWords(say)
  return (
    <ul class="exercise__why">
      {because.every(each => each.code !== code || ruleWords(each, say) === '') && <li>{words.classIs(code)}</li>}
      {because.map((each, place) => {
        const flag = flags.find(one => one === each.code)
        const rule = flag ? `${words.flag(flag)}: ${words.flagIs(flag)}` : ruleWords(each, say)
        if (rule === '' && each.words === '') return null
        return (
          <li key={place}>
            {rule}{' '}
            {each.words !== '' && (
              <q class="turn__went-by" lang="en" dir="auto">
                {each.words}
              </q>
            )}
          </li>
        )
      })}
    </ul>
  )
}
