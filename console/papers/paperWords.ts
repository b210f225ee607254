import type { Namespace } from '../../locales/createWords.ts'
import { apart, type SpokenSettings } from '../casework/localSettings.ts'
import { type PaperSources, signedName } from './composePaper.ts'
import type { Both } from './paper.ts'
import { wholeNumbers } from './wholeNumbers.ts'

type Into = Readonly<Record<string, string | number>>

/** The words a paper is made of, in the language of the talk and in English; it remembers which were asked for. */
export interface PaperWords {
  language: string
  guide(key: string): Both
  script(key: string, into?: Into): Both
  /** For the practitioner, in English. */
  say(key: string, into?: Into): string
  /** What to say of a translation that is not all signed, of those asked for so far. */
  draft(): Both | undefined
}

export function createPaperWords(
  language: string,
  { translator, signedIn }: Pick<PaperSources, 'translator' | 'signedIn'>,
  { said }: SpokenSettings,
  named?: string,
): PaperWords {
  const allSigned = signedIn(language)
  const signed: boolean[] = []
  const practitionerIn = (code: string) =>
    named === undefined ? translator.words(code, 'script')('paper/practitioner') : apart(code, named)
  const filled = (code: string) => {
    const words = translator.words(code, 'guide')
    const practitioner = practitionerIn(code)
    return (key: string) => wholeNumbers(words(key, { ...said[code], practitioner }))
  }
  const scriptIn = (code: string) => (key: string, into: Into) =>
    translator.words(code, 'script')(key, { practitioner: practitionerIn(code), ...into })
  const talk = filled(language)
  const english = filled('en')
  const isAnother = language !== 'en'
  const ask = (file: Namespace, key: string) => {
    if (isAnother) signed.push(translator.has(language, file, key) && allSigned.has(signedName(file, key)))
  }
  const script = (key: string, into: Into = {}): Both => ({
    talk: wholeNumbers(scriptIn(language)(key, into)),
    ...(isAnother ? { english: wholeNumbers(scriptIn('en')(key, into)) } : {}),
  })
  return {
    language,
    guide(key) {
      ask('guide', key)
      return { talk: talk(key), ...(isAnother ? { english: english(key) } : {}) }
    },
    script(key, into) {
      ask('script', key)
      return script(key, into)
    },
    say: (key, into) => translator.words('en', 'console')(key, into),
    draft() {
      if (signed.every(Boolean)) return undefined
      return script(signed.some(Boolean) ? 'now/checking' : 'paper/draft')
    },
  }
}
