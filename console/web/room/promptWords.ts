import type { AgeBand, Prompt } from '../../../dialogs/guide/schema.ts'
import { promptWordsKey } from '../../../dialogs/guide/wordKeys.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import type { Words } from '../../../locales/translator.ts'

/** What fills the places left open in the guide's words. */
export interface Filling {
  recipients: string
  reachMe: string
  helplines: string
  practitioner: string
}

/** What is said for a prompt, to someone of this age, where this is done with what they say. */
export function promptWords(prompt: Prompt, record: InterviewRecord, words: Words, filling: Filling): string {
  return words(promptWordsKey(prompt, ageBandOf(record), record.regime), { ...filling })
}

const bands: Readonly<Record<string, AgeBand>> = {
  'under-11': 'under11',
  'from-11-to-15': '11to15',
  'over-15': 'over15',
}

/** The age the words are for: 11 to 15 until it is known. */
export function ageBandOf(record: InterviewRecord): AgeBand {
  const value = record.fields['prepare.age']?.entries.at(-1)?.value
  return (value?.kind === 'choice' ? bands[value.option] : undefined) ?? '11to15'
}
