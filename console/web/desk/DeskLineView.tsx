import type { DeskLine } from '../../casework/episode/deskLine.ts'
import type { InterviewSummary } from '../../records/interviews.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { clockWords } from './clockWords.ts'
import { DueWords } from './DueWords.tsx'

interface Props {
  line: DeskLine
  now: number
  /** Of its newest interview, where that is known here. */
  interview: InterviewSummary['state'] | undefined
}

/** One line of the desk. All of it leads to the case. */
export function DeskLineView({ line, now, interview }: Props) {
  const { say } = useApp()
  const nameOf = usePersonName()
  const { episode, calledAs, state, worker, due, undated, offers, attempts } = line
  const [next] = due
  const overdue = line.actionsDue.filter(at => Date.parse(at) < now).length
  const concerns = due.filter(({ concern }) => concern !== undefined)
  const lateConcerns = concerns.filter(({ due: by }) => Date.parse(by) < now).length
  const flags = [
    line.stillMissing && next !== undefined && say('desk/still-missing'),
    line.lookedAfter && say('desk/looked-after'),
    line.declined && say('desk/declined'),
    line.missingAgain && say('desk/missing-again'),
    line.toReview && say('desk/to-review'),
  ].filter(flag => flag !== false)
  return (
    <li class="desk__one" data-episode={episode}>
      <p class="desk__who">
        <a class="desk__name" href={`/cases/${episode}`}>
          <bdi>{calledAs ?? say('list/not-named')}</bdi>
        </a>
        <span class="desk__with">
          {worker === null ? say('desk/nobody') : say('desk/with', { who: nameOf(worker) })}
        </span>
      </p>
      <p class="desk__due">
        {state === 'closed' && <span class="desk__next">{say('case/closed')}</span>}
        {state === 'open' && next && (
          <>
            <span class="desk__next">{clockWords(say, next)}</span> <DueWords due={next.due} now={now} />
          </>
        )}
        {state === 'open' && !next && (
          <span class="desk__next">
            {line.stillMissing
              ? say('desk/still-missing')
              : undated > 0
                ? say('desk/undated', { number: undated })
                : say('desk/nothing-due')}
          </span>
        )}
      </p>
      <p class="desk__counts">
        {say('desk/counts', { offers, attempts })}
        <span class="desk__interview">
          {interview
            ? say('desk/interview', { state: say(`state/${interview}`) })
            : say(line.interviews.length > 0 ? 'desk/interview-begun' : 'desk/interview-none')}
        </span>
      </p>
      <p class="desk__flags">
        {lateConcerns > 0 && <span class="flag due--late">{say('desk/concerns-late', { count: lateConcerns })}</span>}
        {concerns.length > lateConcerns && (
          <span class="flag">{say('desk/concerns-open', { count: concerns.length - lateConcerns })}</span>
        )}
        {line.sentBack > 0 && <span class="flag due--soon">{say('desk/sent-back')}</span>}
        {overdue > 0 && <span class="flag due--late">{say('desk/actions-late', { count: overdue })}</span>}
        {flags.map(flag => (
          <span key={flag} class="flag">
            {flag}
          </span>
        ))}
      </p>
    </li>
  )
}
