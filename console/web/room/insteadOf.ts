import type { Intent } from '../../../dialogs/intent.ts'
import type { InterviewRecord } from '../../../dialogs/record/record.ts'
import { concernField } from '../../../dialogs/record/recordFrom.ts'
import type { Refused } from '../live/pending.ts'

/** The field an intent would change, where it changes one. */
export function fieldOf(intent: Intent): string | undefined {
  if (intent.do === 'cover') return intent.coverage
  if (intent.do !== 'account' && intent.do !== 'answer' && intent.do !== 'rather-not') return undefined
  return intent.concern && intent.prompt ? concernField(intent.concern, intent.prompt) : intent.prompt
}

/** The same intent as a correction of what someone else recorded meanwhile; none where it is no longer there to correct. */
export function insteadOf(refused: Refused, record: InterviewRecord): Intent | undefined {
  if (refused.pending.kind !== 'reply') return undefined
  const { intent } = refused.pending.payload
  const { do: done } = intent
  if (done !== 'cover' && done !== 'account' && done !== 'answer' && done !== 'rather-not') return undefined
  const theirs = new Set(refused.theirs.map(event => event.id))
  const entries = record.fields[fieldOf(intent) ?? '']?.entries ?? []
  const present = entries.findLast(entry => theirs.has(entry.event)) ?? entries.at(-1)
  if (!present) return intent
  return { ...intent, voice: intent.voice ?? present.voice, corrects: present.event }
}
