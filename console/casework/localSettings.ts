import { z } from 'zod'
import { Regime } from '../../dialogs/guide/schema.ts'
import { directionOf } from '../../locales/languages.ts'
import { ClockReading, defaultReading } from './clocks/clockReading.ts'
import { defaultRouting, defaultScope, RoutingSettings, ScopeSettings } from './episode/scopeSettings.ts'
import { defaultPracticeKept, defaultRetention, PracticeKept, RetentionRule } from './retention.ts'
import { defaultRecipients, Recipient } from './sharing/recipients.ts'

const Line = z.string().trim().min(1).max(300)

/** Something said to a child, with where it comes from and when somebody last checked that it is true here. */
const Sourced = z.strictObject({
  words: Line.describe('In English.'),
  inLanguages: z
    .record(z.string().min(2).max(20), Line)
    .optional()
    .describe('The same in other languages, by their code, so that a whole sentence is in one.'),
  source: Line.describe('A seed item, a page, or the authority itself.'),
  lastChecked: z.iso.date().nullable().describe('YYYY-MM-DD; null for never.'),
})

export const Helpline = z.strictObject({
  name: Line,
  contact: Line.describe('The number, as it is said to a child.'),
  textToo: z.boolean().optional().describe('Whether the number takes text messages as well as calls.'),
  source: Line,
  lastChecked: z.iso
    .date()
    .nullable()
    .describe('When number, hours and cost were checked with the service; null for never.'),
})
/** A service every young person is told of. */
export type Helpline = z.infer<typeof Helpline>

export const LocalService = z.strictObject({
  name: Line,
  whatFor: Line.describe('What it helps with, in a line.'),
  contact: Line.describe('How to reach it.'),
  source: Line,
  lastChecked: z.iso.date().nullable().describe('When it was checked with the service; null for never.'),
})
/** A service near here that can help after a talk (ECRC-174). */
export type LocalService = z.infer<typeof LocalService>

export const LocalSettings = z.strictObject({
  regime: Regime.describe('What the authority does with what was said.'),
  recipients: Sourced.describe('Who gets to read it: completes "All of it goes to ...".'),
  reachMe: Sourced.describe('Ways and times to reach the practitioner: completes "You can reach me like this: ...".'),
  helplines: z.array(Helpline).min(1).max(10),
  reminder: z
    .strictObject({
      hoursBefore: z.number().min(0).max(168).describe('How long before a clock runs out its worker is reminded.'),
      source: Line,
      lastChecked: z.iso.date().nullable(),
    })
    .describe('Whoever is allocated is told once then, and once more when it is late.'),
  clocks: ClockReading.describe('How the clocks of a case are read, and whose.'),
  scope: ScopeSettings.describe('Which children are offered a talk here.'),
  routing: RoutingSettings.describe('How a talk usually comes about with a child who is placed away from here.'),
  shareWith: z
    .array(Recipient)
    .max(30)
    .refine(all => all.some(({ id, kind }) => id === 'childrens-services' && kind === 'services'), {
      error: 'needs childrens-services, of the kind services, so that no safeguarding matter is lost',
    })
    .refine(all => all.every(({ id }) => !id.startsWith('other-')), {
      error: 'has an id that begins with other-, which is kept for those who are named in a case',
    })
    .refine(all => new Set(all.map(({ id }) => id)).size === all.length, { error: 'names someone twice' })
    .refine(all => all.every(({ id, kind }) => id !== 'parent-or-carer' || kind === 'family'), {
      error: 'has parent-or-carer of another kind than family',
    })
    .describe('Who may be told, each with how far they are told without being asked about.'),
  services: z.array(LocalService).max(100).describe('Who can help after a talk, and how to reach them.'),
  retention: z.array(RetentionRule).max(20).describe('For how long records are kept; with none, for good.'),
  practiceKept: PracticeKept.describe('For how long practice talks are kept after the last that happened in them.'),
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
      contact: '116 000',
      textToo: true,
      source: 'runawayhelpline.org.uk, terms page; its hours are not confirmed',
      lastChecked: null,
    },
  ],
  reminder: { hoursBefore: 4, source: 'Return Talk, until the authority sets it', lastChecked: null },
  clocks: defaultReading,
  scope: defaultScope,
  routing: defaultRouting,
  shareWith: [...defaultRecipients],
  services: [],
  retention: [...defaultRetention],
  practiceKept: defaultPracticeKept,
}

/** Rules that nobody has checked: nothing is erased by them. */
export const unverifiedRetention = ({ retention }: Pick<LocalSettings, 'retention'>): RetentionRule[] =>
  retention.filter(({ lastChecked }) => lastChecked === null)

/** A place in the guide's words that local settings fill. */
export type Setting = 'recipients' | 'reachMe' | 'helplines'

/** The settings as they go into what is said. */
export interface SpokenSettings {
  regime: LocalSettings['regime']
  /** By language: what is said there for each. */
  said: Readonly<Record<string, Readonly<Record<Setting, string>>>>
  /** By language: those that are there in English alone. */
  inEnglish: Readonly<Record<string, readonly Setting[]>>
  /** Those that nobody has checked yet: whoever says them checks first. */
  unverified: readonly Setting[]
}

/** A language's words for what the default settings say, and for a number that takes texts too. */
export type DefaultWords = (key: 'recipients' | 'reach-me' | 'call-or-text') => string

/** What is said for the settings in each of these languages. English is always among them. */
export function spokenSettings(
  settings: LocalSettings,
  languages: Readonly<Record<string, DefaultWords>>,
): SpokenSettings {
  const { regime, recipients, reachMe, helplines } = settings
  const others = Object.entries(languages).filter(([language]) => language !== 'en')
  const inOthers = others.map(([language, words]) => [language, saidIn(language, words, settings)] as const)
  return {
    regime,
    said: {
      en: {
        recipients: recipients.words,
        reachMe: reachMe.words,
        helplines: listed('en', languages.en, helplines),
      },
      ...Object.fromEntries(inOthers.map(([language, { said }]) => [language, said])),
    },
    inEnglish: Object.fromEntries(inOthers.map(([language, { inEnglish }]) => [language, inEnglish])),
    unverified: unverifiedIn({ recipients: [recipients], reachMe: [reachMe], helplines }),
  }
}

function saidIn(language: string, words: DefaultWords, settings: LocalSettings) {
  const own = (setting: 'recipients' | 'reachMe', key: 'recipients' | 'reach-me') => {
    const given = settings[setting]
    const isDefault = given.words === defaultSettings[setting].words
    return given.inLanguages?.[language] ?? (isDefault ? words(key) : undefined)
  }
  const recipients = own('recipients', 'recipients')
  const reachMe = own('reachMe', 'reach-me')
  const inEnglish: Setting[] = [
    ...(recipients === undefined ? ['recipients' as const] : []),
    ...(reachMe === undefined ? ['reachMe' as const] : []),
  ]
  const said: Record<Setting, string> = {
    recipients: recipients ?? apart(language, settings.recipients.words),
    reachMe: reachMe ?? apart(language, settings.reachMe.words),
    helplines: listed(language, words, settings.helplines),
  }
  return { said, inEnglish }
}

function listed(language: string, words: DefaultWords | undefined, helplines: LocalSettings['helplines']): string {
  const isRightToLeft = directionOf(language) === 'rtl'
  return helplines
    .map(({ name, contact, textToo }) => {
      const number = apart(language, contact)
      const used = textToo ? `${words?.('call-or-text') ?? 'call or text'} ${number}` : number
      return `${apart(language, name)}${isRightToLeft ? '،' : ','} ${used}`
    })
    .join(isRightToLeft ? '؛ ' : '; ')
}

/** Kept from turning round in words that run the other way: a name or number in Latin letters. */
export const apart = (language: string, text: string) =>
  directionOf(language) === 'rtl' ? `\u2068${text}\u2069` : text

function unverifiedIn<Name extends string>(settings: Record<Name, readonly { lastChecked: string | null }[]>): Name[] {
  const names = Object.keys(settings) as Name[]
  return names.filter(name => settings[name].some(({ lastChecked }) => lastChecked === null))
}
