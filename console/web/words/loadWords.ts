import { createInstance } from 'i18next'
import type { Words } from '../../../locales/translator.ts'

type Namespace = 'guide' | 'console'

const i18n = createInstance()
void i18n.init({
  initAsync: false,
  resources: {},
  fallbackLng: 'en',
  ns: ['guide', 'console'],
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
})

const loading = new Map<string, Promise<void>>()

/** Fetches a language's words, once. English is always there to fall back to. */
export async function loadWords(language: string, namespace: Namespace): Promise<Words> {
  await Promise.all([...new Set(['en', language])].map(each => fetched(each, namespace)))
  const words = i18n.getFixedT(language, namespace)
  return (key, into = {}) => words(key, into)
}

function fetched(language: string, namespace: Namespace): Promise<void> {
  const name = `${language}/${namespace}`
  const known = loading.get(name)
  if (known) return known
  const begun = fetch(`/locales/${name}.json`).then(async response => {
    // A language without these words falls back to English; any other failure is tried again.
    if (response.status === 404 && language !== 'en') return
    if (!response.ok) throw new Error(`The words of ${name} did not come.`)
    i18n.addResourceBundle(language, namespace, await response.json())
  })
  begun.catch(() => loading.delete(name))
  loading.set(name, begun)
  return begun
}
