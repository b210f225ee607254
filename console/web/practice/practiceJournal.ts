import { type Journal, openJournal } from '../live/journal.ts'

const journals = new Map<string, Promise<Journal>>()

/** What this device keeps of someone's practice: apart from what it keeps of interviews. */
export function practiceJournal(person: string): Promise<Journal> {
  const known = journals.get(person) ?? openJournal(`${person}/practice`)
  journals.set(person, known)
  return known
}
