import type { AgeBand, Prompt } from '../../../dialogs/guide/schema.ts'
import { promptWordsKey } from '../../../dialogs/guide/wordKeys.ts'
import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { InterviewRecord, Value } from '../../../dialogs/record/record.ts'
import type { Words } from '../../../locales/translator.ts'
import { valueOfEvent } from '../record/valueOfEvent.ts'

/** What fills the places left open in the guide's words. */
export interface Filling {
  recipients: string
  reachMe: string
  helplines: string
  practitioner: string
}

/** What is said for a prompt, to someone of this age, where this is done with what they say. */
export function promptWords(
  prompt: Prompt,
  record: InterviewRecord,
  words: Words,
  filling: Filling,
  age: AgeBand = ageBandOf(record),
): string {
  return words(promptWordsKey(prompt, age, record.regime), { ...filling })
}

const bands: Readonly<Record<string, AgeBand>> = {
  'under-11': 'under11',
  'from-11-to-15': '11to15',
  'over-15': 'over15',
}

const ageField = 'prepare.age'

/** The age the words are for: 11 to 15 until it is known. */
export const ageBandOf = (record: Pick<InterviewRecord, 'fields'>): AgeBand =>
  bandOf(record.fields[ageField]?.entries.at(-1)?.value)

/** The age the words were for when an event came: a later correction does not change what was said. */
export function ageBandBefore(seq: number, events: readonly RecordedEvent[]): AgeBand {
  const last = events.findLast(event => event.seq < seq && event.type === 'answered' && event.prompt === ageField)
  return bandOf(last && valueOfEvent(last))
}

const bandOf = (value: Value | undefined): AgeBand =>
  (value?.kind === 'choice' ? bands[value.option] : undefined) ?? '11to15'
