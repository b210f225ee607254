import type { CaseEventBody, WrittenMoment } from '../../casework/episode/caseEvents.ts'
import type { CaseFile } from '../../casework/episode/caseFile.ts'
import type { ConsoleKey } from '../words/ConsoleKey.ts'
import { accommodations, sources } from './caseChoices.ts'
import { readMoment, writtenMoment } from './readMoment.ts'

/** What is typed and chosen of a notification, by the field's name. What is not there is left. */
export type FactValues = Readonly<Record<string, string>>

/** A field, and what was wrong with it. */
export interface FactFault {
  field: string
  key: ConsoleKey
}

/** Moments a notification may tell of. Each is its own: a child can be found and not be back. */
export const notifiedMoments = [
  'lastSeen',
  'wentMissing',
  'reported',
  'found',
  'notified',
  'returned',
] as const satisfies readonly WrittenMoment[]

/** Questions with yes, no, or not known yet. */
export const yesOrNo = [
  'lookedAfter',
  'livesHere',
  'placedHereByAnother',
  'placedElsewhere',
  'unaccompanied',
  'mayBeTrafficked',
  'needsInterpreter',
] as const

export const previousFields = { days30: 99, months12: 999, ever: 9_999 } as const
const ageFields = ['claimed', 'assessed'] as const
const oldest = 25

/** What a case knows, as it is shown in the fields. */
export function valuesOf(file: CaseFile): FactValues {
  const { facts, timed } = file
  const asked = (value: boolean | undefined) => (value === undefined ? '' : value ? 'yes' : 'no')
  const text = (value: string | number | undefined) => String(value ?? '')
  const entries: [string, string][] = [
    ['source', file.source],
    ['reportedByFamily', asked(file.reportedByFamily)],
    ['reference', text(file.reference)],
    ['calledAs', text(file.calledAs)],
    ['placingAuthority', text(file.placingAuthority)],
    ['accommodation', text(facts.accommodation)],
    ['disputed', asked(facts.ages?.disputed)],
    ...yesOrNo.map((name): [string, string] => [name, asked(facts[name])]),
    ...ageFields.map((name): [string, string] => [name, text(facts.ages?.[name])]),
    ...previousNames.map((name): [string, string] => [name, text(facts.previous?.[name])]),
    ...notifiedMoments.flatMap((moment): [string, string][] => {
      const at = timed[moment]
      return [
        [moment, at ? writtenMoment(at) : ''],
        [notKnown(moment), at === null ? 'yes' : ''],
      ]
    }),
  ]
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

/** The field that says of a moment that nobody knows it. */
export const notKnown = (moment: string) => `${moment}-not-known`

/** What is to be written for what was filled in, or what is wrong. Only what differs from before; nothing is guessed. */
export function bodiesOf(
  values: FactValues,
  before: FactValues | undefined,
  now: number,
): { bodies: CaseEventBody[]; faults: FactFault[] } {
  const faults: FactFault[] = []
  const value = (name: string) => values[name]?.trim() ?? ''
  const was = (name: string) => before?.[name] ?? ''
  const differs = (name: string) => value(name) !== was(name)
  for (const name of [...emptiable, ...notifiedMoments]) {
    const stillKnown = value(name) !== '' || value(notKnown(name)) !== ''
    if (was(name) !== '' && !stillKnown) faults.push({ field: name, key: 'case/cannot-empty' })
  }

  const source = sources.find(each => each === value('source')) ?? 'other'
  const bodies: CaseEventBody[] = []
  if (before === undefined || ['source', 'reportedByFamily', 'reference'].some(differs)) {
    const reportedByFamily = yes(value('reportedByFamily'))
    bodies.push({
      type: 'notified',
      source,
      ...(reportedByFamily === undefined ? {} : { reportedByFamily }),
      ...(value('reference') === '' ? {} : { reference: value('reference') }),
    })
  }
  if (differs('calledAs') && value('calledAs') !== '') bodies.push({ type: 'named', calledAs: value('calledAs') })
  for (const moment of notifiedMoments) {
    if (!differs(moment) && !differs(notKnown(moment))) continue
    const reading = readMoment(value(moment))
    if (value(notKnown(moment)) !== '') bodies.push({ type: 'timed', moment, at: null })
    else if (reading.kind === 'words') bodies.push({ type: 'timed', moment, at: null, words: reading.words })
    else if (reading.kind === 'problem') faults.push({ field: moment, key: `problem/${reading.problem}` })
    else if (reading.kind === 'at' && isStillToCome(reading.at, now))
      faults.push({ field: moment, key: 'case/still-to-come' })
    else if (reading.kind === 'at') bodies.push({ type: 'timed', moment, at: reading.at })
  }
  const number = (name: string, most: number): number | undefined => {
    const typed = value(name)
    if (typed === '' || !differs(name)) return undefined
    if (/^\d{1,4}$/.test(typed) && Number(typed) <= most) return Number(typed)
    faults.push({ field: name, key: 'case/number' })
    return undefined
  }
  const ages = known({
    claimed: number('claimed', oldest),
    assessed: number('assessed', oldest),
    disputed: differs('disputed') ? yes(value('disputed')) : undefined,
  })
  const previous = known(Object.fromEntries(previousNames.map(name => [name, number(name, previousFields[name])])))
  const facts = known({
    ...Object.fromEntries(yesOrNo.map(name => [name, differs(name) ? yes(value(name)) : undefined])),
    accommodation: differs('accommodation') ? accommodations.find(each => each === value('accommodation')) : undefined,
    ages: Object.keys(ages).length > 0 ? ages : undefined,
    previous: Object.keys(previous).length > 0 ? previous : undefined,
  })
  const placingAuthority = differs('placingAuthority') ? value('placingAuthority') : ''
  if (Object.keys(facts).length > 0 || placingAuthority !== '')
    bodies.push({ type: 'described', facts, ...(placingAuthority === '' ? {} : { placingAuthority }) })
  return { bodies, faults }
}

/** A moment that has been, give or take the clocks of two computers. */
export const isStillToCome = (at: string, now: number): boolean => Date.parse(at) > now + 5 * 60_000

const previousNames = ['days30', 'months12', 'ever'] as const
const emptiable = [
  'calledAs',
  'reference',
  'placingAuthority',
  'accommodation',
  'disputed',
  'reportedByFamily',
  ...yesOrNo,
  ...ageFields,
  ...previousNames,
]

const yes = (value: string): boolean | undefined => (value === 'yes' ? true : value === 'no' ? false : undefined)

type Known<Of> = { [Name in keyof Of]?: Exclude<Of[Name], undefined> }

/** Without what is not known. */
const known = <Of extends object>(all: Of): Known<Of> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Known<Of>
