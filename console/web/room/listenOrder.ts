import type { InterviewRecord } from '../../../dialogs/record/record.ts'

/** What is listened for, with what has not come up yet first; otherwise as in the guide. */
export function listenOrder(listenFor: readonly string[], record: Pick<InterviewRecord, 'fields'>): string[] {
  const told = (id: string) => Number(Boolean(record.fields[id]?.entries.length))
  return listenFor.toSorted((a, b) => told(a) - told(b))
}
