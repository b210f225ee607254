import type { Guide } from '../../../dialogs/guide/schema.ts'
import { isDue } from '../../../dialogs/plan/isDue.ts'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import { recordFrom, withEvent } from '../../../dialogs/record/recordFrom.ts'
import type { InterviewTimes } from './caseFile.ts'

/** How far an interview has been gone through. */
export interface TimesSoFar {
  record: InterviewRecord
  /** When it first came to its end, whatever came after. */
  ended: string | null
}

/** Goes on through what followed, so that a long talk is not gone through again at each of its turns. Undefined for no event. */
export function timesAfter(
  guideOf: (version: number) => Guide,
  before: TimesSoFar | undefined,
  events: readonly RecordedEvent[],
): TimesSoFar | undefined {
  const [first] = events
  if (!before) return first && timesAfter(guideOf, { record: recordFrom([first]), ended: null }, events.slice(1))
  let { record, ended } = before
  const guide = guideOf(record.guide)
  for (const event of events) {
    record = withEvent(record, event)
    if (ended === null && isOver(guide, record)) ended = event.at
  }
  return { record, ended }
}

/**
 * What an interview adds to its case's clocks. It was held when, for the first time, nothing was left to ask the young person,
 * or the talk was stopped; either only after something beyond the welcome had come up with them. Someone who was greeted
 * and said no, who was not reached, or whose talk was merely left, has not been heard. What the practitioner
 * writes afterwards does not move the time, nor does going on again later.
 */
export function timesOf({ record, ended }: TimesSoFar): InterviewTimes {
  const { path, concerns } = record
  return {
    held: path === 'talk' ? ended : null,
    concerns: concerns.map(({ raisedAt }) => raisedAt),
    concernIds: concerns.map(({ id }) => id),
  }
}

function isOver(guide: Guide, record: InterviewRecord): boolean {
  if (record.path !== 'talk' || !hasBegun(guide, record)) return false
  if (record.state === 'stopped') return true
  // The prompt that is open has not been moved on from: an account may still be added to.
  const open = record.at === undefined ? undefined : promptsIn(guide).get(record.at)
  if (open && !open.stage.practitionerOnly) return false
  for (const placed of promptsIn(guide).values()) {
    if (!placed.stage.practitionerOnly && isDue(placed, record)) return false
  }
  return true
}

const hasBegun = (guide: Guide, { dealt }: InterviewRecord) =>
  Object.entries(dealt).some(([id, how]) => {
    const stage = promptsIn(guide).get(id)?.stage
    return how === 'answered' && stage !== undefined && !stage.practitionerOnly && stage.id !== 'welcome'
  })
