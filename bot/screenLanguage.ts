import { languages } from '../locales/languages.ts'

/** The language to speak to a practitioner in, by the locale their channel or terminal tells (`cy-GB`, `cy_GB.UTF-8`). English where it is none of ours. */
export function screenLanguage(locale: string | null | undefined): string {
  const asked = locale?.split(/[-_.]/)[0]?.toLowerCase()
  return languages.find(({ code, screen }) => screen && code === asked)?.code ?? 'en'
}
