import type { Clock } from '../clocks/clocksFor.ts'
import type { CaseFile } from '../episode/caseFile.ts'
import { type NameWords, namesIn } from '../namesIn.ts'
import { csvText } from './csvText.ts'
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
  /** What the young person is called, and by which number others know the episode. Null where nobody wrote it, or nothing is told. */
  youngPerson: string | null
  reference: string | null
  /** When it was made, ISO 8601. NB: the text is without it, so that it is the same words whenever it is read. */
  made: string
  lines: readonly SharedLine[]
  clocks: readonly SharedClock[]
}

/** What a clock begins with that anyone who is told anything may know; the rest would tell that a concern was raised. */
const openClocks: readonly Clock['from'][] = ['found', 'returned', 'notified', 'interviewed']

/** Whom a document is about, and when it is made. */
export interface DocumentAbout extends Pick<CaseFile, 'calledAs' | 'reference'> {
  made: string
}

export function sharedDocument(
  { id, kind }: Recipient,
  { shared }: Sharing,
  clocks: readonly Clock[],
  names: NameWords,
  { calledAs, reference, made }: DocumentAbout,
): SharedDocument {
  const isStatutory = kind === 'services' || kind === 'police'
  // Who is told nothing is not told of whom either.
  const isTold = shared.length > 0
  return {
    recipient: id,
    youngPerson: (isTold && calledAs) || null,
    reference: (isTold && reference) || null,
    made,
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
  /** Which language that is. */
  language: string
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
  'young-person',
  'reference',
  'made',
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

/** Whom it is about, as rows of a name and what it is. */
export const aboutRows = (
  { youngPerson, reference }: Pick<SharedDocument, 'youngPerson' | 'reference'>,
  { say }: Pick<DocumentWords, 'say'>,
): [string, string][] => [
  ...(youngPerson === null ? [] : [[say('young-person'), youngPerson] satisfies [string, string]]),
  ...(reference === null ? [] : [[say('reference'), reference] satisfies [string, string]]),
]

/** The document in this format. */
export function sharedText(document: SharedDocument, format: SharedFormat, words: DocumentWords): string {
  if (format === 'json') return `${JSON.stringify(document, null, 2)}\n`
  return format === 'csv' ? csvOf(document, words) : plainTextOf(document, words)
}

function plainTextOf({ lines, clocks, ...about }: SharedDocument, words: DocumentWords): string {
  const { say } = words
  const loud = (key: DocumentWord) => say(key).toLocaleUpperCase(words.language)
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
    ...aboutRows(about, words).map(([name, value]) => `${name}: ${value}`),
    say('names'),
    '',
    ...(lines.length === 0 ? [say('nothing'), ''] : []),
    ...section(loud('said'), lines.filter(isTheirOwn)),
    ...section(
      loud('others'),
      lines.filter(line => !isTheirOwn(line)),
    ),
    ...(times.length === 0 ? [] : [loud('times'), '', ...times]),
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

function csvOf({ lines, clocks, made, ...about }: SharedDocument, words: DocumentWords): string {
  const { say } = words
  const rows = [
    [say('title'), words.recipient],
    ...aboutRows(about, words),
    [say('made'), made],
    [],
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
  return csvText(rows)
}

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
