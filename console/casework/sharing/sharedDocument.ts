import type { Clock } from '../clocks/clocksFor.ts'
import { type NameWords, namesIn } from '../namesIn.ts'
import type { Recipient } from './recipients.ts'
import type { SharedWhy, Sharing } from './sharedWith.ts'
import { isTheirOwn, type Piece, type ShareItem } from './shareItems.ts'

/** One thing as its recipient reads it. */
export interface SharedLine {
  field: string
  at: string
  voice: ShareItem['voice']
  why: SharedWhy
  /** They did not want it passed on. */
  objected: boolean
  /** It is about someone else, or someone else is named in it. */
  aboutOthers: boolean
  codes: readonly string[]
  /** Names of others stand between ‹ and ›; null for words that are left out. */
  pieces: readonly { as: Piece['as']; text: string | null }[]
}

/** When something had to be done, and when it was: both times behind every figure. */
export interface SharedClock {
  id: string
  since: string
  due: string | null
  met: string | null
}

/** What one recipient reads, whatever the format. Each format is written from this and from nothing else. */
export interface SharedDocument {
  recipient: string
  lines: readonly SharedLine[]
  clocks: readonly SharedClock[]
}

/** What a clock begins with that anyone who is told anything may know; the rest would tell that a concern was raised. */
const openClocks: readonly Clock['from'][] = ['found', 'returned', 'notified', 'interviewed']

export function sharedDocument(
  { id, kind }: Recipient,
  { shared }: Sharing,
  clocks: readonly Clock[],
  names: NameWords,
): SharedDocument {
  const isStatutory = kind === 'services' || kind === 'police'
  return {
    recipient: id,
    lines: shared.map(({ item, why, objected, pieces }) => {
      const marked = pieces.map(({ as, text }) => ({ as, text: text === null ? null : markedNames(as, text, names) }))
      const isNamed = marked.some(({ text }, place) => text !== pieces[place]?.text)
      const { field, at, voice, aboutOthers, codes } = item
      return { field, at, voice, why, objected, aboutOthers: aboutOthers || isNamed, codes, pieces: marked }
    }),
    clocks: clocks
      .filter(({ from }) => isStatutory || openClocks.includes(from))
      .map(({ id: clock, since, due, met }) => ({ id: clock, since, due, met: met ?? null })),
  }
}

/** What the words of a document are, in the language it is written in. */
export interface DocumentWords {
  say(key: DocumentWord): string
  recipient: string
  field(field: string): string
  code(field: string, code: string): string
  voice(voice: ShareItem['voice']): string
  why(why: SharedWhy): string
  clock(id: string): string
  time(at: string): string
}

export const documentWords = [
  'title',
  'names',
  'said',
  'others',
  'nothing',
  'times',
  'since',
  'due',
  'met',
  'not-yet',
  'no-time',
  'left-out',
  'objected',
  'about-others',
  'what',
  'when',
  'whose',
  'why',
  'words',
] as const
export type DocumentWord = (typeof documentWords)[number]

export const sharedFormats = ['txt', 'json', 'csv'] as const
export type SharedFormat = (typeof sharedFormats)[number]

/** The document in this format. */
export function sharedText(document: SharedDocument, format: SharedFormat, words: DocumentWords): string {
  if (format === 'json') return `${JSON.stringify(document, null, 2)}\n`
  return format === 'csv' ? csvOf(document, words) : plainTextOf(document, words)
}

function plainTextOf({ lines, clocks }: SharedDocument, words: DocumentWords): string {
  const { say } = words
  const section = (title: string, its: readonly SharedLine[]) =>
    its.length === 0 ? [] : [title, '', ...its.flatMap(line => [...textOfLine(line, words), ''])]
  const times = clocks.flatMap(({ id, since, due, met }) => [
    words.clock(id),
    `  ${say('since')}: ${words.time(since)}`,
    `  ${say('due')}: ${due === null ? say('no-time') : words.time(due)}`,
    `  ${say('met')}: ${met === null ? say('not-yet') : words.time(met)}`,
  ])
  const all = [
    `${say('title')}: ${words.recipient}`,
    say('names'),
    '',
    ...(lines.length === 0 ? [say('nothing'), ''] : []),
    ...section(say('said'), lines.filter(isTheirOwn)),
    ...section(
      say('others'),
      lines.filter(line => !isTheirOwn(line)),
    ),
    ...(times.length === 0 ? [] : [say('times'), '', ...times]),
  ]
  return `${all.join('\n').trimEnd()}\n`
}

function textOfLine(line: SharedLine, words: DocumentWords): string[] {
  const { say } = words
  const notes = [
    words.voice(line.voice),
    words.time(line.at),
    words.why(line.why),
    ...(line.objected ? [say('objected')] : []),
    ...(line.aboutOthers ? [say('about-others')] : []),
  ]
  return [
    words.field(line.field),
    ...line.codes.map(code => `  ${words.code(line.field, code)}`),
    ...line.pieces.map(({ text }) => (text === null ? `  [${say('left-out')}]` : `  “${text}”`)),
    `  (${notes.join('; ')})`,
  ]
}

function csvOf({ lines, clocks }: SharedDocument, words: DocumentWords): string {
  const { say } = words
  const rows = [
    [say('what'), say('when'), say('whose'), say('why'), say('objected'), say('about-others'), say('words')],
    ...lines.map(line => [
      words.field(line.field),
      line.at,
      words.voice(line.voice),
      words.why(line.why),
      line.objected ? '1' : '0',
      line.aboutOthers ? '1' : '0',
      [
        ...line.codes.map(code => words.code(line.field, code)),
        ...line.pieces.map(({ text }) => text ?? `[${say('left-out')}]`),
      ].join('\n'),
    ]),
    [],
    [say('times'), say('since'), say('due'), say('met')],
    ...clocks.map(({ id, since, due, met }) => [words.clock(id), since, due ?? '', met ?? '']),
  ]
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

/** What begins like a formula would be one for a spreadsheet: it is kept as words. */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

function markedNames(as: Piece['as'], text: string, names: NameWords): string {
  if (as === 'person') return `‹${text}›`
  let marked = ''
  let at = 0
  for (const { from, to } of namesIn(text, names)) {
    marked += `${text.slice(at, from)}‹${text.slice(from, to)}›`
    at = to
  }
  return marked + text.slice(at)
}
