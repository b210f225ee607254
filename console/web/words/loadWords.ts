import { createWords, type Namespace } from '../../../locales/createWords.ts'
import { languageOf } from '../../../locales/languages.ts'
import type { Words } from '../../../locales/translator.ts'

const store = createWords()
const loading = new Map<string, Promise<void>>()

/** Fetches a language's words, once. What it falls back to is always there as well. */
export async function loadWords(language: string, namespace: Namespace): Promise<Words> {
  const { fallsBackTo } = languageOf(language)
  const wanted = new Set(['en', ...(fallsBackTo ? [fallsBackTo] : []), language])
  await Promise.all([...wanted].map(each => fetched(each, namespace)))
  const words = store.i18n.getFixedT(store.name(language), namespace)
  return (key, into = {}) => words(key, into)
}

function fetched(language: string, namespace: Namespace): Promise<void> {
  const name = `${language}/${namespace}`
  const known = loading.get(name)
  if (known) return known
  const begun = fetch(`/locales/${name}.json`).then(async response => {
    // A language without these words falls back; any other failure is tried again.
    if (response.status === 404 && language !== 'en') return
    if (!response.ok) throw new Error(`The words of ${name} did not come.`)
    store.add(language, namespace, await response.json())
  })
  begun.catch(() => loading.delete(name))
  loading.set(name, begun)
  return begun
}
