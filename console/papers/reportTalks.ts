import { languageOf } from '../../locales/languages.ts'
import type { ReportLine, ReportStage, ReportTalk } from '../casework/report/caseReport.ts'
import type { ReportWords } from '../casework/report/reportWords.ts'
import type { Block } from './blocks.ts'
import { heading, list, note, plain, quote } from './reportBlocks.ts'

/** One talk, stage by stage, in the words that were said. What they chose not to say is never among what was not asked. */
export function talkBlocks({ openedAt, held, language, stages }: ReportTalk, words: ReportWords): Block[] {
  const { say, time } = words
  const ended = held === null ? say('report/not-held') : say('report/held', { when: time(held) })
  const about = [time(openedAt), ended, say('report/in-language', { language: languageOf(language).ownName })]
  return [
    heading(1, say('report/said')),
    note(about.join('. ')),
    ...stages.flatMap(stage => stageBlocks(stage, language, words)),
  ]
}

function stageBlocks(
  { stage, lines, choseNotToSay, notAsked }: ReportStage,
  language: string,
  words: ReportWords,
): Block[] {
  const { say, field } = words
  return [
    heading(2, stage === null ? say('report/other') : words.stage(stage)),
    ...lines.flatMap(line => lineBlocks(line, language, words)),
    ...(choseNotToSay.length === 0
      ? []
      : [plain(`${say('told/chose-not-to-say')}:`), ...list(choseNotToSay.map(field))]),
    ...(notAsked.length === 0 ? [] : [plain(`${say('report/not-asked')}:`), ...list(notAsked.map(field))]),
  ]
}

function lineBlocks(line: ReportLine, language: string, { say, field, code, voice, time }: ReportWords): Block[] {
  const coded = line.codes.map(each => code(line.field, each)).join('; ')
  return [
    plain(coded === '' ? field(line.field) : `${field(line.field)} – ${coded}`),
    ...line.pieces.map(({ as, text }) => (as === 'original' ? quote(text, language) : quote(text))),
    note(
      [
        voice(line.voice),
        ...(line.voice === 'interpreter' ? [say('report/unverified-words')] : []),
        time(line.at),
      ].join('; '),
    ),
  ]
}
