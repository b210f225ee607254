import type { Voice } from '../../../dialogs/record/events.ts'

/** What has been typed or chosen and not yet kept. Every part may be missing. */
export interface Draft {
  /** What they said, in their words. */
  words?: string
  /** The same as it was said, in the language of the talk, where someone put it into English. */
  original?: string
  voice?: Voice
  option?: string
  options?: readonly string[]
  said?: 'yes' | 'no' | 'rather-not'
  detail?: string
  value?: number
  /** A line or two, or a date or time as said. */
  text?: string
  people?: readonly { called: string; relation: string }[]
  places?: readonly string[]
}

/** Whether nothing in it would be missed. */
export function isBlank(draft: Draft): boolean {
  const { voice: _, ...parts } = draft
  return Object.values(parts).every(part =>
    Array.isArray(part)
      ? part.every(each => (typeof each === 'string' ? !each.trim() : !each.called.trim() && !each.relation.trim()))
      : typeof part === 'string'
        ? part.trim() === ''
        : part === undefined,
  )
}
