import { leastQuestions, type ReliableChange, reliableAt } from '../../../../dialogs/practice/progress/changeBetween.ts'
import type { ProgressPoint } from '../../../../dialogs/practice/progress/progressOf.ts'
import { useApp } from '../../session/AppContext.ts'
import { codeWords } from '../codeWords.ts'
import { useProgress } from './ProgressContext.ts'

/** Whether what changed did so by more than chance, since the first talk and since the one before, and how that is worked out. */
export function ChangeFindings() {
  const { say, language } = useApp()
  const { progress } = useProgress()
  const last = progress.points.findLast(({ isRetry }) => !isRetry)?.change
  const { sinceFirst } = progress
  if (!sinceFirst || !last) return null
  const own = progress.points.filter(({ isRetry }) => !isRetry)
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  return (
    <div class="changes">
      <dl class="changes__all">
        <Finding
          label={say('over-time/since-first')}
          change={sinceFirst}
          counts={[countOf(own[0]), countOf(own.at(-1))]}
        />
        {own.length > 2 && (
          <Finding
            label={say('over-time/since-last')}
            change={last}
            counts={[countOf(own.at(-2)), countOf(own.at(-1))]}
          />
        )}
      </dl>
      <p class="changes__how">{say('over-time/how', { least: leastQuestions })}</p>
      <details class="fold">
        <summary>{say('over-time/how-more')}</summary>
        <p class="govuk-body">{say('over-time/how-worked-out', { limit: number.format(reliableAt) })}</p>
        <p class="govuk-body">{say('over-time/how-assumption')}</p>
        <p class="govuk-body">{say('over-time/how-people')}</p>
      </details>
    </div>
  )
}

interface FindingProps {
  label: string
  change: ReliableChange
  /** How many questions were counted in the one and the other. */
  counts: readonly [number, number]
}

const countOf = (point: ProgressPoint | undefined) => point?.scores.recommended.of ?? 0

function Finding({ label, change, counts: [before, after] }: FindingProps) {
  const { say } = useApp()
  const { finding, direction } = change
  return (
    <div class="changes__one" data-finding={finding}>
      <dt>{label}</dt>
      <dd>
        {codeWords(say).change(finding)}
        {finding === 'more-than-chance' && direction && `: ${say(`over-time/went-${direction}`)}`}
      </dd>
      {finding === 'too-few' && <dd class="changes__counts">{say('over-time/counts', { before, after })}</dd>}
    </div>
  )
}
