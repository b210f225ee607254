import type { RecordedEvent, Voice } from '../../../dialogs/record/events.ts'
import type { CaseEventBody } from '../episode/caseEvents.ts'
import type { Coded } from './exportLine.ts'

/** Voices whose words are about other people too. */
export type OthersVoice = 'parent-or-carer' | 'third-party'
/** Whether it is the voice of neither the young person, whoever interprets for them, nor a practitioner. */
export const isOthers = (voice: Voice | undefined): voice is OthersVoice =>
  voice === 'parent-or-carer' || voice === 'third-party'

/**
 * What someone else said, by the case: a parent's or carer's information, that they said no, whose view it is that they might
 * go missing again, and what a practitioner made of what others said in the talk.
 */
export function othersVoiceIn(body: CaseEventBody, events: readonly RecordedEvent[]): OthersVoice | undefined {
  if (body.type === 'parentInformation') return 'parent-or-carer'
  if (body.type === 'heardBack') return 'third-party'
  if (body.type === 'declined') return body.by === 'parent-or-carer' ? body.by : undefined
  if (body.type === 'mightGoAgain') return isOthers(body.whose) ? body.whose : undefined
  if (body.type !== 'balanceChanged') return undefined
  const voice = events.find(({ id }) => id === body.line)?.voice
  return isOthers(voice) ? voice : undefined
}

type AsSaid = Extract<CaseEventBody, { type: 'parentInformation' | 'heardBack' | 'declined' | 'mightGoAgain' }>
/** Whether its words are what someone said, and not what a practitioner made of it. */
export const isAsSaid = (body: CaseEventBody): body is AsSaid =>
  body.type === 'parentInformation' ||
  body.type === 'heardBack' ||
  body.type === 'declined' ||
  body.type === 'mightGoAgain'

/** What an event tells, and in whose voice. */
export interface ToldInCase {
  voice: Voice
  coded: Coded | null
  words: readonly (readonly [place: string, text: string | undefined])[]
}

/**
 * What of a case's event is about the young person: what was done for them, what they said to it, and how they were weighed.
 * NB: what is written down for the police alone is not in it, nor who is called what.
 */
export function toldInCase(body: CaseEventBody): ToldInCase | undefined {
  switch (body.type) {
    case 'offered':
    case 'attempted':
    case 'actionDone':
    case 'concernNoted':
    case 'reviewed':
    case 'sentBack':
    case 'answeredSentBack':
      return { voice: 'practitioner', coded: whenOf(body.at), words: [['words', body.words]] }
    case 'declined':
    case 'toldBack':
      return { voice: 'young-person', coded: whenOf(body.at), words: [['words', body.words]] }
    case 'late':
    case 'sharingAsked':
      return inWords('young-person', [['words', body.words]])
    case 'balanceLine':
    case 'actionAdded':
    case 'notOffered':
    case 'closed':
    case 'reopened':
    case 'routed':
    case 'authorityTold':
      return inWords('practitioner', [['words', body.words]])
    case 'sharingDecided':
      return inWords('practitioner', [['why', body.why]])
    case 'balanceChanged':
      return inWords('practitioner', [
        ['words', body.words],
        ['for-child', body.forChild],
      ])
    case 'forwarded':
      return inWords('practitioner', [
        ['need', body.need],
        ['support', body.support],
        ['words', body.words],
      ])
    case 'followUpHeld': {
      const words = [['how', body.howTheyAre] as const, ['words', body.words] as const]
      return { voice: 'practitioner', coded: whenOf(body.at), words }
    }
    case 'scaled':
      return { voice: body.whose, coded: { kind: 'scale', value: body.value }, words: [['words', body.words]] }
    case 'mightGoAgain': {
      const coded: Coded | null = body.answer === 'not-sure' ? null : { kind: 'coverage', told: body.answer }
      return { voice: body.whose, coded, words: [['words', body.words]] }
    }
    case 'notified':
    case 'named':
    case 'timed':
    case 'described':
    case 'allocated':
    case 'consent':
    case 'letter':
    case 'parentInformation':
    case 'covered':
    case 'missingAgain':
    case 'recipientNamed':
    case 'shared':
    case 'withdrawn':
    case 'balanceLeftOut':
    case 'intelligence':
    case 'intelligenceSent':
    case 'linked':
    case 'passedOn':
    case 'heardBack':
      return undefined
  }
}

/** Nothing where nobody wrote any. */
const inWords = (voice: Voice, words: ToldInCase['words']): ToldInCase | undefined =>
  words.some(([, text]) => text !== undefined) ? { voice, coded: null, words } : undefined

const whenOf = (at: string): Coded => ({ kind: 'when', ...londonTime(at) })

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function londonTime(at: string): { date: string; time: string } {
  const [date = '', time = ''] = london.format(new Date(at)).split(', ')
  return { date, time }
}
