import type { CaseEventBody, WrittenMoment } from '../../casework/episode/caseEvents.ts'
import {
  attemptOutcomes,
  consents,
  decliners,
  means,
  notOfferedReasons,
  offerOutcomes,
  reached,
  ways,
} from './caseChoices.ts'
import type { FactFault, FactValues } from './caseFacts.ts'
import { isStillToCome } from './caseFacts.ts'
import { readMoment } from './readMoment.ts'

/** A field of a short form. */
export type ActField =
  | { kind: 'when'; name: 'at' }
  /** `words`: what the options' words are called by. */
  | { kind: 'choice'; name: string; words: ChoiceWords; options: readonly string[] }
  | { kind: 'words'; name: 'words'; needed?: true }
  | { kind: 'line'; name: 'service' | 'authority'; needed?: true }

export type ChoiceWords = 'means' | 'to' | 'offer' | 'attempt' | 'answer' | 'not-offered' | 'moment' | 'way'

/** Moments that are written down as done. Those a notification tells of are among its facts; those of reviews come with the review. */
export const actMoments = [
  'servicesNotified',
  'servicesAttempted',
  'callNotTaken',
  'calledAgain',
  'attemptRecorded',
  'immediateRisk',
  'concernRaised',
  'referred',
  'informationGiven',
  'informationShared',
  'recorded',
  'sent',
  'received',
  'loaded',
  'supervision',
  'meeting',
  'toldOfMutilation',
  'policeTold',
  'shiftEnded',
] as const satisfies readonly WrittenMoment[]

/** What is told when they are found, where nobody had told it before. */
export const foundMoments = ['found', 'notified', 'returned'] as const satisfies readonly WrittenMoment[]

/** Set beforehand: when the next one is. */
const ahead: readonly string[] = ['supervision', 'meeting', 'shiftEnded']

const at = { kind: 'when', name: 'at' } as const
const words = { kind: 'words', name: 'words' } as const
const choice = (name: string, of: ChoiceWords, options: readonly string[]): ActField => ({
  kind: 'choice',
  name,
  words: of,
  options,
})

/** Whatever is written down as done, with what is asked about it. The time now stands in each until another is typed. */
export const acts = {
  offered: [
    at,
    choice('means', 'means', means),
    choice('to', 'to', reached),
    choice('outcome', 'offer', offerOutcomes),
    words,
  ],
  attempted: [
    at,
    choice('means', 'means', means),
    choice('to', 'to', reached),
    choice('outcome', 'attempt', attemptOutcomes),
    words,
  ],
  declined: [at, choice('by', 'to', decliners), words],
  consent: [at, choice('answer', 'answer', consents)],
  letter: [at, choice('to', 'to', decliners)],
  parentInformation: [at, { ...words, needed: true }],
  missingAgain: [at],
  notOffered: [choice('reason', 'not-offered', notOfferedReasons), words],
  routed: [at, choice('way', 'way', ways), { kind: 'line', name: 'service' }, words],
  authorityTold: [at, { kind: 'line', name: 'authority', needed: true }, words],
  timed: [choice('moment', 'moment', actMoments), at],
} as const satisfies Readonly<Record<string, readonly ActField[]>>
export type Act = keyof typeof acts

/** What is to be written for a form, or what is still missing or wrong in it. */
export function bodyOf(
  act: Act,
  values: FactValues,
  now: number,
): { ok: true; body: CaseEventBody } | { ok: false; faults: FactFault[] } {
  const faults: FactFault[] = []
  const chosen = <Option extends string>(name: string, options: readonly Option[]): Option | undefined => {
    const found = options.find(each => each === values[name])
    if (found === undefined) faults.push({ field: name, key: 'case/choose' })
    return found
  }
  const when = (): string => {
    const reading = readMoment(values.at ?? '')
    if (reading.kind === 'problem') faults.push({ field: 'at', key: `problem/${reading.problem}` })
    else if (reading.kind !== 'at') faults.push({ field: 'at', key: 'case/day-and-time' })
    else if (isStillToCome(reading.at, now) && !ahead.includes(values.moment ?? ''))
      faults.push({ field: 'at', key: 'case/still-to-come' })
    return reading.kind === 'at' ? reading.at : ''
  }
  const said = values.words?.trim() ?? ''
  const withWords = said === '' ? {} : { words: said }
  const made = (): CaseEventBody | undefined => {
    switch (act) {
      case 'offered':
      case 'attempted': {
        const happened = { at: when(), means: chosen('means', means), to: chosen('to', reached) }
        const offer = act === 'offered' ? chosen('outcome', offerOutcomes) : undefined
        const attempt = act === 'attempted' ? chosen('outcome', attemptOutcomes) : undefined
        if (!happened.means || !happened.to) return undefined
        const common = { at: happened.at, means: happened.means, to: happened.to, ...withWords }
        if (offer) return { type: 'offered', ...common, outcome: offer }
        return attempt && { type: 'attempted', ...common, outcome: attempt }
      }
      case 'declined': {
        const [time, by] = [when(), chosen('by', decliners)]
        return by && { type: 'declined', at: time, by, ...withWords }
      }
      case 'consent': {
        const [time, answer] = [when(), chosen('answer', consents)]
        return answer && { type: 'consent', at: time, answer }
      }
      case 'letter': {
        const [time, to] = [when(), chosen('to', decliners)]
        return to && { type: 'letter', at: time, to }
      }
      case 'parentInformation': {
        if (said === '') faults.push({ field: 'words', key: 'case/write-it' })
        return { type: 'parentInformation', at: when(), words: said }
      }
      case 'missingAgain':
        return { type: 'missingAgain', at: when() }
      case 'notOffered': {
        const reason = chosen('reason', notOfferedReasons)
        return reason && { type: 'notOffered', reason, ...withWords }
      }
      case 'routed': {
        const [time, way, service] = [when(), chosen('way', ways), values.service?.trim() ?? '']
        return way && { type: 'routed', at: time, way, ...(service === '' ? {} : { service }), ...withWords }
      }
      case 'authorityTold': {
        const authority = values.authority?.trim() ?? ''
        if (authority === '') faults.push({ field: 'authority', key: 'case/write-who' })
        return { type: 'authorityTold', at: when(), authority, ...withWords }
      }
      case 'timed': {
        const [moment, time] = [chosen('moment', [...foundMoments, ...actMoments]), when()]
        return moment && { type: 'timed', moment, at: time }
      }
    }
  }
  const body = made()
  return body && faults.length === 0 ? { ok: true, body } : { ok: false, faults }
}
