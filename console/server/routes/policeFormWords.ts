import type { Translator } from '../../../locales/translator.ts'
import type { FormWords } from '../../casework/intelligence/policeForm.ts'

/** The words of the form for police in the language of whoever prepares it. */
export function policeFormWords(translator: Translator, language: string) {
  const say = translator.words(language, 'console')
  const times = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...{ timeZone: 'Europe/London', weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  } as const)
  const time = (at: string) => times.format(new Date(at))
  const words: FormWords = {
    say: key => say(`police-form/${key}`),
    kind: kind => say(`intelligence-kind/${kind}`),
    voice: voice => say(`voice/${voice}`),
    certainty: certainty => say(`certainty/${certainty}`),
    reveals: reveals => say(`reveals/${reveals}`),
    time,
  }
  return { words, asOf: (at: string) => say('police-form/as-of', { when: time(at) }) }
}
