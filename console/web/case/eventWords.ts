import { languageOf } from '../../../locales/languages.ts'
import type { CaseEventBody } from '../../casework/episode/caseEvents.ts'
import { reviewChecks } from '../../casework/review/reviewChoices.ts'
import { senderWords } from '../review/senderWords.ts'
import type { Say } from '../words/ConsoleKey.ts'
import { dayAndTime } from '../words/timeWords.ts'

/** An event in plain words: what it is, and what else it says. Anybody's own words are apart, to be shown as theirs. */
export interface EventWords {
  title: string
  details: readonly string[]
  words: string | undefined
}

export function eventWords(
  body: CaseEventBody,
  { say, language, nameOf }: { say: Say; language: string; nameOf: (id: string) => string },
): EventWords {
  const title = body.type === 'timed' ? say(`moment/${body.moment}`) : say(`event/${body.type}`)
  return { title, details: detailsOf(), words: 'words' in body ? body.words : undefined }

  function detailsOf(): string[] {
    switch (body.type) {
      case 'notified':
        return [
          say(`source/${body.source}`),
          ...(body.reportedByFamily === undefined
            ? []
            : [say(body.reportedByFamily ? 'event/by-family' : 'event/not-by-family')]),
          ...(body.reference === undefined ? [] : [body.reference]),
        ]
      case 'named':
        return [body.calledAs]
      case 'recipientNamed':
        return [body.name, say(`recipient-kind/${body.kind}`)]
      case 'timed':
        return [body.at === null ? say('case/not-known') : dayAndTime(body.at, language)]
      case 'described':
        return body.placingAuthority === undefined ? [] : [body.placingAuthority]
      case 'allocated':
        return [body.worker === null ? say('desk/nobody') : nameOf(body.worker)]
      case 'offered':
        return [say(`means/${body.means}`), say(`to/${body.to}`), say(`offer/${body.outcome}`)]
      case 'attempted':
        return [say(`means/${body.means}`), say(`to/${body.to}`), say(`attempt/${body.outcome}`)]
      case 'declined':
        return [say(`to/${body.by}`)]
      case 'consent':
        return [say(`answer/${body.answer}`)]
      case 'notOffered':
        return [say(`not-offered/${body.reason}`)]
      case 'routed':
        return [say(`way/${body.way}`), ...(body.service === undefined ? [] : [body.service])]
      case 'authorityTold':
        return [body.authority]
      case 'letter':
        return [say(`to/${body.to}`)]
      case 'late':
        return [say(`clock/${body.deadline as 'DL-01'}`), say(`late/${body.reason}`)]
      case 'actionAdded':
        return [
          say(`action/${body.kind}`),
          say(`owner/${body.owner}`),
          ...[body.ownedBy, body.service].flatMap(each => each ?? []),
          ...(body.due === null ? [] : [say('actions/due-at', { when: dayAndTime(body.due, language) })]),
        ]
      case 'actionDone':
        return [say(`outcome/${body.outcome}`), dayAndTime(body.at, language)]
      case 'concernNoted':
        return [...(body.toldTo === undefined ? [] : [body.toldTo]), say(`child-told/${body.childTold}`)]
      case 'balanceLine':
        return [say(`balance/part-${body.part}`)]
      case 'balanceChanged':
        return [
          ...(body.part === undefined ? [] : [say('balance/moved-to', { where: say(`balance/part-${body.part}`) })]),
          ...(body.forChild === undefined ? [] : [`${say('balance/for-child')}: ${body.forChild}`]),
        ]
      case 'scaled':
        return [say(`voice/${body.whose}`), say('value/scale', { value: body.value })]
      case 'mightGoAgain':
        return [say(`voice/${body.whose}`), say(`might-go/${body.answer}`)]
      case 'intelligence':
        return [
          say(`intelligence-kind/${body.kind}`),
          say(`voice/${body.source}`),
          say(`certainty/${body.certainty}`),
          ...(body.relation === undefined ? [] : [body.relation]),
        ]
      case 'intelligenceSent':
        return [say(`sent-by/${body.means}`), dayAndTime(body.at, language)]
      case 'closed':
        return [say(`closing/${body.because}`)]
      case 'toldBack':
        return [
          say(`told-back-what/${body.what}`),
          say(`told-back/${body.answer}`),
          languageOf(body.language).ownName,
          dayAndTime(body.at, language),
        ]
      case 'forwarded':
        return [
          say(`forwarded-to/${body.to}`),
          ...[body.toName].flatMap(each => each ?? []),
          ...(body.consider ? [say(`consider/${body.consider}`)] : []),
          ...[body.need, body.support].flatMap(each => each ?? []),
        ]
      case 'reviewed':
        return [
          say(body.meeting ? `meeting/${body.meeting}` : `reviewer/${body.by}`),
          ...reviewChecks.map(name => `${say(`check/${name}`)} ${say(`check-answer/${body.checks[name]}`)}`),
        ]
      case 'passedOn':
        return [
          say(`pass/${body.what}`),
          say(`passed-to/${body.to}`),
          ...[body.toName].flatMap(each => each ?? []),
          say(`sent-by/${body.means}`),
        ]
      case 'heardBack':
        return [senderWords(body.from, say)]
      case 'followUpHeld':
        return [
          say(`means/${body.means}`),
          say(body.sameWorker ? 'follow/same-worker' : 'follow/other-worker'),
          ...[body.who, body.howTheyAre].flatMap(each => each ?? []),
          `${say('follow/wants-more')} ${say(`wants-more/${body.wantsMore}`)}`,
        ]
      case 'balanceLeftOut':
      case 'sentBack':
      case 'answeredSentBack':
      case 'parentInformation':
      case 'missingAgain':
      case 'sharingAsked':
      case 'sharingDecided':
      case 'shared':
      case 'covered':
      case 'linked':
      case 'reopened':
      case 'withdrawn':
        return []
    }
  }
}
