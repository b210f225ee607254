import type { Block, BlockWords } from './blocks.ts'
import type { Both } from './paper.ts'

/** Words without the English beside them. */
export const alone = ({ talk }: Both): Both => ({ talk })

/** A block without the English beside its words: for what a child keeps, where whoever finds it should see no more. */
export function inTalkAlone(block: Block): Block {
  switch (block.block) {
    case 'heading':
    case 'paragraph':
      return { ...block, words: its(block.words) }
    case 'list':
      return { ...block, items: block.items.map(its) }
    case 'facts':
      return { ...block, rows: block.rows.map(({ name, value }) => ({ name: its(name), value: its(value) })) }
    case 'table':
      return { ...block, head: block.head.map(its), rows: block.rows.map(row => row.map(its)) }
    case 'lines':
      return { ...block, ...(block.label ? { label: its(block.label) } : {}) }
  }
}

const its = ({ english: _, ...words }: BlockWords): BlockWords => words
