import { useEffect, useState } from 'preact/hooks'
import type { Namespace } from '../../../locales/createWords.ts'
import type { Words } from '../../../locales/translator.ts'
import { loadWords } from './loadWords.ts'

const retryAfter = 2_000

/** A language's words, once they are here. On a poor connection they are asked for again until they come. */
export function useWords(language: string | undefined, namespace: Namespace): Words | undefined {
  const [words, setWords] = useState<{ of: string; words: Words }>()
  useEffect(() => {
    if (language === undefined) return
    let left = false
    const load = () =>
      loadWords(language, namespace).then(
        loaded => !left && setWords({ of: language, words: loaded }),
        () => !left && setTimeout(load, retryAfter),
      )
    void load()
    return () => {
      left = true
    }
  }, [language, namespace])
  return words?.words
}
