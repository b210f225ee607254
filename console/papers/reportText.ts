import type { CaseReport } from '../casework/report/caseReport.ts'
import type { ReportWords } from '../casework/report/reportWords.ts'
import { csvText } from '../casework/sharing/csvText.ts'
import { lineTitle } from './reportBalance.ts'

/** The report for another system: with codes and times as they are kept. */
export const reportJson = (report: CaseReport): string => `${JSON.stringify(report, null, 2)}\n`

/** The report for a spreadsheet: one thing a row, with when it was, when it was due, whose words it is, and the words. */
export function reportCsv(
  { file, moments, clocks, talks, concerns, told, balance, others, made }: CaseReport,
  words: ReportWords,
): string {
  const { say, time, clock, field, code, voice } = words
  const known = (at: string | null | undefined) => at ?? ''
  type Row = readonly [part: string, what: string, when: string, due: string, whose: string, said: string]
  const row = (
    part: string,
    what: string,
    rest: { when?: string; due?: string; whose?: string; said?: string },
  ): Row => [...([part, what, rest.when ?? '', rest.due ?? '', rest.whose ?? '', rest.said ?? ''] as const)]
  const lines: Row[] = [
    row(say('report/title'), say('sharing/doc-made'), { when: made, said: time(made) }),
    row(say('report/title'), say('sharing/doc-young-person'), { said: file.calledAs ?? say('texts/not-named') }),
    row(say('report/title'), say('sharing/doc-reference'), { said: file.reference ?? '' }),
    ...moments.map(({ moment, at }) =>
      row(say('report/times'), say(`moment/${moment}`), {
        when: known(at),
        said: at === null ? say('case/not-known') : '',
      }),
    ),
    ...clocks.flatMap(({ id, since, due, met, state }) => [
      row(say('report/clocks'), `${clock(id)}: ${say('sharing/doc-since')}`, { when: since }),
      row(say('report/clocks'), clock(id), { when: known(met), due: known(due), said: say(`clock-state/${state}`) }),
    ]),
    ...file.offers.map(({ at, to, outcome, words: said }) =>
      row(say('event/offered'), say(`to/${to}`), {
        when: at,
        said: [say(`offer/${outcome}`), said ?? ''].join(' ').trim(),
      }),
    ),
    ...file.attempts.map(({ at, to, outcome, words: said }) =>
      row(say('event/attempted'), say(`to/${to}`), {
        when: at,
        said: [say(`attempt/${outcome}`), said ?? ''].join(' ').trim(),
      }),
    ),
    ...file.declines.map(({ at, by, words: said }) =>
      row(say('event/declined'), say(`to/${by}`), { when: at, whose: voice(by), said: said ?? '' }),
    ),
    ...file.parentInformation.map(({ at, words: said }) =>
      row(say('event/parentInformation'), '', { when: at, whose: voice('parent-or-carer'), said }),
    ),
    ...talks.flatMap(({ stages }) =>
      stages.flatMap(({ stage, lines: all, choseNotToSay, notAsked }) => {
        const part = stage === null ? say('report/other') : words.stage(stage)
        return [
          ...all.map(line =>
            row(part, field(line.field), {
              ...{ when: line.at, whose: voice(line.voice) },
              said: [...line.codes.map(each => code(line.field, each)), ...line.pieces.map(({ text }) => text)].join(
                '\n',
              ),
            }),
          ),
          ...choseNotToSay.map(each => row(part, field(each), { said: say('told/chose-not-to-say') })),
          ...notAsked.map(each => row(part, field(each), { said: say('report/not-asked') })),
        ]
      }),
    ),
    ...concerns.flatMap(({ kind, raisedAt, referBy, referredAt, said, done }, place) => {
      const kindWords = kind === undefined ? say('concerns/no-kind') : code('concern/concern.kind', kind)
      const part = say('concerns/one', { number: place + 1, kind: kindWords })
      return [
        row(part, say('concerns/raised'), { when: raisedAt }),
        row(part, say('concerns/referred'), { when: known(referredAt), due: referBy }),
        ...said.map(each => row(part, say('texts/said'), { whose: voice(each.voice), said: each.words })),
        ...done.map(each => row(part, say('texts/done'), { said: each })),
      ]
    }),
    ...file.actions.map(({ kind, due, owner, ended, words: said }) =>
      row(say('report/actions'), say(`action/${kind}`), {
        ...{ when: known(ended?.at), due: known(due), whose: say(`owner/${owner}`) },
        said: [ended ? say(`outcome/${ended.outcome}`) : say('sharing/doc-not-yet'), ended?.words ?? '', said ?? '']
          .join(' ')
          .trim(),
      }),
    ),
    ...(balance?.lines ?? []).flatMap(line => {
      const { part, event, voice: whose, at, said, original, written } = line
      const what = lineTitle(line, words)
      return [
        ...(event === undefined
          ? []
          : [
              row(say(`balance/part-${part}`), what, {
                ...{ when: known(at), whose: voice(whose) },
                said: [...said, ...(original ? [original.words] : [])].join('\n'),
              }),
            ]),
        ...(written
          ? [
              row(say(`balance/part-${part}`), what, {
                ...{ when: written.at, whose: voice('practitioner'), said: written.words },
              }),
            ]
          : []),
      ]
    }),
    ...(balance?.scales ?? []).map(({ whose, value, at }) =>
      row(say('balance/scales'), '', {
        ...{ when: at, whose: voice(whose) },
        said: value === 'chose-not-to-say' ? say('told/chose-not-to-say') : String(value),
      }),
    ),
    ...(balance?.mightGo ?? []).map(({ whose, answer, at, words: said }) =>
      row(say('balance/might-go'), say(`might-go/${answer}`), { when: at, whose: voice(whose), said: said ?? '' }),
    ),
    ...told.map(each =>
      row(say('sharing/title'), words.recipient(each), {
        when: known(each.sent.at(-1)?.at),
        said: say('report/parts', { goes: each.goes, kept: each.keptBack }),
      }),
    ),
    ...file.toldBack.map(({ what, at, answer, words: said }) =>
      row(say('report/read-back'), say(`told-back-what/${what}`), {
        ...{ when: at, whose: said === undefined ? '' : voice('young-person') },
        said: [say(`told-back/${answer}`), said ?? ''].join(' ').trim(),
      }),
    ),
  ]
  const rest = others.map(({ type, at, words: said }) =>
    row(say('report/others'), say(`event/${type}`), { when: at, said: said ?? '' }),
  )
  const head = [
    'report/part',
    'sharing/doc-what',
    'sharing/doc-when',
    'sharing/doc-due',
    'sharing/doc-whose',
    'sharing/doc-words',
  ]
  return csvText([head.map(key => say(key)), ...lines, ...rest])
}
