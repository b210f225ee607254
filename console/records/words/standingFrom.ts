import { hashOf, type ReviewEntry, stateFrom } from '../../../locales/review.ts'
import type { ReviewState, WordState } from '../../../locales/wordStates.ts'

/** One thing done here to one string. */
export interface WordChange {
  /** Counted for each string from 1. */
  number: number
  at: Date
  by: string
  /** Hash of the English it was made for. */
  english: string
  text: string
  state: ReviewState | 'stale'
  note: string
  backTranslation: string
}

/** One string as it stands here. */
export interface WordStanding {
  /** What is said; empty where there are no words. */
  text: string
  state: WordState
  /** Who brought it to this state, and when: someone with an account here, or whom the files name. */
  by: { person: string } | { name: string } | null
  at: string | null
  /** Who wrote the present words here; null where they came with this version. */
  writer: string | null
  note: string
  backTranslation: string
  /** Number of the newest change, for whatever English. */
  seen: number
}

/** What came with this version. */
export interface ShippedWord {
  english: string
  text: string | undefined
  entry: ReviewEntry | undefined
}

/**
 * Where a string stands: the changes made here for the present English, in their order, over what came with this version.
 * A change made for another English counts for nothing, whatever it was.
 */
export function standingFrom({ english, text = '', entry }: ShippedWord, changes: readonly WordChange[]): WordStanding {
  const present = hashOf(english)
  const state = stateFrom(entry, english, text)
  const isSaid = entry !== undefined && state === entry.state
  const shipped: WordStanding = {
    text,
    state,
    by: isSaid && entry.by !== undefined ? { name: entry.by } : null,
    at: (isSaid ? entry.at : undefined) ?? null,
    writer: null,
    note: '',
    backTranslation: '',
    seen: changes.at(-1)?.number ?? 0,
  }
  return changes.filter(change => change.english === present).reduce(after, shipped)
}

function after(before: WordStanding, change: WordChange): WordStanding {
  const { text, state, note, backTranslation } = change
  const isSame = text === before.text && state === before.state
  const who = isSame ? {} : { by: { person: change.by }, at: change.at.toISOString() }
  const writer = text === before.text ? before.writer : change.by
  return { ...before, ...who, text, state, writer, note, backTranslation }
}
