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

function lineBlocks(line: ReportedLine, words: ReportWords): Block[] {
  const { say, time, voice } = words
  const { event, field, said, original, voice: whose, at, written, changedSince } = line
  const interpreted = whose === 'interpreter' ? [say('report/unverified-words')] : []
  return [
    ...(field === undefined ? [] : [plain(lineTitle(line, words))]),
    ...said.map(each => quote(each)),
    ...(original ? [quote(original.words, original.language)] : []),
    ...(event === undefined
      ? []
      : [note([voice(whose), ...interpreted, ...(at === undefined ? [] : [time(at)])].join('; '))]),
    ...(written ? [plain(written.words), note(`${voice('practitioner')}; ${time(written.at)}`)] : []),
    ...(changedSince ? [note(say('report/said-otherwise'))] : []),
  ]
}

/** What a line answers, and how it was told: without that, a no would read as a yes. Empty for the practitioner's own. */
export function lineTitle({ field, how }: ReportedLine, { say, field: named }: ReportWords): string {
  if (field === undefined || how === undefined) return ''
  if (how === 'no-talk') return say('balance/how-no-talk')
  const name = named(field === 'concern.words' ? `concern/${field}` : field)
  if (how === 'words') return name
  return `${name} – ${say(how === 'nothing-said' || how === 'not-asked' ? `balance/how-${how}` : `told/${how}`)}`
}
