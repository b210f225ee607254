import type { Guide } from '../../dialogs/guide/schema.ts'
import type { Intent, Outcome } from '../../dialogs/intent.ts'
import { take } from '../../dialogs/interview.ts'
import { nextStep } from '../../dialogs/plan/nextStep.ts'
import type { NewEvent, RecordedEvent } from '../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'
import { recordFrom, withEvent } from '../../dialogs/record/recordFrom.ts'

const interview = '00000000-0000-4000-8000-000000000000'

/** A numbered id that is a valid uuid. */
export const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** The event as the store would keep it, with the number as its id and a made-up time. */
export function recorded(seq: number, event: NewEvent): RecordedEvent {
  const at = new Date(Date.UTC(2026, 5, 1, 9, 0, seq)).toISOString()
  return { ...event, id: idOf(seq), interview, seq, at, deviceAt: at, by: 'interviewer', from: 'console' }
}

/** A talk held in memory: intents in, events kept, record folded. */
export class Talk {
  readonly events: RecordedEvent[]
  record: InterviewRecord
  readonly guide: Guide

  constructor(guide: Guide) {
    this.guide = guide
    this.events = [
      recorded(1, {
        type: 'opened',
        guide: guide.version,
        regime: 'all-shared',
        voice: 'practitioner',
        language: 'en',
      }),
    ]
    this.record = recordFrom(this.events)
  }

  do(intent: Intent): Outcome {
    const outcome = take(this.guide, this.record, intent, () => [])
    if (outcome.ok) {
      for (const body of outcome.events) {
        const event = recorded(this.record.seq + 1, body)
        this.events.push(event)
        this.record = withEvent(this.record, event)
      }
    }
    return outcome
  }

  /** The prompt now asked, or how the talk stands. */
  get now(): string {
    const step = nextStep(this.guide, this.record)
    return step.kind === 'ask' ? step.prompt.id : step.kind === 'close' ? `closed: ${step.because}` : step.kind
  }

  /** The present values of a field. */
  values(id: string) {
    return (this.record.fields[id]?.entries ?? []).map(entry => entry.value)
  }
}
