import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createWords, type Entries, type Namespace, namespaces } from './createWords.ts'
import { languageCodes } from './languages.ts'

/** One language's words: the key, and what goes into its {{places}}. Throws on a key that is not there. */
export type Words = (key: string, into?: Readonly<Record<string, string | number>>) => string

export interface Translator {
  /** Languages with a folder here, the first of them English. */
  languages: readonly string[]
  /** The words of one language; falls back to another and last to English where a language or word is missing. */
  words(language: string, namespace: Namespace): Words
  /** Whether the language has the word itself, without falling back. */
  has(language: string, namespace: Namespace, key: string): boolean
  /** A language's own words as they stand, corrections among them; undefined where it has none of that file. */
  entries(language: string, namespace: Namespace): Entries | undefined
  /** What a linguist here put in the place of a word; said so from then on. */
  correct(language: string, namespace: Namespace, key: string, text: string): void
}

type Files = Readonly<Record<string, Partial<Readonly<Record<Namespace, Entries>>>>>

/** The words of these languages. */
export function createTranslator(files: Files = filesIn(new URL('.', import.meta.url))): Translator {
  const store = createWords()
  const { i18n } = store
  const present = new Map<string, Entries>()
  const lookedUp = new Map<string, Map<string, string>>()
  const id = (language: string, namespace: Namespace) => `${namespace}/${language}`
  const put = (language: string, namespace: Namespace, entries: Entries) => {
    present.set(id(language, namespace), entries)
    store.add(language, namespace, entries)
  }
  for (const [language, all] of Object.entries(files)) {
    for (const namespace of namespaces) if (all[namespace]) put(language, namespace, all[namespace])
  }
  const known = (language: string, namespace: Namespace) => {
    const name = id(language, namespace)
    const words = lookedUp.get(name) ?? new Map<string, string>()
    lookedUp.set(name, words)
    return words
  }
  return {
    languages: Object.keys(files).toSorted((a, b) => placeOf(a) - placeOf(b)),
    words(language, namespace) {
      const lng = store.name(language)
      const t = i18n.getFixedT(lng, namespace)
      // Every turn says dozens of words: each is looked up once, and then only filled in. A count may change the words.
      return (key, into) => {
        const looked = known(language, namespace)
        const found = into?.count === undefined ? looked.get(key) : undefined
        if (found !== undefined) return into ? i18n.services.interpolator.interpolate(found, into, lng, {}) : found
        if (!i18n.exists(key, { lng, ns: namespace, ...into })) {
          throw new Error(`No words for ${namespace}:${key}.`)
        }
        if (into?.count === undefined) looked.set(key, t(key, { skipInterpolation: true }))
        return t(key, into ?? {})
      }
    },
    has: (language, namespace, key) => present.get(id(language, namespace))?.[key] !== undefined,
    entries: (language, namespace) => present.get(id(language, namespace)),
    correct(language, namespace, key, text) {
      put(language, namespace, { ...present.get(id(language, namespace)), [key]: text })
      // Another language may fall back to this one.
      lookedUp.clear()
    },
  }
}

const placeOf = (language: string) => {
  const place = languageCodes.indexOf(language)
  return place === -1 ? languageCodes.length : place
}

function filesIn(folder: URL): Files {
  const languages = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return Object.fromEntries(
    languages.map(({ name }) => {
      const here = namespaces.filter(namespace => existsSync(new URL(`${name}/${namespace}.json`, folder)))
      const read = (namespace: Namespace) =>
        JSON.parse(readFileSync(new URL(`${name}/${namespace}.json`, folder), 'utf8')) as Entries
      return [name, Object.fromEntries(here.map(namespace => [namespace, read(namespace)]))]
    }),
  )
}
