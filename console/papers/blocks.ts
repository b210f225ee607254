import type { Both, PaperLanguage } from './paper.ts'

/** A document as it will be drawn or written: its parts, in order. PDF and Word are made of the same ones, and of nothing else. */
export interface DocumentPaper {
  paper: 'document'
  /** Where English stands, if the paper is in another language: beside each, to follow line by line, or small beneath it. */
  english: 'beside' | 'beneath'
  /** In letters for a child to read, rather than for an office. */
  large?: true
  blocks: readonly Block[]
}

/** Words in the paper's language; or, with `spoken`, in a language of their own, as somebody's own words may be. */
export interface BlockWords extends Both {
  spoken?: PaperLanguage
}

/** `quote` is somebody's own words; `note` is about what stands above it, and small. */
export type ParagraphLook = 'plain' | 'quote' | 'note'

export type Block =
  | { block: 'heading'; level: 1 | 2; words: BlockWords }
  | { block: 'paragraph'; look: ParagraphLook; words: BlockWords }
  | { block: 'list'; items: readonly BlockWords[] }
  | { block: 'facts'; rows: readonly { name: BlockWords; value: BlockWords }[] }
  /** As many cells in each row as in the head. `widths` are shares of the whole: without them all are alike. */
  | {
      block: 'table'
      head: readonly BlockWords[]
      rows: readonly (readonly BlockWords[])[]
      widths?: readonly number[]
    }
  /** To write on by hand. */
  | { block: 'lines'; label?: BlockWords; count: number }
