import type { Guide, Regime } from '../../../dialogs/guide/schema.ts'
import { promptWordsKey } from '../../../dialogs/guide/wordKeys.ts'
import type { Translator } from '../../../locales/translator.ts'
import type { SpokenSettings } from '../../casework/localSettings.ts'
import type { ReportWords } from '../../casework/report/reportWords.ts'
import type { Recipient } from '../../casework/sharing/recipients.ts'
import type { DocumentWords } from '../../casework/sharing/sharedDocument.ts'

export interface WordSources {
  guides: readonly Guide[]
  regime: Regime
  said: SpokenSettings['said']
}

/** The words of a document in the language of whoever prepares it. */
export function sharingWords(
  translator: Translator,
  asked: string,
  recipient: Recipient,
  sources: WordSources,
): DocumentWords {
  const { say, ...words } = caseWords(translator, asked, sources)
  return {
    ...words,
    say: key => say(`sharing/doc-${key}`),
    recipient: recipient.name ?? say(`recipient/${recipient.id}`),
    why: why => say(`shared-why/${why}`),
  }
}

/** The words of a report, in the same language. */
export function reportWords(translator: Translator, asked: string, sources: WordSources): ReportWords {
  const words = caseWords(translator, asked, sources)
  const guide = translator.words(words.language, 'guide')
  return {
    ...words,
    stage: id => guide(`stage/${id}`),
    recipient: ({ recipient, name }) => name ?? words.say(`recipient/${recipient}`),
  }
}

function caseWords(translator: Translator, asked: string, { guides, regime, said }: WordSources) {
  const language = translator.has(asked, 'console', 'sharing/title') ? asked : 'en'
  const say = translator.words(language, 'console')
  const guideWords = translator.words(language, 'guide')
  const times = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...{ timeZone: 'Europe/London', weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  } as const)
  const prompts = new Map(
    guides
      .flatMap(({ stages, concern }) => [...stages.flatMap(({ topics }) => topics), concern])
      .flatMap(topic => topic.prompts.map(prompt => [prompt.id, prompt] as const)),
  )
  // As it was asked: with the words of the settings, and for what is done here with what was said.
  const filling = said[language] ?? said.en ?? {}
  const known = (key: string) => (translator.has('en', 'guide', key) ? guideWords(key, filling) : undefined)
  const bare = (field: string) => field.replace(/^concern\//, '')
  return {
    language,
    say,
    field(field: string) {
      if (field === 'concern') return say('sharing/doc-concern')
      if (field === 'case/parentInformation') return say('event/parentInformation')
      if (field === 'case/declined') return say('event/declined')
      const prompt = prompts.get(bare(field))
      return known(prompt ? promptWordsKey(prompt, '11to15', regime) : `coverage/${field}`) ?? field
    },
    code(field: string, code: string) {
      const prompt = prompts.get(bare(field))
      const option = known(`option/${bare(field)}/${code}`)
      if (option !== undefined) return option
      if (code === 'chose-not-to-say') return say(`told/${code}`)
      if (code !== 'yes' && code !== 'no') return code
      return prompt ? guideWords(`answer/${code}`) : say(`told/${code}`)
    },
    voice: (voice: string) => say(`voice/${voice}`),
    clock: (id: string) => say(`clock/${id}`),
    time: (at: string) => times.format(new Date(at)),
  }
}
