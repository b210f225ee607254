import { useEffect, useState } from 'preact/hooks'
import type { Namespace } from '../../../locales/createWords.ts'

/** How far a translation has been looked at. English is what they are all made from. */
export type WordState = 'original' | 'draft' | 'checked' | 'signed'

interface Review {
  checked: readonly string[]
  signed: readonly string[]
}

const reviews = new Map<string, Promise<Review>>()
const none: Review = { checked: [], signed: [] }

/** What linguists have done with a language's words. Until that is known, and where nothing is, they are drafts. */
export function useWordState(language: string | undefined): (namespace: Namespace, key: string) => WordState {
  const [review, setReview] = useState(none)
  useEffect(() => {
    let left = false
    setReview(none)
    if (language !== undefined && language !== 'en') {
      void reviewOf(language).then(found => !left && setReview(found))
    }
    return () => {
      left = true
    }
  }, [language])
  return (namespace, key) => {
    if (language === undefined || language === 'en') return 'original'
    const name = `${namespace}:${key}`
    return review.signed.includes(name) ? 'signed' : review.checked.includes(name) ? 'checked' : 'draft'
  }
}

function reviewOf(language: string): Promise<Review> {
  const known = reviews.get(language)
  if (known) return known
  const begun = fetch(`/locales/${language}/review.json`).then(
    async response => (response.ok ? ((await response.json()) as Review) : none),
    () => none,
  )
  // Asked again with the next page: somebody may have signed meanwhile.
  void begun.then(() => setTimeout(() => reviews.delete(language), 60_000))
  reviews.set(language, begun)
  return begun
}
