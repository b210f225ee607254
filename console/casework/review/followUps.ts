import type { ActionKind } from '../actions/actionKinds.ts'
import type { Action } from '../actions/actions.ts'

/** The three bands of support after a talk (ECRC-164, ECRC-168 to 173): the first is for everyone, all three are offered where possible. */
export const supportBands = {
  services: ['signposting'],
  contact: ['follow-up-contact'],
  support: ['one-to-one', 'help-to-reach', 'advocacy'],
} as const satisfies Readonly<Record<string, readonly ActionKind[]>>
export type SupportBand = keyof typeof supportBands

/** What was chosen in the talk at `plan.follow-up`, by the band it asks for. What is in none of them asks for nothing yet. */
export const bandChosen: Readonly<Record<string, SupportBand>> = {
  services: 'services',
  'another-talk': 'contact',
  'one-to-one': 'support',
  'help-to-reach-services': 'support',
}

/** What is arranged in a band, as it was added. */
export const arrangedIn = (band: SupportBand, actions: readonly Action[]): Action[] =>
  actions.filter(({ kind }) => supportBands[band].some(each => each === kind))
