import type { InterviewRecord } from '../../../dialogs/record/record.ts'

/** Where an interpreter stands in a talk, from the record alone. */
export interface Interpreting {
  /** An interpreter has been cleared for this talk. */
  cleared: boolean
  /** What the young person said in private about this interpreter; undefined where they have not been asked. */
  content: 'yes' | 'no' | 'not-sure' | undefined
}

export function interpretingIn({ fields }: Pick<InterviewRecord, 'fields'>): Interpreting {
  const clearance = fields['prepare.interpreter']?.entries.at(-1)?.value
  const said = fields['welcome.interpreter']?.entries.at(-1)?.value
  return {
    cleared: clearance?.kind === 'choice' && clearance.option === 'cleared',
    content: said?.kind === 'plain' ? said.said : said?.kind === 'chose-not-to-say' ? 'not-sure' : undefined,
  }
}
