import { readdirSync, readFileSync } from 'node:fs'
import { createInstance } from 'i18next'

/** Which file of a language a word is in. */
export type Namespace = 'guide' | 'bot' | 'console'

/** One language's words: the key, and what goes into its {{places}}. Throws on a key that is not there. */
export type Words = (key: string, into?: Readonly<Record<string, string | number>>) => string

export interface Translator {
  /** Languages with a folder here, the first of them English. */
  languages: readonly string[]
  /** The words of one language; falls back to English where a language or word is missing. */
  words(language: string, namespace: Namespace): Words
  /** Whether the language has the word itself, without falling back. */
  has(language: string, namespace: Namespace, key: string): boolean
}

type Files = Readonly<Record<string, Readonly<Record<Namespace, Readonly<Record<string, string>>>>>>

/** The words of these languages. NB: values go in unescaped; whoever makes HTML of them escapes there. */
export function createTranslator(files: Files = filesIn(new URL('.', import.meta.url))): Translator {
  const i18n = createInstance()
  void i18n.init({
    initAsync: false,
    resources: files,
    fallbackLng: 'en',
    ns: ['guide', 'bot', 'console'],
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  })
  const lookedUp = new Map<string, Map<string, string>>()
  const known = (language: string, namespace: Namespace) => {
    const name = `${namespace}/${language}`
    const words = lookedUp.get(name) ?? new Map<string, string>()
    lookedUp.set(name, words)
    return words
  }
  return {
    languages: Object.keys(files).toSorted((a, b) => Number(b === 'en') - Number(a === 'en')),
    words(language, namespace) {
      const t = i18n.getFixedT(language, namespace)
      // Every turn says dozens of words: each is looked up once, and then only filled in. A count may change the words.
      const looked = known(language, namespace)
      return (key, into) => {
        const found = into?.count === undefined ? looked.get(key) : undefined
        if (found !== undefined) return into ? i18n.services.interpolator.interpolate(found, into, language, {}) : found
        if (!i18n.exists(key, { lng: language, ns: namespace, ...into })) {
          throw new Error(`No words for ${namespace}:${key}.`)
        }
        if (into?.count === undefined) looked.set(key, t(key, { skipInterpolation: true }))
        return t(key, into ?? {})
      }
    },
    has: (language, namespace, key) => files[language]?.[namespace][key] !== undefined,
  }
}

function filesIn(folder: URL): Files {
  const languages = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return Object.fromEntries(
    languages.map(({ name }) => {
      const file = (namespace: Namespace) =>
        JSON.parse(readFileSync(new URL(`${name}/${namespace}.json`, folder), 'utf8')) as Record<string, string>
      return [name, { guide: file('guide'), bot: file('bot'), console: file('console') }]
    }),
  )
}
