import type { InterviewRecord } from '../../../dialogs/record/record.ts'

/** Where an interpreter stands in a talk, from the record alone. */
export interface Interpreting {
  /** An interpreter has been cleared for this talk. */
  cleared: boolean
  /** What the young person said in private about this interpreter; undefined where they have not been asked. */
  content: 'yes' | 'no' | 'not-sure' | undefined
}

export function interpretingIn({ fields, flags }: Pick<InterviewRecord, 'fields' | 'flags'>): Interpreting {
  const clearance = fields['prepare.interpreter']?.entries.at(-1)?.value
  const answer = fields['welcome.interpreter']?.entries.at(-1)
  const stopped = flags.findLast(({ flag }) => flag === 'stopped')
  // What they said before a stop was said of somebody else.
  const said = answer && stopped && answer.at <= stopped.at ? undefined : answer?.value
  return {
    cleared: clearance?.kind === 'choice' && clearance.option === 'cleared',
    content: said?.kind === 'plain' ? said.said : said?.kind === 'chose-not-to-say' ? 'not-sure' : undefined,
  }
}
