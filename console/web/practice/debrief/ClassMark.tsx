import type { QuestionClass } from '../../../../dialogs/practice/coding/questionClasses.ts'
import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'

/** A class as it is marked everywhere: its letters in its colour and pattern, and its name beside them unless that stands there already. */
export function ClassMark({ code, isNamed = true }: { code: QuestionClass; isNamed?: boolean }) {
  const { say } = useApp()
  return (
    <span class="class-mark" data-class={code}>
      <span class="class-mark__letters" aria-hidden="true">
        {say(`practice/letters-${code}`)}
      </span>
      {isNamed && <span class="class-mark__name">{codeWords(say).class(code)}</span>}
    </span>
  )
}
