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
  /** The language the practitioner is spoken to in. NB: what the young person hears is in the language of the talk. */
  screen: string
  /** Words for the practitioner. */
  bot: Words
  /** The guide's words in the language of the talk. */
  talk: Words
  /** The same in the practitioner's own language, for titles, and beside words in another. */
  own: Words
}

export function viewOf(wording: Wording, guide: Guide, record: InterviewRecord, screen: string): View {
  const { translator } = wording
  return {
    ...wording,
    guide,
    record,
    step: nextStep(guide, record),
    screen,
    bot: translator.words(screen, 'bot'),
    talk: translator.words(record.language, 'guide'),
    own: translator.words(screen, 'guide'),
  }
}

/** What is said for a prompt, in the language of the talk and, where that is another, in the practitioner's own as well. */
export function promptWords(view: View, prompt: Prompt): { words: string; own?: string } {
  return both(view, promptWordsKey(prompt, ageIn(view.record), view.record.regime))
}

export function both(view: View, key: string): { words: string; own?: string } {
  const { language } = view.record
  const practitioner = view.bot('your-name')
  const words = view.talk(key, { ...saidIn(view, language), practitioner })
  if (language === view.screen) return { words }
  return { words, own: view.own(key, { ...saidIn(view, view.screen), practitioner }) }
}

/** What fills the places in a language's words. */
export function saidIn({ settings: { said } }: Pick<Wording, 'settings'>, language: string): Filling {
  const filling = said[language] ?? said.en
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
