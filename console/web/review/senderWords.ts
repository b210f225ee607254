import { readyRecipients } from '../case/caseChoices.ts'
import type { Say } from '../words/ConsoleKey.ts'

/** Whoever it came from, in words: one of those who come with the program, or as it was written. */
export function senderWords(from: string, say: Say): string {
  const known = readyRecipients.find(each => each === from)
  return known === undefined ? from : say(`recipient/${known}`)
}
