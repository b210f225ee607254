import type { Reviewed } from '../../casework/subjectAccess/exportLine.ts'
import type { SubjectAccess } from '../../casework/subjectAccess/subjectAccess.ts'

/** A part of a piece, in UTF-16 code units. */
export interface Part {
  piece: string
  from: number
  to: number
}

/** More than this at once is not meant: the first letter of something. */
const most = 500

/** Where these words still show, whatever their case. */
export function placesOf({ said, agreed, views }: SubjectAccess<Reviewed>, words: string): Part[] {
  const wanted = words.trim()
  if (wanted.length < 2) return []
  const pattern = new RegExp(escaped(wanted), 'giu')
  const parts = [...said, ...agreed, ...views].flatMap(line =>
    line.words.flatMap(({ piece, passages }) => {
      let at = 0
      return passages.flatMap(passage => {
        const start = at
        const text = 'text' in passage ? passage.text : passage.was
        at += text.length
        if (!('text' in passage)) return []
        return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
          piece,
          from: start + index,
          to: start + index + match.length,
        }))
      })
    }),
  )
  return parts.slice(0, most)
}

/** NB: `RegExp.escape` is not in every browser yet. */
const escaped = (words: string) => words.replaceAll(/[\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
