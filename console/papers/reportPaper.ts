import { languageOf } from '../../locales/languages.ts'
import type { Translator } from '../../locales/translator.ts'
import type { CaseReport } from '../casework/report/caseReport.ts'
import type { ReportWords } from '../casework/report/reportWords.ts'
import type { Block, DocumentPaper } from './blocks.ts'
import { documentPaper } from './documentPaper.ts'
import type { Paper } from './paper.ts'
import { balanceBlocks } from './reportBalance.ts'
import { fact, heading, note, plain, quote, table } from './reportBlocks.ts'
import { concernBlocks } from './reportConcerns.ts'
import { talkBlocks } from './reportTalks.ts'

/** The report for the child's own record, as PDF and as Word: all of the case, and nothing that nobody wrote. */
export function reportPaper(
  report: CaseReport,
  words: ReportWords,
  translator: Pick<Translator, 'words'>,
): Paper & DocumentPaper {
  const { say, time } = words
  const unchecked = report.told.filter(each => each.unchecked).map(words.recipient)
  return documentPaper(translator, {
    language: words.language,
    title: { talk: say('report/title') },
    foot: { talk: say('report/made', { when: time(report.made) }) },
    english: 'beneath',
    ...(unchecked.length > 0 ? { unchecked: say('report/unchecked', { who: unchecked.join('; ') }) } : {}),
    blocks: [
      ...who(report, words),
      ...concernBlocks(report, words),
      ...times(report, words),
      ...reached(report, words),
      ...report.talks.flatMap(talk => talkBlocks(talk, words)),
      ...balanceBlocks(report, words),
      ...told(report, words),
      ...readBack(report, words),
      ...others(report, words),
    ],
  })
}

function who({ file }: CaseReport, { say }: ReportWords): Block[] {
  const { ages, previous } = file.facts
  const yes = (['lookedAfter', 'placedHereByAnother', 'unaccompanied', 'mayBeTrafficked', 'needsInterpreter'] as const)
    .filter(each => file.facts[each])
    .map(each => say(`fact/${each}`))
  const aged = [
    ...(ages?.claimed === undefined ? [] : [say('texts/age-claimed', { age: ages.claimed })]),
    ...(ages?.assessed === undefined ? [] : [say('texts/age-assessed', { age: ages.assessed })]),
    ...(ages?.disputed ? [say('texts/age-disputed')] : []),
  ]
  const state = file.closedBecause === undefined ? say('report/open') : say(`closing/${file.closedBecause}`)
  return [
    {
      block: 'facts',
      rows: [
        ...fact(say('sharing/doc-young-person'), file.calledAs ?? say('texts/not-named')),
        ...fact(say('sharing/doc-reference'), file.reference),
        ...fact(say('case/source'), say(`source/${file.source}`)),
        ...fact(say('case/ages'), aged.join('. ')),
        ...fact(say('case/part-about'), yes.join('. ')),
        ...fact(say('case/accommodation'), file.facts.accommodation && say(`lives/${file.facts.accommodation}`)),
        ...fact(say('case/placing-authority'), file.placingAuthority),
        ...fact(say('case/previous'), previous?.ever === undefined ? undefined : String(previous.ever)),
        ...fact(say('report/state'), state),
      ],
    },
    note(say('report/voices')),
  ]
}

/** When each thing happened, and both times behind every figure of what was done in time. */
function times({ moments, clocks, file }: CaseReport, { say, time, clock }: ReportWords): Block[] {
  const head = ['report/clock', 'report/from', 'sharing/doc-due', 'sharing/doc-met', 'report/stands']
  return [
    heading(1, say('report/times')),
    {
      block: 'facts',
      rows: moments.flatMap(({ moment, at }) =>
        fact(say(`moment/${moment}`), at === null ? say('case/not-known') : time(at)),
      ),
    },
    ...(clocks.length === 0 ? [] : [heading(1, say('report/clocks'))]),
    ...table(
      head.map(key => say(key)),
      clocks.map(({ id, from, since, due, met, state, reason }) => [
        clock(id),
        `${say(`moment/${from}`)}: ${time(since)}`,
        due === null ? say('sharing/doc-no-time') : time(due),
        met === undefined ? say('sharing/doc-not-yet') : time(met),
        [say(`clock-state/${state}`), ...(reason ? [say(`late/${reason}`)] : [])].join('. '),
      ]),
      [1.6, 1.5, 1.2, 1.2, 1],
    ),
    ...Object.values(file.lateness).flatMap(({ theirWords }) => (theirWords === undefined ? [] : [quote(theirWords)])),
  ]
}

/** Offers and attempts in the order they were made, and whatever came of them. */
function reached({ file }: CaseReport, { say, time, voice }: ReportWords): Block[] {
  const rows = [
    ...file.offers.map(({ at, means, to, outcome, words }) => ({
      ...{ at, what: say('event/offered'), how: [say(`means/${means}`), say(`to/${to}`)] },
      ...{ outcome: say(`offer/${outcome}`), words },
    })),
    ...file.attempts.map(({ at, means, to, outcome, words }) => ({
      ...{ at, what: say('event/attempted'), how: [say(`means/${means}`), say(`to/${to}`)] },
      ...{ outcome: say(`attempt/${outcome}`), words },
    })),
    ...file.letters.map(({ at, to }) => ({
      ...{ at, what: say('event/letter'), how: [say(`to/${to}`)], outcome: '', words: undefined },
    })),
    ...file.missingAgain.map(({ at }) => ({
      ...{ at, what: say('event/missingAgain'), how: [], outcome: '', words: undefined },
    })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const { consent, notOffered } = file
  return [
    heading(1, say('report/reached')),
    ...(rows.length === 0 ? [plain(say('report/none-made'))] : []),
    ...table(
      ['sharing/doc-what', 'sharing/doc-when', 'case/field-means', 'case/field-outcome'].map(key => say(key)),
      rows.map(({ at, what, how, outcome, words }) => [
        what,
        time(at),
        how.join(', '),
        [outcome, ...(words === undefined ? [] : [words])].filter(each => each !== '').join('. '),
      ]),
      [1.2, 1.2, 1.2, 2],
    ),
    ...(consent ? [plain(`${say('event/consent')}: ${say(`answer/${consent.answer}`)}, ${time(consent.at)}`)] : []),
    ...file.declines.flatMap(({ at, by, words }) => [
      plain(`${say('event/declined')}: ${say(`to/${by}`)}, ${time(at)}`),
      ...(words === undefined ? [] : [quote(words), note(voice(by))]),
    ]),
    ...(notOffered
      ? [
          plain(`${say('event/notOffered')}: ${say(`not-offered/${notOffered.reason}`)}`),
          ...(notOffered.words === undefined ? [] : [plain(notOffered.words)]),
        ]
      : []),
    ...(file.parentInformation.length === 0 ? [] : [heading(1, say('event/parentInformation'))]),
    ...file.parentInformation.flatMap(({ at, words }) => [
      quote(words),
      note(`${voice('parent-or-carer')}; ${time(at)}`),
    ]),
  ]
}

function told({ told: all }: CaseReport, { say, time, recipient }: ReportWords): Block[] {
  return [
    heading(1, say('sharing/title')),
    ...table(
      ['report/who', 'report/may', 'report/wishes', 'sharing/sent'].map(key => say(key)),
      all.map(each => [
        recipient(each),
        say('report/parts', { goes: each.goes, kept: each.keptBack }),
        each.wishes.length === 0
          ? say('sharing/not-asked')
          : each.wishes
              .map(({ answer, words }) =>
                [say(`wish/${answer}`), ...(words === undefined ? [] : [`“${words}”`])].join(': '),
              )
              .join('. '),
        each.sent.length === 0
          ? say('sharing/doc-not-yet')
          : each.sent.map(({ at, means }) => `${time(at)}, ${say(`sent-by/${means}`)}`).join('; '),
      ]),
      [1.3, 1.2, 1.8, 1.3],
    ),
  ]
}

/** Whether they have heard what is written of them, and what they said to it. */
function readBack({ file }: CaseReport, { say, time, voice }: ReportWords): Block[] {
  return [
    heading(1, say('report/read-back')),
    ...(file.toldBack.length === 0 ? [plain(say('report/not-read-back'))] : []),
    ...file.toldBack.flatMap(({ what, at, language, answer, words }) => [
      plain(
        [say(`told-back-what/${what}`), time(at), languageOf(language).ownName, say(`told-back/${answer}`)].join('. '),
      ),
      ...(words === undefined ? [] : [quote(words, language), note(voice('young-person'))]),
    ]),
  ]
}

function others({ others: all }: CaseReport, { say, time }: ReportWords): Block[] {
  if (all.length === 0) return []
  return [
    heading(1, say('report/others')),
    ...table(
      ['sharing/doc-what', 'report/written', 'sharing/doc-words'].map(key => say(key)),
      all.map(({ type, at, words }) => [say(`event/${type}`), time(at), words ?? '']),
      [1.3, 1.2, 2.5],
    ),
  ]
}
