import type { CaseFile } from '../../casework/episode/caseFile.ts'
import type { ReviewText } from '../../casework/review/reviewChoices.ts'
import type { Say } from '../words/ConsoleKey.ts'
import { dayAndTime } from '../words/timeWords.ts'

export interface PassOnSources {
  file: CaseFile
  say: Say
  language: string
  /** When they were found, and when that was told (ISO 8601 in UTC), where either is known. */
  found: string | undefined
  notified: string | undefined
}

/**
 * A short text for others, of codes and times alone: whose decision a no was, how they were tried to be reached, or that a referral
 * came late. Nobody's words are in it: who may read those is decided where it is decided who is told what. The text about a delay is
 * for a meeting of many, and has no name in it.
 */
export function passOnText(what: ReviewText, { file, say, language, found, notified }: PassOnSources): string {
  const time = (at: string) => dayAndTime(at, language)
  const who = file.calledAs === undefined ? say('texts/not-named') : say('texts/called', { name: file.calledAs })
  const reference = file.reference === undefined ? [] : [say('texts/reference', { reference: file.reference })]
  switch (what) {
    case 'decline':
      return [
        ...[say('pass/decline-title'), who, ...reference],
        ...file.declines.map(({ at, by }) => say('pass/decline-line', { who: say(`to/${by}`), when: time(at) })),
        say('pass/decline-words'),
      ].join('\n')
    case 'attempts':
      return [
        ...[say('pass/attempts-title'), who, ...reference],
        ...attemptsOf(file).map(({ at, means, to, outcome }) =>
          [time(at), say(`means/${means}`), say(`to/${to}`), say(outcome)].join(', '),
        ),
      ].join('\n')
    case 'delay':
      return [
        ...[say('pass/delay-title'), ...reference],
        say('pass/delay-source', { source: say(`source/${file.source}`) }),
        say('pass/delay-found', { when: found === undefined ? say('case/not-known') : time(found) }),
        say('pass/delay-told', { when: notified === undefined ? say('case/not-known') : time(notified) }),
        ...(found !== undefined && notified !== undefined
          ? [
              say('pass/delay-hours', {
                number: Math.max(0, Math.round((Date.parse(notified) - Date.parse(found)) / 3_600_000)),
              }),
            ]
          : []),
      ].join('\n')
  }
}

/** Offers and attempts in the order they were made. */
function attemptsOf({ offers, attempts }: CaseFile) {
  const all = [
    ...offers.map(({ at, means, to, outcome }) => ({ at, means, to, outcome: `offer/${outcome}` as const })),
    ...attempts.map(({ at, means, to, outcome }) => ({ at, means, to, outcome: `attempt/${outcome}` as const })),
  ]
  return all.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}
