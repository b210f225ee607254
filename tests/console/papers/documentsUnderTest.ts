import type { Block, DocumentPaper } from '../../../console/papers/blocks.ts'
import { type DocumentParts, documentPaper, theirWords } from '../../../console/papers/documentPaper.ts'
import type { Both, Paper } from '../../../console/papers/paper.ts'
import { translator } from './papersUnderTest.ts'

export const say = (talk: string): Both => ({ talk })

export const arabicWords = 'ذهبت إلى الحديقة في الساعة 10:30 مع صديق، رقمه 0800 1111.'

/** One of each. */
export const everyBlock: readonly Block[] = [
  { block: 'heading', level: 1, words: say('What they said') },
  { block: 'heading', level: 2, words: say('Leaving') },
  { block: 'paragraph', look: 'quote', words: theirWords(arabicWords) },
  { block: 'paragraph', look: 'note', words: say('Their own words') },
  { block: 'paragraph', look: 'plain', words: say('Nothing else was said.') },
  { block: 'list', items: [say('One thing'), theirWords('شيء آخر')] },
  { block: 'facts', rows: [{ name: say('Called'), value: say('Example Kit') }] },
  { block: 'table', head: [say('Clock'), say('Due')], rows: [[say('Talk'), say('Monday')]], widths: [2, 1] },
  { block: 'lines', label: say('To add'), count: 3 },
]

export const written = (parts: Partial<DocumentParts> = {}): Paper & DocumentPaper =>
  documentPaper(translator, {
    ...{ language: 'en', title: say('An invented report'), foot: say('Made on a Monday'), english: 'beneath' },
    blocks: everyBlock,
    ...parts,
  })
