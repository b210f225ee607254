/** How a language is written. Each has a font of its own that the app serves. */
export type WritingSystem = 'Latin' | 'Cyrillic' | 'Arabic' | 'Ethiopic'

export interface Language {
  /** BCP 47: the name of its folder here. */
  code: string
  /** What those who speak it call it. */
  ownName: string
  englishName: string
  writing: WritingSystem
  direction: 'ltr' | 'rtl'
  /** Where it has no words of its own: a language its speakers read as well. English after that. */
  fallsBackTo?: string
  /** The locale whose plural forms and dates it goes by, where browsers do not know its own. */
  goesBy?: string
  /** Whether the practitioner's pages and the bot speak it too, besides what a young person and an interpreter need. */
  screen: boolean
}

const latin = { writing: 'Latin', direction: 'ltr', screen: false } as const
const cyrillic = { writing: 'Cyrillic', direction: 'ltr', screen: false } as const
const arabic = { writing: 'Arabic', direction: 'rtl', screen: false } as const
const ethiopic = { writing: 'Ethiopic', direction: 'ltr', screen: false } as const

/** Every language a talk can be held in, English first. */
export const languages: readonly Language[] = [
  { code: 'en', ownName: 'English', englishName: 'English', ...latin, goesBy: 'en-GB', screen: true },
  { code: 'cy', ownName: 'Cymraeg', englishName: 'Welsh', ...latin, screen: true },
  { code: 'ar', ownName: 'العربية', englishName: 'Arabic', ...arabic },
  {
    code: 'apd',
    ownName: 'عربي سوداني',
    englishName: 'Sudanese Arabic',
    ...arabic,
    fallsBackTo: 'ar',
    goesBy: 'ar-SD',
  },
  { code: 'fa', ownName: 'فارسی', englishName: 'Farsi', ...arabic },
  { code: 'prs', ownName: 'دری', englishName: 'Dari', ...arabic, fallsBackTo: 'fa', goesBy: 'fa-AF' },
  { code: 'ps', ownName: 'پښتو', englishName: 'Pashto', ...arabic },
  { code: 'ckb', ownName: 'کوردیی ناوەندی', englishName: 'Kurdish Sorani', ...arabic },
  { code: 'kmr', ownName: 'Kurmancî', englishName: 'Kurdish Kurmanji', ...latin, goesBy: 'ku' },
  { code: 'ur', ownName: 'اردو', englishName: 'Urdu', ...arabic },
  { code: 'ti', ownName: 'ትግርኛ', englishName: 'Tigrinya', ...ethiopic },
  { code: 'am', ownName: 'አማርኛ', englishName: 'Amharic', ...ethiopic },
  { code: 'so', ownName: 'Soomaali', englishName: 'Somali', ...latin },
  { code: 'vi', ownName: 'Tiếng Việt', englishName: 'Vietnamese', ...latin },
  { code: 'sq', ownName: 'Shqip', englishName: 'Albanian', ...latin },
  { code: 'uk', ownName: 'Українська', englishName: 'Ukrainian', ...cyrillic },
  { code: 'pl', ownName: 'Polski', englishName: 'Polish', ...latin },
  { code: 'ro', ownName: 'Română', englishName: 'Romanian', ...latin },
  { code: 'fr', ownName: 'Français', englishName: 'French', ...latin },
]

/** The languages of a talk by their codes. */
export const languageCodes: readonly string[] = languages.map(({ code }) => code)

/**
 * What is known of a language. A code that is not here is taken for a kind of the language it begins with, or for one written as
 * English is.
 */
export function languageOf(code: string): Language {
  const known = languages.find(each => each.code === code)
  if (known) return known
  const [base = code] = code.split('-')
  const kin = languages.find(each => each.code === base) ?? latin
  return { ...latin, ...kin, code, ownName: code, englishName: code, goesBy: base, screen: true }
}

/** Which way a language is written. */
export const directionOf = (code: string): 'ltr' | 'rtl' => languageOf(code).direction

/** The locale for plural forms and dates. */
export const localeOf = (code: string): string => languageOf(code).goesBy ?? code
