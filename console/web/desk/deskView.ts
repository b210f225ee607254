import { byUrgency } from '../../casework/episode/byUrgency.ts'
import type { DeskLine } from '../../casework/episode/deskLine.ts'
import type { AskDesk } from '../../contract/cases.ts'

/** What of the lines is shown. */
export interface DeskFilter {
  lateOnly: boolean
  /** A deadline's id: only lines it is still to be done for. */
  clock: string
}

/** The lines to show, what needs someone first on top. */
export const shownLines = (lines: readonly DeskLine[], { lateOnly, clock }: DeskFilter, now: number): DeskLine[] =>
  lines
    .filter(line => !lateOnly || isLate(line, now))
    .filter(({ due }) => clock === '' || due.some(({ id }) => id === clock))
    .toSorted(byUrgency)

export const isLate = ({ due: [first] }: DeskLine, now: number): boolean =>
  first !== undefined && Date.parse(first.due) < now

/** Whether a line belongs among those that were asked for. What a name finds is the server's to say. */
export function belongs(line: DeskLine, { which, interview }: AskDesk, person: string): boolean {
  if (interview !== undefined && !line.interviews.includes(interview)) return false
  if (which === 'closed') return line.state === 'closed'
  if (line.state === 'closed') return false
  if (which === 'to-review') return line.toReview
  if (which === 'sent-back') return line.sentBack > 0
  return which === 'open' || line.worker === person
}

/** Clocks that ran out between two moments, the first first: for saying so as it happens. */
export const ranOut = (lines: readonly DeskLine[], before: number, now: number) =>
  lines.flatMap(line =>
    line.due.filter(({ due }) => Date.parse(due) >= before && Date.parse(due) < now).map(clock => ({ line, clock })),
  )
