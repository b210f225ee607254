import type { Guide } from '../../../dialogs/guide/schema.ts'
import type { Intent } from '../../../dialogs/intent.ts'
import { take } from '../../../dialogs/interview.ts'
import type { Voice } from '../../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'

/** Whose words an intent would be kept as unless someone says otherwise. Asked of the interview itself, so that it agrees. */
export function usualVoice(guide: Guide, record: InterviewRecord, intent: Intent): Voice {
  const outcome = take(guide, record, intent, () => [])
  return (outcome.ok && outcome.events[0]?.voice) || 'practitioner'
}
