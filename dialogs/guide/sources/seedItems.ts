import type { SourceId } from '../schema.ts'

/** How many numbered items each of the five guidance documents was split into. */
const itemsIn = { CHESH: 108, WAKE: 138, CBC: 58, ECRC: 186, TORB: 96 } as const

type Document = keyof typeof itemsIn

/** The ids of a document's items from one number to another, both included: `range('CBC', 4, 6)`. */
export function range(document: Document, from: number, to: number = from): SourceId[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${document}-${String(from + index).padStart(3, '0')}`)
}

/** Every item of the guidance, document by document, each numbered upwards from 1. */
export const seedItems: readonly SourceId[] = (Object.keys(itemsIn) as Document[]).flatMap(document =>
  range(document, 1, itemsIn[document]),
)
