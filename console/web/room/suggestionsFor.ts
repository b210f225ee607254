import type { Prompt } from '../../../dialogs/guide/schema.ts'
import type { Suggestion } from '../../../dialogs/hearing/hear.ts'
import type { Entry, InterviewRecord } from '../../../dialogs/record/record.ts'
import type { Hear } from './useHear.ts'

export interface Heard extends Suggestion {
  /** The account it was heard in. */
  account: Entry
}

/** What was heard in the accounts of a field and nobody has kept, put aside or told otherwise: each once. */
export function suggestionsFor(hear: Hear, record: InterviewRecord, prompt: Prompt, field: string): Heard[] {
  const proposed = new Map<string, Heard>()
  for (const account of record.fields[field]?.entries ?? []) {
    if (account.value.kind !== 'account') continue
    for (const suggestion of hear(account.value.words, prompt)) {
      const { coverage } = suggestion
      if (record.fields[coverage]?.entries.length) continue
      if (record.setAside[coverage]?.includes(account.event)) continue
      if (!proposed.has(coverage)) proposed.set(coverage, { ...suggestion, account })
    }
  }
  return [...proposed.values()]
}
