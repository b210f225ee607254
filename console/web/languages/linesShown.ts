import { publishedGuides } from '../../../dialogs/guide/guide.ts'
import { createWordPlaces, type WordPlace } from '../../casework/whoHears.ts'
import type { WordLine } from '../../contract/languages.ts'

/** What to show of a language's strings. */
export interface WordFilter {
  /** Empty: any. */
  file: string
  /** Empty: any; `unsigned`: any but signed. */
  state: string
  search: string
}

/** Strings that are listed together: of one topic, or of one part of a file. */
export interface WordGroup {
  id: string
  stage?: string
  topic?: string
  file: string
  part: string
  lines: readonly WordLine[]
}

export const placeOf: (file: string, key: string) => WordPlace = createWordPlaces(publishedGuides)

export const idOf = ({ file, key }: Pick<WordLine, 'file' | 'key'>) => `${file}:${key}`

/** Those that fit all that is asked for. What is looked for may be in either language, with or without its marks. */
export function linesShown(lines: readonly WordLine[], { file, state, search }: WordFilter): readonly WordLine[] {
  const wanted = bare(search.trim())
  return lines.filter(
    line =>
      (file === '' || line.file === file) &&
      (state === '' || line.state === state || (state === 'unsigned' && line.state !== 'signed')) &&
      (wanted === '' || [line.english, line.text, line.key].some(each => bare(each).includes(wanted))),
  )
}

/** Small letters without accents and vowel marks. */
const bare = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** By stage and topic of the guide, or by the first part of the key; each where its first string is. */
export function groupsOf(lines: readonly WordLine[]): readonly WordGroup[] {
  const groups = Map.groupBy(lines, ({ file, key }) => {
    const { stage = '', topic = '', part } = placeOf(file, key)
    return file === 'guide' && (stage || topic) ? `${stage}/${topic}` : `${file}/${part}`
  })
  return [...groups].map(([id, all]) => {
    const [first] = all
    const { stage, topic, part = '' } = first ? placeOf(first.file, first.key) : {}
    return { id, ...(stage ? { stage } : {}), ...(topic ? { topic } : {}), file: first?.file ?? '', part, lines: all }
  })
}

/** The next string that is not signed, after this one and around again. */
export function nextUnsigned(lines: readonly WordLine[], after: string | undefined): WordLine | undefined {
  const place = lines.findIndex(line => idOf(line) === after)
  const around = [...lines.slice(place + 1), ...lines.slice(0, place + 1)]
  return around.find(line => line.state !== 'signed')
}
