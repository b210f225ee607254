import { z } from 'zod'
import { Regime } from '../../dialogs/guide/schema.ts'
import { defaultRetention, RetentionRule } from './retention.ts'

const Line = z.string().trim().min(1).max(300)

/** Something said to a child, with where it comes from and when somebody last checked that it is true here. */
const Sourced = z.strictObject({
  words: Line,
  source: Line.describe('A seed item, a page, or the authority itself.'),
  lastChecked: z.iso.date().nullable().describe('YYYY-MM-DD; null for never.'),
})

export const Helpline = z.strictObject({
  name: Line,
  contact: Line.describe('The number and how it is used, as it is said to a child.'),
  source: Line,
  lastChecked: z.iso
    .date()
    .nullable()
    .describe('When number, hours and cost were checked with the service; null for never.'),
})
/** A service every young person is told of. */
export type Helpline = z.infer<typeof Helpline>

export const LocalSettings = z.strictObject({
  regime: Regime.describe('What the authority does with what was said.'),
  recipients: Sourced.describe('Who gets to read it: completes "All of it goes to ...".'),
  reachMe: Sourced.describe('Ways and times to reach the practitioner: completes "You can reach me like this: ...".'),
  helplines: z.array(Helpline).min(1).max(10),
  retention: z.array(RetentionRule).max(20).describe('For how long records are kept; with none, for good.'),
})
/** What differs between authorities. What is said to a child is made from it, so that nobody is promised what is not true. */
export type LocalSettings = z.infer<typeof LocalSettings>

/**
 * What holds until an authority sets its own. NB: no helpline here has been checked with the service; hours and cost
 * change, so an authority checks each before use and writes the date.
 */
export const defaultSettings: LocalSettings = {
  regime: 'all-shared',
  recipients: {
    words: 'the council team that keeps children safe, and the police',
    source: 'TORB-049, TORB-050',
    lastChecked: null,
  },
  reachMe: {
    words: 'the number on the card I give you',
    source: 'Return Talk, until the authority sets it',
    lastChecked: null,
  },
  helplines: [
    { name: 'Childline', contact: '0800 1111', source: 'childline.org.uk', lastChecked: null },
    {
      name: 'Runaway Helpline',
      contact: 'call or text 116 000',
      source: 'runawayhelpline.org.uk, terms page; its hours are not confirmed',
      lastChecked: null,
    },
  ],
  retention: [...defaultRetention],
}

/** Rules that nobody has checked: nothing is erased by them. */
export const unverifiedRetention = ({ retention }: Pick<LocalSettings, 'retention'>): RetentionRule[] =>
  retention.filter(({ lastChecked }) => lastChecked === null)

/** The settings as they go into what is said. */
export interface SpokenSettings {
  regime: LocalSettings['regime']
  recipients: string
  reachMe: string
  helplines: string
  /** Those that nobody has checked yet: whoever says them checks first. */
  unverified: readonly ('recipients' | 'reachMe' | 'helplines')[]
}

export function spokenSettings({ regime, recipients, reachMe, helplines }: LocalSettings): SpokenSettings {
  return {
    regime,
    recipients: recipients.words,
    reachMe: reachMe.words,
    helplines: helplines.map(({ name, contact }) => `${name}, ${contact}`).join('; '),
    unverified: unverifiedIn({ recipients: [recipients], reachMe: [reachMe], helplines }),
  }
}

function unverifiedIn<Name extends string>(settings: Record<Name, readonly { lastChecked: string | null }[]>): Name[] {
  const names = Object.keys(settings) as Name[]
  return names.filter(name => settings[name].some(({ lastChecked }) => lastChecked === null))
}
