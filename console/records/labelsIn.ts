import { languageOf } from '../../locales/languages.ts'
import type { Translator } from '../../locales/translator.ts'

/** The words for a prompt's codes, to read a typed reply by. Whoever leads the talk answers in their own language, whichever the talk is in. */
export function labelsIn(translator: Translator) {
  const screens = translator.languages.filter(each => languageOf(each).screen)
  return (language: string, prompt: string | undefined) =>
    (code: string): string[] => {
      const key = [`option/${prompt}/${code}`, `answer/${code}`].find(each => translator.has('en', 'guide', each))
      return key === undefined ? [] : [language, ...screens].map(each => translator.words(each, 'guide')(key))
    }
}
