import type { Part } from './placesOf.ts'

/** What is selected, where it lies within the words of one piece. */
export function selectedPart(selection: Selection | null): Part | undefined {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  const start = placeOf(range.startContainer, range.startOffset)
  const end = placeOf(range.endContainer, range.endOffset)
  if (!start || !end || start.piece !== end.piece || start.at >= end.at) return undefined
  return { piece: start.piece, from: start.at, to: end.at }
}

function placeOf(node: Node, offset: number): { piece: string; at: number } | undefined {
  const span = node.parentElement?.closest<HTMLElement>('[data-from]')
  const piece = span?.closest<HTMLElement>('[data-piece]')?.dataset.piece
  if (node.nodeType !== Node.TEXT_NODE || !span || piece === undefined) return undefined
  return { piece, at: Number(span.dataset.from) + offset }
}
