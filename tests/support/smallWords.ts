import type { Database } from '../../console/records/database/openDatabase.ts'
import { createWordReviews, type WordReviewServices } from '../../console/records/words/createWordReviews.ts'
import { languageOf } from '../../locales/languages.ts'
import { hashOf } from '../../locales/review.ts'
import type { ShippedLanguage } from '../../locales/shippedWords.ts'
import { keysOf } from './keys.ts'

const english = {
  guide: {
    'prompt/welcome.you-decide': 'You decide. You can say no to {{practitioner}}.',
    'prompt/welcome.how': 'You can stop whenever you like.',
    'answer/yes': 'Yes',
  },
  script: { 'now/title': 'The script' },
}
const words = {
  guide: {
    'prompt/welcome.you-decide': 'القرار لك. يمكنك أن تقول لا يا {{practitioner}}.',
    'prompt/welcome.how': 'يمكنك أن تتوقف متى شئت.',
    'answer/yes': 'نعم',
  },
  script: { 'now/title': 'النص' },
}
const entryOf = (source: string, text: string) => ({
  english: hashOf(source),
  words: hashOf(text),
  state: 'draft' as const,
})

/** Four strings in Arabic: drafts, one signed where it was translated, and one of an English that has changed since. */
export const smallArabic: ShippedLanguage = {
  language: languageOf('ar'),
  english,
  words,
  review: {
    guide: {
      'prompt/welcome.you-decide': entryOf(
        english.guide['prompt/welcome.you-decide'],
        words.guide['prompt/welcome.you-decide'],
      ),
      'prompt/welcome.how': entryOf('You can stop.', words.guide['prompt/welcome.how']),
      'answer/yes': {
        ...entryOf('Yes', 'نعم'),
        state: 'signed',
        by: 'Example Linguist',
        at: '2026-11-01T10:00:00.000Z',
      },
    },
    script: { 'now/title': entryOf('The script', 'النص') },
  },
}

/** What linguists did in one process on this database, to the small Arabic; `said` is what has to be said otherwise. */
export async function smallReviews(database: Database, other: Partial<WordReviewServices> = {}) {
  const said = new Map<string, string>()
  const { audit } = keysOf(database)
  const reviews = await createWordReviews({
    database,
    audit,
    shipped: [smallArabic],
    correct: (language, file, key, text) => void said.set(`${language} ${file}:${key}`, text),
    now: () => new Date('2026-11-22T12:00:00.000Z'),
    onFault: () => {},
    ...other,
  })
  return { reviews, said, audit }
}
