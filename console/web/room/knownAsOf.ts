import type { InterviewRecord } from '../../../dialogs/record/record.ts'

/** What the young person likes to be called, once someone has said. */
export function knownAsOf(record: InterviewRecord): string | undefined {
  const value = record.fields['prepare.known-as']?.entries.at(-1)?.value
  if (value?.kind === 'text') return value.text
  return value?.kind === 'account' ? value.words : undefined
}
