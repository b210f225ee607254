import type { AgeBand, Guide, Prompt } from '../dialogs/guide/schema.ts'
import { promptWordsKey } from '../dialogs/guide/wordKeys.ts'
import type { Lexicon } from '../dialogs/hearing/lexicon.ts'
import { nextStep, type Step } from '../dialogs/plan/nextStep.ts'
import type { InterviewRecord } from '../dialogs/record/record.ts'
import type { Translator, Words } from '../locales/translator.ts'

/** What of the local settings is said to a young person, by language; and what nobody has checked yet. */
export interface BotSettings {
  said: Readonly<Record<string, Filling>>
  unverified: readonly (keyof Filling)[]
}

interface Filling {
  recipients: string
  reachMe: string
  helplines: string
}

/** What words are made with. */
export interface Wording {
  translator: Translator
  /** What accounts in a language are heard by; undefined where they are not heard yet. */
  lexicon(language: string): Lexicon | undefined
  settings: BotSettings
}

/** An interview as it stands, with the words to show it in. Made anew each turn: no words are ever kept. */
export interface View extends Wording {
  guide: Guide
  record: InterviewRecord
  step: Step
  /** Words for the practitioner. */
  bot: Words
  /** The guide's words in the language of the talk. */
  talk: Words
  /** The same in English, for titles, and beside words in another language. */
  english: Words
}

/** The practitioner's language. NB: what the young person hears is in the language of the talk. */
export const practitionerLanguage = 'en'

export function viewOf(wording: Wording, guide: Guide, record: InterviewRecord): View {
  const { translator } = wording
  return {
    ...wording,
    guide,
    record,
    step: nextStep(guide, record),
    bot: translator.words(practitionerLanguage, 'bot'),
    talk: translator.words(record.language, 'guide'),
    english: translator.words(practitionerLanguage, 'guide'),
  }
}

/** What is said for a prompt, in the language of the talk and, where that is another, in English as well. */
export function promptWords(view: View, prompt: Prompt): { words: string; english?: string } {
  return both(view, promptWordsKey(prompt, ageIn(view.record), view.record.regime))
}

export function both(view: View, key: string): { words: string; english?: string } {
  const { language } = view.record
  const practitioner = view.bot('your-name')
  const words = view.talk(key, { ...saidIn(view, language), practitioner })
  if (language === practitionerLanguage) return { words }
  return { words, english: view.english(key, { ...saidIn(view, practitionerLanguage), practitioner }) }
}

/** What fills the places in a language's words. */
export function saidIn({ settings: { said } }: Pick<Wording, 'settings'>, language: string): Filling {
  const filling = said[language] ?? said[practitionerLanguage]
  if (!filling) throw new Error('The settings are said in English at least.')
  return filling
}

/** What a choice, or yes and no, is called in the language of the talk. */
export function labelOf(view: View, prompt: Prompt, code: string): string {
  return view.talk(labelKey(prompt, code))
}

export function labelKey(prompt: Prompt, code: string): string {
  return prompt.kind === 'plain' ? `answer/${code}` : `option/${prompt.id}/${code}`
}

const ages: Readonly<Record<string, AgeBand>> = {
  'under-11': 'under11',
  'from-11-to-15': '11to15',
  'over-15': 'over15',
}

function ageIn(record: InterviewRecord): AgeBand {
  const value = record.fields['prepare.age']?.entries.at(-1)?.value
  return (value?.kind === 'choice' ? ages[value.option] : undefined) ?? '11to15'
}
