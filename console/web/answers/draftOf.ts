import type { Entry } from '../../../dialogs/record/record.ts'
import type { Draft } from './draft.ts'

/** The draft that a kept value makes when someone opens it to put it right. */
export function draftOf({ value, voice }: Pick<Entry, 'value' | 'voice'>): Draft {
  switch (value.kind) {
    case 'said':
    case 'coverage':
      return { voice }
    case 'account':
      return { voice, words: value.words, ...(value.original ? { original: value.original.words } : {}) }
    case 'choice':
      return { voice, option: value.option }
    case 'choices':
      return { voice, options: value.options }
    case 'plain':
      return { voice, said: value.said, ...(value.detail ? { detail: value.detail } : {}) }
    case 'chose-not-to-say':
      return { voice, said: 'rather-not' }
    case 'scale':
      return { voice, value: value.value }
    case 'when':
      return { voice, text: value.asSaid }
    case 'people':
      return { voice, people: value.people.map(({ called, relation }) => ({ called, relation: relation ?? '' })) }
    case 'places':
      return { voice, places: value.places }
    case 'text':
      return { voice, text: value.text }
  }
}
