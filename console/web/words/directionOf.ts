const rightToLeft = new Set(['ar', 'fa', 'he', 'ps', 'ur', 'ckb', 'sd', 'ug', 'yi', 'dv'])

/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language.split('-')[0] ?? language) ? 'rtl' : 'ltr'

/** The language's own name, for people to choose it by. */
export function nameOfLanguage(language: string): string {
  const own = new Intl.DisplayNames([language], { type: 'language' }).of(language)
  return own ?? language
}
