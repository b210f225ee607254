import type { Assignment, AttemptLine, CohortResponse, PracticePerson } from '../../../contract/practice.ts'

/** One person of the team, with what a trainer has to see to first. */
export interface CohortLine {
  person: PracticePerson
  /** Talks of theirs that have ended, the newest first. */
  ended: readonly AttemptLine[]
  /** Where they are talking now, or were within the last minutes. */
  now?: AttemptLine
  /** When they last said something in practice, or began; nothing for somebody who never practised. */
  lastAt?: string
  /** What was asked of them and is not done: what is overdue first, then by when it is due. */
  asked: readonly OpenAssignment[]
  done: readonly Assignment[]
  /** Talks in which they doubt a code and nobody has answered. */
  disputed: readonly { attempt: AttemptLine; number: number }[]
}

export interface OpenAssignment extends Assignment {
  isOverdue: boolean
}

/** How long after the last word a talk still counts as going on now. */
export const quietFor = 10 * 60_000

/**
 * The people of a cohort, whoever needs something first: a dispute to answer, then something overdue, then something asked, then
 * trainees before others, and whoever has not practised the longest. `today` is a day in Europe/London, YYYY-MM-DD.
 */
export function cohortLines(
  { people, attempts, assignments, unanswered, lastSaid }: CohortResponse,
  { me, now, today }: { me: string; now: number; today: string },
): readonly CohortLine[] {
  const lines = people
    .filter(({ id }) => id !== me)
    .map((person): CohortLine => {
      const own = attempts.filter(attempt => attempt.person === person.id)
      const asked = assignments.filter(({ trainee }) => trainee === person.id)
      const saidAt = (attempt: AttemptLine) => newest([attempt.beganAt, attempt.endedAt, lastSaid[attempt.id]]) ?? ''
      const current = own.find(attempt => attempt.ended === undefined && now - Date.parse(saidAt(attempt)) < quietFor)
      const lastAt = newest(own.map(saidAt))
      return {
        person,
        ended: own.filter(({ ended }) => ended !== undefined),
        ...(current ? { now: current } : {}),
        ...(lastAt ? { lastAt } : {}),
        asked: asked
          .filter(({ doneWith }) => doneWith === undefined)
          .map(each => ({ ...each, isOverdue: each.due !== undefined && each.due < today }))
          .toSorted((a, b) => (a.due ?? never).localeCompare(b.due ?? never)),
        done: asked.filter(({ doneWith }) => doneWith !== undefined),
        disputed: own.flatMap(attempt => {
          const number = unanswered[attempt.id] ?? 0
          return number > 0 ? [{ attempt, number }] : []
        }),
      }
    })
  return lines.toSorted(
    (a, b) =>
      urgency(b) - urgency(a) ||
      learns(b) - learns(a) ||
      (a.lastAt ?? '').localeCompare(b.lastAt ?? '') ||
      compared(a, b),
  )
}

const never = '9999-12-31'

function urgency({ disputed, asked }: CohortLine): number {
  if (disputed.length > 0) return 3
  if (asked.some(({ isOverdue }) => isOverdue)) return 2
  return asked.length > 0 ? 1 : 0
}

/** Trainees before those who hold talks already and may practise as well. */
const learns = ({ person }: CohortLine) => (person.role === 'trainee' ? 1 : 0)

const newest = (times: readonly (string | undefined)[]): string | undefined =>
  times
    .filter(each => each !== undefined)
    .toSorted()
    .at(-1)

const compared = (a: CohortLine, b: CohortLine) => a.person.id.localeCompare(b.person.id)
