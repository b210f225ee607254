import type { Translator } from '../../locales/translator.ts'
import type { FormPart, PoliceForm } from '../casework/intelligence/policeForm.ts'
import type { Block, DocumentPaper } from './blocks.ts'
import { documentPaper, theirWords } from './documentPaper.ts'
import type { Paper } from './paper.ts'

/** The form for police as a document. `foot` says when it was made. */
export function composePoliceForm(
  translator: Pick<Translator, 'words'>,
  language: string,
  { title, parts }: PoliceForm,
  foot: string,
): Paper & DocumentPaper {
  return documentPaper(translator, {
    language,
    title: { talk: title },
    foot: { talk: foot },
    english: 'beneath',
    blocks: parts.map(blockOf),
  })
}

function blockOf(part: FormPart): Block {
  switch (part.part) {
    case 'heading':
      return { block: 'heading', level: part.level, words: { talk: part.text } }
    case 'note':
      return { block: 'paragraph', look: 'plain', words: { talk: part.text } }
    case 'said':
      return { block: 'paragraph', look: 'quote', words: theirWords(part.text) }
    case 'facts':
      return {
        block: 'facts',
        rows: part.rows.map(({ name, value, theirs }) => ({
          name: { talk: name },
          value: theirs ? theirWords(value) : { talk: value },
        })),
      }
    case 'lines':
      return { block: 'lines', label: { talk: part.label }, count: part.count }
  }
}
