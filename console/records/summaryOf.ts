import type { Guide } from '../../dialogs/guide/schema.ts'
import { nextStep } from '../../dialogs/plan/nextStep.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'
import type { InterviewSummary } from './interviews.ts'

/** The prompt that asks what the young person likes to be called. */
const knownAsPrompt = 'prepare.known-as'

/** An interview's line in the list, from nothing but its record and who opened it. */
export function summaryOf(guide: Guide, record: InterviewRecord, openedBy: string): InterviewSummary {
  const step = nextStep(guide, record)
  return {
    id: record.interview,
    knownAs: knownAsIn(record),
    openedBy,
    openedAt: record.openedAt,
    changedAt: record.changedAt,
    state: step.kind === 'close' ? step.because : stateOf(record),
    stage: step.kind === 'ask' ? step.stage.id : null,
    language: record.language,
    openConcerns: record.concerns.filter(({ dealt }) => guide.concern.prompts.some(({ id }) => dealt[id] === undefined))
      .length,
  }
}

/** Declined or not reached is how it stands, also while what goes with it is still being written down. */
const stateOf = ({ state, path }: InterviewRecord) => (path === 'talk' ? state : path)

/** What the young person likes to be called; null until it is known. */
export function knownAsIn(record: InterviewRecord): string | null {
  const value = record.fields[knownAsPrompt]?.entries.at(-1)?.value
  if (value?.kind === 'text') return value.text
  return value?.kind === 'account' ? value.words : null
}
