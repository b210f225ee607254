import { describe, expect, it } from 'vitest'
import { type DefaultWords, defaultSettings, spokenSettings } from '../../../console/casework/localSettings.ts'
import { defaultWordsIn } from '../../../locales/defaultWords.ts'
import { createTranslator } from '../../../locales/translator.ts'

const translator = createTranslator()
const everywhere = defaultWordsIn(translator)
const arabic: DefaultWords = key => ({ recipients: 'الفريق', 'reach-me': 'الرقم', 'call-or-text': 'اتصل' })[key]

describe('spokenSettings', () => {
  it.each(translator.languages)('name each helpline with its number in %s', language => {
    const { helplines } = spokenSettings(defaultSettings, everywhere).said[language] ?? {}
    for (const words of ['Childline', '0800 1111', 'Runaway Helpline', '116 000']) expect(helplines).toContain(words)
  })

  it.each(translator.languages.filter(each => each !== 'en'))(
    'say in %s who reads it, and not in English',
    language => {
      const { said, inEnglish } = spokenSettings(defaultSettings, everywhere)
      expect(said[language]?.recipients).not.toBe(defaultSettings.recipients.words)
      expect(inEnglish[language]).toEqual([])
    },
  )

  it('keep a number from turning round where words run from right to left', () => {
    expect(spokenSettings(defaultSettings, { ar: arabic }).said.ar?.helplines).toBe(
      '\u2068Childline\u2069، \u20680800 1111\u2069؛ \u2068Runaway Helpline\u2069، اتصل \u2068116 000\u2069',
    )
  })

  it("say an authority's own words in the languages it gave them in, and tell where they are in English alone", () => {
    const recipients = { ...defaultSettings.recipients, words: 'your worker', inLanguages: { ur: 'کارکن' } }
    const spoken = spokenSettings({ ...defaultSettings, recipients }, { ar: arabic, ur: arabic })
    expect(spoken.said.ur?.recipients).toBe('کارکن')
    expect(spoken.inEnglish).toEqual({ ar: ['recipients'], ur: [] })
    expect(spoken.said.ar?.recipients).toBe('\u2068your worker\u2069')
  })
})
