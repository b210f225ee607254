import { languageOf } from '../../locales/languages.ts'
import type { Action } from '../casework/actions/actions.ts'
import { toldInTalk } from '../casework/actions/concernsOf.ts'
import type { CaseReport, ReportConcern } from '../casework/report/caseReport.ts'
import type { ReportWords } from '../casework/report/reportWords.ts'
import type { Block } from './blocks.ts'
import { fact, heading, list, note, plain, quote, table } from './reportBlocks.ts'

/** Each concern with what was done, in the past tense and with who was told (CHESH-105, CHESH-106); then every action. */
export function concernBlocks({ concerns, file }: CaseReport, words: ReportWords): Block[] {
  const { say, time } = words
  return [
    heading(1, say('report/concerns')),
    ...(concerns.length === 0 ? [plain(say('concerns/none'))] : []),
    ...concerns.flatMap((concern, place) => oneConcern(concern, place + 1, words)),
    heading(1, say('report/actions')),
    ...(file.actions.length === 0 ? [plain(say('texts/nothing'))] : []),
    ...table(
      ['sharing/doc-what', 'report/whose', 'sharing/doc-due', 'case/field-outcome'].map(key => say(key)),
      file.actions.map(action => [
        [say(`action/${action.kind}`), ...(action.words === undefined ? [] : [action.words])].join('. '),
        [say(`owner/${action.owner}`), ...(action.ownedBy === undefined ? [] : [action.ownedBy])].join(', '),
        action.due === null ? say('sharing/doc-no-time') : time(action.due),
        outcomeOf(action, words),
      ]),
      [1.6, 1.2, 1.1, 1.6],
    ),
  ]
}

function oneConcern(concern: ReportConcern, number: number, words: ReportWords): Block[] {
  const { say, time, voice, code } = words
  const { kind, said, raisedAt, referBy, referredAt, notes, done, actions, told } = concern
  const last = notes.at(-1)
  const childTold = last?.childTold ?? toldInTalk(told)
  const toldTo = notes.flatMap(({ toldTo: who, at }) => (who === undefined ? [] : [`${who}, ${time(at)}`]))
  const past = [
    ...done,
    ...actions
      .filter(({ ended }) => ended !== undefined)
      .map(each => `${say(`action/${each.kind}`)}: ${outcomeOf(each, words)}`),
  ]
  const open = actions.filter(({ ended }) => ended === undefined).map(each => say(`action/${each.kind}`))
  const kindWords = kind === undefined ? say('concerns/no-kind') : code('concern/concern.kind', kind)
  return [
    heading(2, say('concerns/one', { number, kind: kindWords })),
    ...(said.length === 0 ? [plain(say('concerns/no-words'))] : []),
    ...said.flatMap(({ words: text, voice: whose, original }) => [
      quote(text),
      ...(original
        ? [
            plain(say('value/original', { language: languageOf(original.language).ownName })),
            quote(original.words, original.language),
          ]
        : []),
      note(voice(whose)),
    ]),
    {
      block: 'facts',
      rows: [
        ...fact(say('concerns/raised'), time(raisedAt)),
        ...fact(say('concerns/refer-by'), time(referBy)),
        ...fact(say('concerns/referred'), referredAt === null ? say('sharing/doc-not-yet') : time(referredAt)),
        ...fact(say('concerns/told-to'), toldTo.length === 0 ? say('concerns/nobody-told') : toldTo.join('; ')),
        ...fact(
          say('concerns/child'),
          [say(`child-told/${childTold}`), ...(last?.words === undefined ? [] : [last.words])].join('. '),
        ),
      ],
    },
    plain(`${say('texts/done')}:`),
    ...(past.length === 0 ? [plain(say('texts/nothing'))] : list(past)),
    ...(open.length === 0 ? [] : [plain(`${say('report/still')}:`), ...list(open)]),
  ]
}

const outcomeOf = ({ ended }: Action, { say, time }: ReportWords): string =>
  ended === undefined
    ? say('sharing/doc-not-yet')
    : [
        `${say(`outcome/${ended.outcome}`)}, ${time(ended.at)}`,
        ...(ended.words === undefined ? [] : [ended.words]),
      ].join('. ')
