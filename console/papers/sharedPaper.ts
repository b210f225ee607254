import type { Translator } from '../../locales/translator.ts'
import {
  aboutRows,
  type DocumentWords,
  type SharedDocument,
  type SharedLine,
} from '../casework/sharing/sharedDocument.ts'
import { isTheirOwn } from '../casework/sharing/shareItems.ts'
import type { Block, DocumentPaper } from './blocks.ts'
import { documentPaper, theirWords } from './documentPaper.ts'
import type { Paper } from './paper.ts'

/** What one recipient reads, as PDF and as Word: of the document alone, as every other format of it. */
export function sharedPaper(
  document: SharedDocument,
  words: DocumentWords,
  translator: Pick<Translator, 'words'>,
): Paper & DocumentPaper {
  const { say: word } = words
  const { lines, made } = document
  return documentPaper(translator, {
    language: words.language,
    title: { talk: `${word('title')}: ${words.recipient}` },
    foot: { talk: `${word('made')}: ${words.time(made)}` },
    english: 'beneath',
    blocks: [
      {
        block: 'facts',
        rows: [...aboutRows(document, words), [word('made'), words.time(made)] as const].map(([name, value]) => ({
          name: { talk: name },
          value: theirWords(value, words.language),
        })),
      },
      { block: 'paragraph', look: 'note', words: { talk: word('names') } },
      ...(lines.length === 0 ? [plain(word('nothing'))] : []),
      ...part(word('said'), lines.filter(isTheirOwn), words),
      ...part(
        word('others'),
        lines.filter(line => !isTheirOwn(line)),
        words,
      ),
      ...times(document, words),
    ],
  })
}

const plain = (talk: string): Block => ({ block: 'paragraph', look: 'plain', words: { talk } })

const part = (title: string, lines: readonly SharedLine[], words: DocumentWords): Block[] =>
  lines.length === 0
    ? []
    : [{ block: 'heading', level: 1, words: { talk: title } }, ...lines.flatMap(line => blocksOf(line, words))]

function blocksOf(
  { field, codes, pieces, voice, at, why, objected, aboutOthers }: SharedLine,
  words: DocumentWords,
): Block[] {
  const { say: word } = words
  const notes = [
    words.voice(voice),
    words.time(at),
    words.why(why),
    ...(objected ? [word('objected')] : []),
    ...(aboutOthers ? [word('about-others')] : []),
  ]
  return [
    { block: 'heading', level: 2, words: { talk: words.field(field) } },
    ...codes.map(code => plain(words.code(field, code))),
    ...pieces.map(
      ({ text }): Block =>
        text === null
          ? plain(`[${word('left-out')}]`)
          : { block: 'paragraph', look: 'quote', words: theirWords(text, words.language) },
    ),
    { block: 'paragraph', look: 'note', words: { talk: notes.join('; ') } },
  ]
}

/** Both times behind each clock: when it began to count, when it was due, and when it was done. */
function times({ clocks }: SharedDocument, words: DocumentWords): Block[] {
  if (clocks.length === 0) return []
  const { say: word } = words
  const head = [word('what'), word('since'), word('due'), word('met')]
  const rows = clocks.map(({ id, since, due, met }) => [
    words.clock(id),
    words.time(since),
    due === null ? word('no-time') : words.time(due),
    met === null ? word('not-yet') : words.time(met),
  ])
  const cells = (row: readonly string[]) => row.map(talk => ({ talk }))
  return [
    { block: 'heading', level: 1, words: { talk: word('times') } },
    { block: 'table', head: cells(head), rows: rows.map(cells), widths: [2, 1, 1, 1] },
  ]
}
