import type { Profile } from '../scenario/terms.ts'

/** A number and where it is from. What has no source is an assumption, and the pages say so. */
export interface Sourced {
  value: number
  source?: string
}

/** What drives how much a young person tells, and what they say that did not happen. All values are per question. */
export interface ProfileNumbers {
  /** Details told to an invitation, cued invitation or directive question. */
  recommended: Sourced
  /** Details told to an option-posing or suggestive question. */
  other: Sourced
  /** Chance of something that did not happen, by who was asked how. */
  mistakes: { recommended: Sourced; other: Sourced }
  /** Chance of saying yes to something that did not happen, when it is put to them; and when they are pressed besides. */
  accepts: { led: Sourced; pressed: Sourced }
}

const sun = 'Sun 2025, PLOS ONE 20(2):e0316317'
const garven = 'Garven 1998'
const assumed = (value: number): Sourced => ({ value })

/** NB: nothing was found on teenagers after a missing episode: every number of that profile is an assumption. */
export const profiles: Readonly<Record<Profile, ProfileNumbers>> = {
  'cooperative-young': {
    recommended: { value: 1.578, source: sun },
    other: { value: 0.965, source: sun },
    mistakes: { recommended: { value: 0.176, source: sun }, other: { value: 0.121, source: sun } },
    accepts: { led: { value: 0.17, source: garven }, pressed: { value: 0.58, source: garven } },
  },
  teenage: {
    recommended: assumed(1.4),
    other: assumed(0.4),
    mistakes: { recommended: assumed(0), other: assumed(0) },
    accepts: { led: assumed(0.05), pressed: assumed(0.15) },
  },
}
