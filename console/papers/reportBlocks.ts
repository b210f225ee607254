import type { Block, BlockWords } from './blocks.ts'
import { theirWords } from './documentPaper.ts'

export const heading = (level: 1 | 2, talk: string): Block => ({ block: 'heading', level, words: { talk } })
export const plain = (text: string): Block => ({ block: 'paragraph', look: 'plain', words: theirWords(text) })
export const note = (talk: string): Block => ({ block: 'paragraph', look: 'note', words: { talk } })

/** What somebody said, from the side that it is read from. */
export const quote = (text: string, language?: string): Block => ({
  ...{ block: 'paragraph', look: 'quote' },
  words: theirWords(text, language),
})

export const list = (items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [{ block: 'list', items: items.map(each => theirWords(each)) }]

/** A row of facts, where there is something to say. */
export const fact = (name: string, value: string | undefined): { name: BlockWords; value: BlockWords }[] =>
  value === undefined || value === '' ? [] : [{ name: { talk: name }, value: theirWords(value) }]

export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Block[] =>
  rows.length === 0
    ? []
    : [
        {
          block: 'table',
          head: head.map(talk => ({ talk })),
          rows: rows.map(row => row.map(each => theirWords(each))),
          widths,
        },
      ]
