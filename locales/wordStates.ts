/** How far people have come with the words of one string. */
export type ReviewState = 'draft' | 'checked' | 'signed'

/** `stale`: the English is another now, or nobody wrote down which it was. `missing`: there are no words. */
export const wordStates = ['signed', 'checked', 'draft', 'stale', 'missing'] as const
export type WordState = (typeof wordStates)[number]

/** How many strings are in each state. */
export type Progress = Readonly<Record<WordState, number>> & { readonly total: number }

export function progressOf(states: readonly WordState[]): Progress {
  const count = (state: WordState) => states.filter(each => each === state).length
  return {
    signed: count('signed'),
    checked: count('checked'),
    draft: count('draft'),
    stale: count('stale'),
    missing: count('missing'),
    total: states.length,
  }
}
