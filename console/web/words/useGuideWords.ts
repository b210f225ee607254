import { useEffect, useState } from 'preact/hooks'
import type { Words } from '../../../locales/translator.ts'
import { loadWords } from './loadWords.ts'

const retryAfter = 2_000

/** The guide's words in a language, once they are here. On a poor connection they are asked for again until they come. */
export function useGuideWords(language: string | undefined): Words | undefined {
  const [words, setWords] = useState<Words>()
  useEffect(() => {
    if (language === undefined) return
    let left = false
    const load = () =>
      loadWords(language, 'guide').then(
        loaded => !left && setWords(() => loaded),
        () => !left && setTimeout(load, retryAfter),
      )
    void load()
    return () => {
      left = true
    }
  }, [language])
  return words
}
