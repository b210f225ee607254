import type { DocumentWords } from '../sharing/sharedDocument.ts'
import type { ReportTold } from './caseReport.ts'

/** What the words of a report are, in the language it is written in. */
export interface ReportWords extends Omit<DocumentWords, 'say' | 'recipient' | 'why'> {
  /** Any words of the console's pages. */
  say(key: string, into?: Readonly<Record<string, string | number>>): string
  stage(id: string): string
  recipient(told: Pick<ReportTold, 'recipient' | 'name'>): string
}
