import type { BalanceEdits, Written } from './balanceEdits.ts'
import type { BalancePart } from './balanceTerms.ts'
import { type InterviewToWeigh, type Proposal, proposalBefore, proposalsOf } from './proposalsOf.ts'

/** Words a practitioner wrote, and when. */
export interface WrittenWords {
  words: string
  by: string
  at: string
}

/** One line of the balance: what was said as it is in the record, and beside it what a practitioner made of it. */
export interface BalanceLine {
  id: string
  part: BalancePart
  /** What the record says; undefined for a line of the practitioner's own, or where the record cannot be read. */
  said: Proposal | undefined
  /** `changed`: the record says it no longer so. What was written about it stays. */
  standing: 'in-record' | 'changed' | 'own'
  /** Where the record proposed it, where it was moved since. */
  movedFrom: BalancePart | undefined
  written: WrittenWords | undefined
  /** As it is put to the young person. */
  forChild: WrittenWords | undefined
  /** Its newest change, which can be taken back: then what was before is there again. */
  lastChange: string | undefined
  /** The event that left it out, where it is left out. */
  leftOut: string | undefined
}

/** The lines of a balance, those that are left out among them. */
export type Balance = readonly BalanceLine[]

/** What the interviews propose, with what a practitioner did with it. Nothing that was edited is lost when the record goes on. */
export function balanceOf(interviews: readonly InterviewToWeigh[], edits: BalanceEdits): Balance {
  const proposals = proposalsOf(interviews)
  const known = new Set(proposals.map(({ id }) => id))
  const touched = [...new Set([...edits.changes, ...edits.leftOut].map(({ line }) => line))]
  const gone = touched.filter(line => !known.has(line) && !line.startsWith('own/'))
  return [
    ...proposals.map(said => lineOf(said.id, said.part, said, 'in-record', edits)),
    ...gone.map(id => {
      const said = goneBefore(id, interviews)
      return lineOf(id, said?.part ?? 'worries', said, 'changed', edits)
    }),
    ...edits.own.map(own => {
      const line = lineOf(`own/${own.event}`, own.part, undefined, 'own', edits)
      return { ...line, written: line.written ?? { words: own.words, by: own.writtenBy, at: own.time } }
    }),
  ]
}

/** Those of one part that are not left out, in the order they came up. */
export const linesIn = (balance: Balance, part: BalancePart): BalanceLine[] =>
  balance.filter(line => line.part === part && line.leftOut === undefined)

function goneBefore(id: string, interviews: readonly InterviewToWeigh[]): Proposal | undefined {
  const prompt = /^unknown\/(.+)$/.exec(id)?.[1]
  if (prompt === undefined) return proposalBefore(id, interviews)
  return { id, part: 'unknowns', how: prompt === 'no-talk' ? 'no-talk' : 'not-asked', field: prompt, words: [] }
}

function lineOf(
  id: string,
  proposed: BalancePart,
  said: Proposal | undefined,
  standing: BalanceLine['standing'],
  { changes, leftOut }: BalanceEdits,
): BalanceLine {
  const own = changes.filter(({ line }) => line === id)
  const part = own.findLast(change => change.part !== undefined)?.part ?? proposed
  return {
    ...{ id, part, said, standing },
    movedFrom: part === proposed ? undefined : proposed,
    written: newest(own, ({ words }) => words),
    forChild: newest(own, ({ forChild }) => forChild),
    lastChange: own.at(-1)?.event,
    leftOut: leftOut.findLast(({ line }) => line === id)?.event,
  }
}

function newest(
  changes: readonly Written<'balanceChanged'>[],
  of: (change: Written<'balanceChanged'>) => string | undefined,
): WrittenWords | undefined {
  const last = changes.findLast(change => of(change) !== undefined)
  const words = last && of(last)
  return last && words !== undefined ? { words, by: last.writtenBy, at: last.time } : undefined
}
