import { createInstance, type i18n } from 'i18next'
import { languages, localeOf } from './languages.ts'

/** Which file of a language a word is in. */
export const namespaces = ['guide', 'script', 'bot', 'console'] as const
export type Namespace = (typeof namespaces)[number]

/** The words of a language as they are kept: the key, and the text with its {{places}}. */
export type Entries = Readonly<Record<string, string>>

/** Any language's words by key. What a language lacks is said in the one it falls back to, and last in English. */
export interface WordStore {
  add(language: string, namespace: Namespace, entries: Entries): void
  i18n: i18n
  /** What i18next knows a language by: where browsers lack its plural forms, the locale it goes by. */
  name(language: string): string
}

/** NB: values go in unescaped; whoever makes HTML of them escapes there. */
export function createWords(): WordStore {
  const i18n = createInstance()
  void i18n.init({
    initAsync: false,
    resources: {},
    fallbackLng: fallbacks,
    ns: [...namespaces],
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  })
  return {
    i18n,
    name,
    add: (language, namespace, entries) => i18n.addResourceBundle(name(language), namespace, entries, true, true),
  }
}

const name = (language: string) => (language === 'en' ? language : localeOf(language))

const fallbacks = {
  ...Object.fromEntries(
    languages.flatMap(({ code, fallsBackTo }) => (fallsBackTo ? [[name(code), [name(fallsBackTo), 'en']]] : [])),
  ),
  default: ['en'],
}
