import { languageOf } from '../../locales/languages.ts'
import type { Helpline } from '../casework/localSettings.ts'
import type { NumbersPaper } from './paper.ts'
import type { PaperWords } from './paperWords.ts'
import { wholeNumbers } from './wholeNumbers.ts'

/** The card of helplines in the child's language alone: whoever finds it should see no more than that. */
export function composeNumbers(words: PaperWords, helplines: readonly Helpline[]): NumbersPaper {
  const inTalk = (key: string) => words.script(key).talk
  const { code, englishName } = languageOf(words.language)
  return {
    paper: 'numbers',
    helplines: helplines.map(({ name, contact, textToo }) => ({
      name,
      number: wholeNumbers(contact),
      ...(textToo ? { how: inTalk('setting/call-or-text') } : {}),
    })),
    danger: inTalk('paper/danger'),
    free: inTalk('paper/free'),
    noName: inTalk('paper/no-name'),
    ...(code === 'en'
      ? {}
      : {
          inEnglish: {
            how: inTalk('paper/in-english'),
            sentence: words.say('papers/find-interpreter', { language: englishName }),
          },
        }),
    keepSafe: inTalk('paper/keep-safe'),
  }
}
