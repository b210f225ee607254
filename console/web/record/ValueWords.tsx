import type { Value } from '../../../dialogs/record/record.ts'
import { directionOf, languageOf } from '../../../locales/languages.ts'
import type { Words } from '../../../locales/translator.ts'
import { useRoomWords } from '../room/useRoomWords.ts'
import { type App, useApp } from '../session/AppContext.ts'
import { wholeDate } from '../words/timeWords.ts'

/** A value as a person reads it: labels, never codes; spoken words between quotation marks, as they were said. */
export function ValueWords({ value, prompt }: { value: Value; prompt: string }) {
  const app = useApp()
  const words = useRoomWords()
  if (value.kind === 'account') {
    const { original } = value
    return (
      <>
        <blockquote class="value value--account" dir="auto">
          {value.words}
        </blockquote>
        {original && (
          <>
            <p class="value value--detail">
              {app.say('value/original', { language: languageOf(original.language).ownName })}
            </p>
            <blockquote class="value value--account" lang={original.language} dir={directionOf(original.language)}>
              {original.words}
            </blockquote>
          </>
        )}
      </>
    )
  }
  const detail = 'detail' in value ? value.detail : undefined
  const because = value.kind === 'coverage' ? value.because : undefined
  const free = value.kind === 'text' || value.kind === 'people' || value.kind === 'places'
  return (
    <>
      <p class="value" dir={free ? 'auto' : undefined}>
        {shortly(value, prompt, words, app)}
      </p>
      {detail && (
        <p class="value value--detail" dir="auto">
          {detail}
        </p>
      )}
      {because && (
        <p class="value value--because">
          <q dir="auto">{because}</q>
        </p>
      )}
    </>
  )
}

function shortly(
  value: Exclude<Value, { kind: 'account' }>,
  prompt: string,
  words: Words,
  { say, language }: App,
): string {
  switch (value.kind) {
    case 'said':
      return say('value/said')
    case 'choice':
      return words(`option/${prompt}/${value.option}`)
    case 'choices':
      return value.options.map(option => words(`option/${prompt}/${option}`)).join('; ')
    case 'plain':
      return words(`answer/${value.said}`)
    case 'chose-not-to-say':
      return words('answer/rather-not')
    case 'scale':
      return say('value/scale', { value: value.value })
    case 'when': {
      const read = [value.date && wholeDate(value.date, language), value.time].filter(Boolean).join(', ')
      return read ? say('value/when', { said: value.asSaid, read }) : value.asSaid
    }
    case 'people':
      return value.people.map(({ called, relation }) => (relation ? `${called} (${relation})` : called)).join('; ')
    case 'places':
      return value.places.join('; ')
    case 'text':
      return value.text
    case 'coverage':
      return say(`told/${value.told}`)
  }
}
