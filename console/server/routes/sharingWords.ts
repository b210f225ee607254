import type { Guide, Regime } from '../../../dialogs/guide/schema.ts'
import { promptWordsKey } from '../../../dialogs/guide/wordKeys.ts'
import type { Translator } from '../../../locales/translator.ts'
import type { SpokenSettings } from '../../casework/localSettings.ts'
import type { Recipient } from '../../casework/sharing/recipients.ts'
import type { DocumentWords } from '../../casework/sharing/sharedDocument.ts'

/** The words of a document in the language of whoever prepares it. */
export function sharingWords(
  translator: Translator,
  asked: string,
  recipient: Recipient,
  { guides, regime, said }: { guides: readonly Guide[]; regime: Regime; said: SpokenSettings['said'] },
): DocumentWords {
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
    say: key => say(`sharing/doc-${key}`),
    recipient: recipientWords(recipient, say),
    field(field) {
      if (field === 'concern') return say('sharing/doc-concern')
      if (field === 'case/parentInformation') return say('event/parentInformation')
      if (field === 'case/declined') return say('event/declined')
      const prompt = prompts.get(bare(field))
      return known(prompt ? promptWordsKey(prompt, '11to15', regime) : `coverage/${field}`) ?? field
    },
    code(field, code) {
      const prompt = prompts.get(bare(field))
      const option = known(`option/${bare(field)}/${code}`)
      if (option !== undefined) return option
      if (code === 'chose-not-to-say') return say(`told/${code}`)
      if (code !== 'yes' && code !== 'no') return code
      return prompt ? guideWords(`answer/${code}`) : say(`told/${code}`)
    },
    voice: voice => say(`voice/${voice}`),
    why: why => say(`shared-why/${why}`),
    clock: id => say(`clock/${id}`),
    time: at => times.format(new Date(at)),
  }
}

const recipientWords = ({ id, name }: Recipient, say: (key: string) => string) => name ?? say(`recipient/${id}`)
