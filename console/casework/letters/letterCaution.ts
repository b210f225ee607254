import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import type { CaseConcern } from '../actions/concernsOf.ts'
import type { CaseFile } from '../episode/caseFile.ts'
import type { Recipient } from '../sharing/recipients.ts'
import { choicesFor } from '../sharing/wishesFrom.ts'

/** Why a letter to where they live may put a young person in danger, the gravest alone. */
export type LetterCaution = 'not-safe-to-ask' | 'concern' | 'not-all-known'

/** What is known of a case's interviews. */
export interface KnownInterviews {
  concerns: readonly Pick<CaseConcern, 'told'>[]
  records: readonly InterviewRecord[]
  /** Whether all of them have come, and may be seen by whoever asks. */
  isWhole: boolean
}

/**
 * What to think of before a letter is sent; undefined where nothing on the case speaks against it, which does not mean that it is
 * safe. Any concern counts: the program does not know whom it is about.
 */
export function letterCaution(
  file: Pick<CaseFile, 'sharing' | 'concernNotes' | 'timed'>,
  { concerns, records, isWhole }: KnownInterviews,
): LetterCaution | undefined {
  const asked = choicesFor(parent, file, records).wishes
  const wasUnsafe =
    asked.some(({ answer }) => answer === 'not-asked-unsafe') ||
    file.concernNotes.some(({ childTold }) => childTold === 'not-safe') ||
    concerns.some(({ told }) => told === 'not-told-unsafe')
  if (wasUnsafe) return 'not-safe-to-ask'
  const { concernRaised, immediateRisk } = file.timed
  if (concerns.length > 0 || file.concernNotes.length > 0 || concernRaised || immediateRisk) return 'concern'
  return isWhole ? undefined : 'not-all-known'
}

/** As the case knows them, whatever the settings call them. */
const parent: Recipient = {
  id: 'parent-or-carer',
  kind: 'family',
  inRegime: false,
  source: 'ECRC-139, WAKE-106',
  lastChecked: null,
}
