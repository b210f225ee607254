import {
  type BalanceEdits,
  noBalanceEdits,
  withBalanceEvent,
} from '../../../../console/casework/balance/balanceEdits.ts'
import type { BalanceEventBody } from '../../../../console/casework/balance/balanceEvents.ts'
import type { InterviewToWeigh } from '../../../../console/casework/balance/proposalsOf.ts'
import { guide2 } from '../../../../dialogs/guide/guide.ts'
import type { EventBody, RecordedEvent, Voice } from '../../../../dialogs/record/events.ts'
import { idOf, recorded } from '../../../support/talk.ts'

/** An interview of these events after the one that opened it; whose words they are is the young person's unless they say. */
export function interviewOf(
  ...bodies: (EventBody & { voice?: Voice })[]
): InterviewToWeigh & { events: RecordedEvent[] } {
  const opened: EventBody = { type: 'opened', guide: guide2.version, regime: 'all-shared' }
  const events = [opened, ...bodies].map((body, place) =>
    recorded(place + 1, { voice: 'young-person', language: 'en', ...body }),
  )
  return { events, guide: guide2 }
}

/** The edits of these events, each with an id of its own. Those of `takenBack`, counted from 0, are left out. */
export const editsOf = (bodies: readonly BalanceEventBody[], takenBack: readonly number[] = []): BalanceEdits =>
  bodies.reduce(
    (edits, body, place) =>
      takenBack.includes(place)
        ? edits
        : withBalanceEvent(edits, body, {
            event: idOf(500 + place),
            writtenBy: 'interviewer',
            time: `2026-06-02T09:00:${String(place % 60).padStart(2, '0')}Z`,
          }),
    noBalanceEdits,
  )
