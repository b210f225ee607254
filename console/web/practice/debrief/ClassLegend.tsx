import { questionClasses } from '../../../../dialogs/practice/coding/questionClasses.ts'
import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'
import { ClassMark } from './ClassMark.tsx'

/** What each class is called and, on asking, what it is. It stays in sight while the talk is read. */
export function ClassLegend() {
  const { say } = useApp()
  const words = codeWords(say)
  return (
    <details class="class-legend">
      <summary class="class-legend__names">
        <span class="govuk-visually-hidden">{say('debrief/legend')}</span>
        {questionClasses.map(code => (
          <ClassMark key={code} code={code} />
        ))}
        <span class="class-legend__more">{say('debrief/legend-more')}</span>
      </summary>
      <dl class="class-legend__are">
        {questionClasses.map(code => (
          <div key={code}>
            <dt>
              <ClassMark code={code} />
            </dt>
            <dd>{words.classIs(code)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
