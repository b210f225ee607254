import type { Translator } from './translator.ts'

/** Each language's words for what local settings say until an authority sets its own, by language. */
export const defaultWordsIn = ({ languages, words }: Pick<Translator, 'languages' | 'words'>) =>
  Object.fromEntries(
    languages.map(language => {
      const script = words(language, 'script')
      return [language, (key: 'recipients' | 'reach-me' | 'call-or-text') => script(`setting/${key}`)] as const
    }),
  )
