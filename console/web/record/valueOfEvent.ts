import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import type { Value } from '../../../dialogs/record/record.ts'

/** The value an event gave to its field; none where it gave none. */
export function valueOfEvent(event: RecordedEvent): Value | undefined {
  switch (event.type) {
    case 'said':
      return { kind: 'said' }
    case 'accounted':
      return { kind: 'account', words: event.words, ...(event.original ? { original: event.original } : {}) }
    case 'answered':
      return event.answer
    case 'choseNotToSay':
      return { kind: 'chose-not-to-say' }
    case 'covered':
      return {
        kind: 'coverage',
        told: event.told,
        ...(event.detail === undefined ? {} : { detail: event.detail }),
        ...(event.because === undefined ? {} : { because: event.because }),
      }
    default:
      return undefined
  }
}
