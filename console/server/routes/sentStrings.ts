import type { SentString } from '../../../locales/xliff.ts'
import type { createWordPlaces } from '../../casework/whoHears.ts'
import type { ReviewedWord } from '../../records/words/createWordReviews.ts'

/** A language's strings as a translator's tool is sent them: with who hears each, and what linguists noted here. */
export function sentStrings(
  words: readonly Omit<ReviewedWord, 'by' | 'at' | 'writer' | 'seen'>[],
  placeOf: ReturnType<typeof createWordPlaces>,
  say: (key: string) => string,
): SentString[] {
  return words.map(({ file, key, english, text, state, note, backTranslation }) => {
    const { heard, regime } = placeOf(file, key)
    return {
      ...{ file, key, source: english, target: text, state },
      notes: [
        say(`languages/heard-${heard}`),
        ...(regime ? [say(`languages/regime-${regime}`)] : []),
        ...(note === '' ? [] : [`${say('languages/note')}: ${note}`]),
        ...(backTranslation === '' ? [] : [`${say('languages/back-translation')}: ${backTranslation}`]),
      ],
    }
  })
}
