import type { Original, Voice } from '../../../dialogs/record/events.ts'
import { type Balance, linesIn } from './balanceOf.ts'
import { type BalancePart, balanceParts } from './balanceTerms.ts'
import type { HowTold } from './proposalsOf.ts'

/** One line of the balance for the child's record. What was said and what was written of it stand apart. */
export interface ReportedLine {
  part: BalancePart
  /** The event of the interview it stands on, by which what may be told to whom is decided; undefined for the practitioner's own. */
  event: string | undefined
  /** Prompt or coverage id, `concern` or `no-talk`; undefined for the practitioner's own. */
  field: string | undefined
  how: HowTold | undefined
  voice: Voice
  /** Server's time, of what was said or else of what was written. */
  at: string | undefined
  /** As it was said. */
  said: readonly string[]
  original: Original | undefined
  /** As the practitioner put it; undefined where it was left as it was said. */
  written: { words: string; by: string; at: string } | undefined
  /** The record says it no longer so. */
  changedSince: boolean
}

/** The balance as lines, part by part. What was left out is not in it. */
export const balanceReport = (balance: Balance): ReportedLine[] =>
  balanceParts.flatMap(part =>
    linesIn(balance, part).map(
      ({ said, written, standing }): ReportedLine => ({
        part,
        event: said?.voice === undefined ? undefined : said.id,
        field: said?.field,
        how: said?.how,
        voice: said?.voice ?? 'practitioner',
        at: said?.at ?? written?.at,
        said: said?.words ?? [],
        original: said?.original,
        written,
        changedSince: standing === 'changed',
      }),
    ),
  )
