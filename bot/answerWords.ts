import type { Prompt } from '../dialogs/guide/schema.ts'
import type { Value } from '../dialogs/record/record.ts'
import { labelOf, type View } from './view.ts'

/** A value as it is read back, in the language of the talk. */
export function answerWords(view: View, prompt: Prompt, value: Value): string {
  const { bot } = view
  switch (value.kind) {
    case 'said':
    case 'chose-not-to-say':
      return bot(`answer/${value.kind}`)
    case 'account':
      return `“${value.words}”`
    case 'choice':
      return labelOf(view, prompt, value.option)
    case 'choices':
      return value.options.map(option => labelOf(view, prompt, option)).join('; ')
    case 'plain':
      return labelOf(view, prompt, value.said)
    case 'scale':
      return bot('answer/scale', { value: value.value })
    case 'when':
      return whenWords(view.record.language, value)
    case 'people':
      return value.people.map(({ called, relation }) => (relation ? `${called} (${relation})` : called)).join(', ')
    case 'places':
      return value.places.join('; ')
    case 'text':
      return value.text
    case 'coverage':
      return bot(`answer/told-${value.told}`)
  }
}

/** With its weekday, so that a day and month read the wrong way round are seen. */
function whenWords(language: string, { asSaid, date, time }: Extract<Value, { kind: 'when' }>): string {
  if (date === undefined) return time ?? asSaid
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(/^(\p{L}+), /u, '$1 ')
  return time === undefined ? day : `${day}, ${time}`
}
