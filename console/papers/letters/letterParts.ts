import type { Guide } from '../../../dialogs/guide/schema.ts'
import { promptWordsKey } from '../../../dialogs/guide/wordKeys.ts'
import { languageOf, localeOf } from '../../../locales/languages.ts'
import { apart, defaultSettings, type LocalSettings, type SpokenSettings } from '../../casework/localSettings.ts'
import type { LetterAbout } from '../../casework/papers.ts'
import type { Block, BlockWords } from '../blocks.ts'
import { paperLanguage } from '../documentPaper.ts'
import type { Both } from '../paper.ts'
import type { PaperWords } from '../paperWords.ts'
import { promptOf } from '../promptOf.ts'

/** What a letter is made from. */
export interface LetterSources {
  guide: Guide
  words: PaperWords
  settings: LocalSettings
  spoken: SpokenSettings
  about: LetterAbout | undefined
}

export const paragraph = (words: BlockWords): Block => ({ block: 'paragraph', look: 'plain', words })
export const heading = (words: Both): Block => ({ block: 'heading', level: 1, words })

/** What the guide says to a young person, as it is said here. */
export const saidByGuide = ({ guide, words, spoken }: LetterSources, id: string): Block =>
  paragraph(words.guide(promptWordsKey(promptOf(guide, id), '11to15', spoken.regime)))

/** For whom it is, and of which day: to fill in by hand where nobody said. */
export function addressed({ words, about }: LetterSources, to: 'letter/for' | 'letter/young-person'): Block {
  const { language } = words
  return {
    block: 'facts',
    rows: [
      { name: words.script(to), value: { talk: apart(language, about?.youngPerson ?? '') } },
      { name: words.script('letter/day'), value: { talk: about === undefined ? '' : dayOf(about.day, language) } },
    ],
  }
}

/** 22 November 2026, by the calendar that is kept here and with the digits of the numbers beside it. */
function dayOf(day: string, language: string): string {
  const locale = `${localeOf(language)}-u-ca-gregory-nu-latn`
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))
}

/** How to reach whoever sends it. Until an authority says how, it is written by hand: a letter has no card beside it. */
export function reached(sources: LetterSources, how: 'letter/reach-me' | 'letter/parent-reach'): Block[] {
  const { words, spoken } = sources
  const begins = words.script(how)
  if (!saysHowToReach(sources)) return [{ block: 'lines', label: begins, count: 1 }]
  const { language } = words
  const english = spoken.said.en?.reachMe ?? ''
  const isEnglish = spoken.inEnglish[language]?.includes('reachMe') ?? false
  const said: BlockWords =
    language === 'en' || isEnglish
      ? { talk: english, spoken: paperLanguage('en') }
      : { talk: spoken.said[language]?.reachMe ?? english, english }
  return [paragraph(begins), paragraph(said)]
}

export const saysHowToReach = ({ settings }: Pick<LetterSources, 'settings'>): boolean =>
  settings.reachMe.words !== defaultSettings.reachMe.words

/** Someone who can help tonight, and how to be put through to them by whoever speaks no English. */
export function numbers({ words, settings }: LetterSources): Block[] {
  const { language } = words
  const { englishName } = languageOf(language)
  const textToo = words.script('setting/call-or-text')
  const isEnglish = language === 'en'
  return [
    heading(words.script('paper/numbers')),
    {
      block: 'facts',
      rows: settings.helplines.map(helpline => ({
        name: { talk: apart(language, helpline.name) },
        value: helpline.textToo
          ? {
              talk: `${textToo.talk} ${apart(language, helpline.contact)}`,
              ...(isEnglish ? {} : { english: `${textToo.english} ${helpline.contact}` }),
            }
          : { talk: apart(language, helpline.contact) },
      })),
    },
    paragraph(words.script('paper/danger')),
    paragraph(joined(words.script('paper/free'), words.script('paper/no-name'))),
    ...(isEnglish
      ? []
      : [
          paragraph(words.script('paper/in-english')),
          {
            block: 'paragraph' as const,
            look: 'quote' as const,
            words: {
              talk: words.say('papers/find-interpreter', { language: englishName }),
              spoken: paperLanguage('en'),
            },
          },
        ]),
    paragraph(words.script('paper/keep-safe')),
  ]
}

/** Two short sentences in one line. */
export const joined = (first: Both, second: Both): Both => ({
  talk: `${first.talk} ${second.talk}`,
  ...(first.english === undefined || second.english === undefined
    ? {}
    : { english: `${first.english} ${second.english}` }),
})

/** What an authority does with what was said, in the words of the talk itself. */
export const whatHappens = (sources: LetterSources): Block[] => [
  heading(sources.words.guide('stage/confidentiality')),
  saidByGuide(sources, 'confidentiality.who-reads-it'),
  saidByGuide(sources, 'confidentiality.must-pass-on'),
]
