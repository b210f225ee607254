import type { Answer, RecordedEvent } from '../../../dialogs/record/events.ts'
import { concernField } from '../../../dialogs/record/recordFrom.ts'
import { relationShown } from '../namesIn.ts'
import type { Coded, ExportedWords } from './exportLine.ts'

/** What an event of a talk wrote down. */
export interface Written {
  field: string | null
  coded: Coded | null
  words: readonly { place: string; as: ExportedWords<unknown>['as']; text: string }[]
}

/** What an event wrote down; undefined for one that only moved the talk along. */
export function written(event: RecordedEvent): Written | undefined {
  switch (event.type) {
    case 'accounted':
      return {
        field: fieldOf(event),
        coded: null,
        words: [wordsAs('words', event.words), ...(event.original ? [wordsAs('original', event.original.words)] : [])],
      }
    case 'answered':
      return { field: fieldOf(event), ...answered(event.answer) }
    case 'choseNotToSay':
      return { field: fieldOf(event), coded: { kind: 'chose-not-to-say' }, words: [] }
    case 'covered': {
      const words = [
        ...(event.detail === undefined ? [] : [wordsAs('detail', event.detail)]),
        ...(event.because === undefined ? [] : [wordsAs('because', event.because)]),
      ]
      return { field: event.coverage, coded: { kind: 'coverage', told: event.told }, words }
    }
    case 'concernRaised':
      return { field: null, coded: null, words: event.words === undefined ? [] : [wordsAs('words', event.words)] }
    default:
      return undefined
  }
}

function answered(answer: Answer): Pick<Written, 'coded' | 'words'> {
  switch (answer.kind) {
    case 'choice':
    case 'choices':
    case 'scale':
      return { coded: answer, words: [] }
    case 'plain': {
      const words = answer.detail === undefined ? [] : [wordsAs('detail', answer.detail)]
      return { coded: { kind: 'plain', said: answer.said }, words }
    }
    case 'when': {
      const { asSaid, date, time } = answer
      const coded: Coded = {
        kind: 'when',
        ...(date === undefined ? {} : { date }),
        ...(time === undefined ? {} : { time }),
      }
      return { coded, words: [wordsAs('words', asSaid)] }
    }
    case 'people':
      return {
        coded: { kind: 'people', relations: answer.people.map(({ relation }) => relationShown(relation)) },
        words: [],
      }
    case 'places':
      return {
        coded: null,
        words: answer.places.map((text, place) => ({ place: `place-${place}`, as: 'place', text })),
      }
    case 'text':
      return { coded: null, words: [wordsAs('words', answer.text)] }
  }
}

const wordsAs = (as: 'words' | 'original' | 'detail' | 'because', text: string) => ({ place: as, as, text })

const fieldOf = ({ prompt, concern }: { prompt: string; concern?: string | undefined }) =>
  concern === undefined ? prompt : concernField(concern, prompt)
