import type { ReportedLine } from '../casework/balance/balanceReport.ts'
import { balanceParts } from '../casework/balance/balanceTerms.ts'
import type { CaseReport } from '../casework/report/caseReport.ts'
import type { ReportWords } from '../casework/report/reportWords.ts'
import type { Block } from './blocks.ts'
import { heading, note, plain, quote } from './reportBlocks.ts'

/** The balance, part by part: what was said, and apart from it what a practitioner made of it. No level of risk is in it. */
export function balanceBlocks({ balance }: CaseReport, words: ReportWords): Block[] {
  if (balance === null) return []
  const { say, time, voice } = words
  const { lines, scales, mightGo } = balance
  return [
    heading(1, say('balance/title')),
    ...balanceParts.flatMap(part => {
      const own = lines.filter(line => line.part === part)
      return own.length === 0
        ? []
        : [heading(2, say(`balance/part-${part}`)), ...own.flatMap(line => lineBlocks(line, words))]
    }),
    ...(scales.length === 0 ? [] : [heading(2, say('balance/scales')), note(say('balance/scales-why'))]),
    ...scales.flatMap(({ whose, value, at, words: said }) => [
      plain(
        `${voice(whose)}: ${
          value === 'chose-not-to-say'
            ? say('balance/scale-not-say', { when: time(at) })
            : say('balance/scale-one', { value, when: time(at) })
        }`,
      ),
      ...(said === undefined ? [] : [quote(said)]),
    ]),
    ...(mightGo.length === 0 ? [] : [heading(2, say('balance/might-go'))]),
    ...mightGo.flatMap(({ whose, answer, at, words: said }) => [
      plain(`${voice(whose)}: ${say(`might-go/${answer}`)}, ${time(at)}`),
      ...(said === undefined ? [] : [quote(said)]),
    ]),
  ]
}

function lineBlocks(
  { field, said, original, voice: whose, at, written, changedSince }: ReportedLine,
  words: ReportWords,
): Block[] {
  const { say, time, voice } = words
  const about =
    field === undefined ? [] : [plain(field === 'no-talk' ? say('balance/how-no-talk') : words.field(field))]
  const isSaid = field !== undefined && field !== 'no-talk'
  return [
    ...about,
    ...said.map(each => quote(each)),
    ...(original ? [quote(original.words, original.language)] : []),
    ...(isSaid ? [note([voice(whose), ...(at === undefined ? [] : [time(at)])].join('; '))] : []),
    ...(written ? [plain(written.words), note(`${voice('practitioner')}; ${time(written.at)}`)] : []),
    ...(changedSince ? [note(say('balance/changed-since'))] : []),
  ]
}
