import { randomUUID } from 'node:crypto'
import type { CaseEventBody, RecordedCaseEvent } from '../../../../console/casework/episode/caseEvents.ts'

/** These, as a case's events. */
export function caseEventsOf(...bodies: CaseEventBody[]): RecordedCaseEvent[] {
  const episode = randomUUID()
  return bodies.map((body, place) => ({
    id: randomUUID(),
    episode,
    seq: place + 1,
    by: 'interviewer',
    from: 'console',
    deviceAt: '2026-11-22T12:00:00.000Z',
    recordedAt: '2026-11-22T12:00:00.000Z',
    body,
  }))
}
