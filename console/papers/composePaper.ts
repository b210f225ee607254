import type { AgeBand, Guide } from '../../dialogs/guide/schema.ts'
import { promptWordsKey } from '../../dialogs/guide/wordKeys.ts'
import type { Namespace } from '../../locales/createWords.ts'
import { defaultWordsIn } from '../../locales/defaultWords.ts'
import { languageOf } from '../../locales/languages.ts'
import type { Translator } from '../../locales/translator.ts'
import { type LocalSettings, type Setting, type SpokenSettings, spokenSettings } from '../casework/localSettings.ts'
import {
  type LetterName,
  letterNamed,
  type PaperAsked,
  paperHasAges,
  paperHasWord,
  paperNames,
} from '../casework/papers.ts'
import type { DocumentPaper } from './blocks.ts'
import { composeNumbers } from './composeNumbers.ts'
import { composeScript } from './composeScript.ts'
import { documentPaper } from './documentPaper.ts'
import { alone, inTalkAlone } from './inTalkAlone.ts'
import { composeLetter } from './letters/composeLetter.ts'
import { numbers } from './letters/letterParts.ts'
import type { CardPaper, PagePaper, Paper } from './paper.ts'
import { createPaperWords, type PaperWords } from './paperWords.ts'
import { promptOf } from './promptOf.ts'

/** What papers are made from. */
export interface PaperSources {
  guide: Guide
  translator: Pick<Translator, 'languages' | 'words' | 'has'>
  settings: LocalSettings
  /** Which words of a language a linguist has signed, as `signedName` has them. */
  signedIn(language: string): ReadonlySet<string>
}

/** What a string is called among those that are signed. */
export const signedName = (file: Namespace, key: string): string => `${file}/${key}`

export type PaperProblem =
  | 'unknown-language'
  | 'unknown-paper'
  | 'unknown-stage'
  | 'unasked-stage'
  | 'unasked-age'
  | 'unasked-format'
export type Composed = { ok: true; value: Paper } | { ok: false; problem: PaperProblem }

/** The words of a paper in their places, with what differs between authorities filled in. */
export function composePaper(asked: PaperAsked, sources: PaperSources): Composed {
  const { language, stage } = asked
  const paper = paperNames.find(each => each === asked.paper)
  if (!sources.translator.languages.includes(language)) return { ok: false, problem: 'unknown-language' }
  if (paper === undefined) return { ok: false, problem: 'unknown-paper' }
  if (stage !== undefined && paper !== 'script') return { ok: false, problem: 'unasked-stage' }
  if (asked.age !== undefined && !paperHasAges(paper)) return { ok: false, problem: 'unasked-age' }
  const letter = letterNamed(paper)
  if (asked.format === 'docx' && !paperHasWord(paper)) return { ok: false, problem: 'unasked-format' }
  if (letter !== undefined) return { ok: true, value: letterPaper(letter, asked, sources) }
  const { guide, translator, settings } = sources
  const spoken = spokenSettings(settings, defaultWordsIn(translator))
  const words = createPaperWords(language, sources, spoken)
  const age = asked.age ?? '11to15'
  if (paper === 'script') {
    const script = composeScript(guide, words, { regime: spoken.regime, stage, age: asked.age })
    if (!script) return { ok: false, problem: 'unknown-stage' }
    return { ok: true, value: { ...script, ...headOf(words, guide, words.script('paper/script'), spoken.unverified) } }
  }
  if (paper === 'what-happens') {
    const page = composeWhatHappens(guide, words, spoken.regime, age)
    const unverified = spoken.unverified.filter(setting => setting !== 'helplines')
    return { ok: true, value: { ...page, ...headOf(words, guide, words.guide('stage/confidentiality'), unverified) } }
  }
  if (paper === 'numbers' && asked.format === 'docx')
    return { ok: true, value: numbersDocument(words, sources, spoken) }
  if (paper === 'numbers') {
    const card = composeNumbers(words, settings.helplines)
    const head = headOf(words, guide, words.script('paper/numbers'), [])
    return { ok: true, value: { ...card, ...head, ...uncheckedHelplines(words, settings) } }
  }
  const title = words.guide('prompt/welcome.interpreter')
  return { ok: true, value: { ...composeCard(words), ...headOf(words, guide, title, []) } }
}

/** The card as a document of its own: in the child's language alone, as on the card. */
function numbersDocument(
  words: PaperWords,
  { guide, translator, settings }: PaperSources,
  spoken: SpokenSettings,
): Paper & DocumentPaper {
  const [, ...blocks] = numbers({ guide, words, settings, spoken, about: undefined })
  const draft = words.draft()
  return documentPaper(translator, {
    ...{ language: words.language, english: 'beneath', large: true },
    title: alone(words.script('paper/numbers')),
    foot: alone(words.script('paper/version', { version: guide.version })),
    blocks: blocks.map(inTalkAlone),
    ...(draft ? { draft: alone(draft) } : {}),
    ...uncheckedHelplines(words, settings),
  })
}

/** Where nobody is named, there is room for a name to be written. */
const room = '_'.repeat(24)

function letterPaper(
  letter: LetterName,
  { language, about }: PaperAsked,
  sources: PaperSources,
): Paper & DocumentPaper {
  const { guide, translator, settings } = sources
  const spoken = spokenSettings(settings, defaultWordsIn(translator))
  const words = createPaperWords(language, sources, spoken, about?.practitioner ?? room)
  const { title, blocks, says } = composeLetter(letter, { guide, words, settings, spoken, about })
  const foot = words.script('paper/version', { version: guide.version })
  const draft = words.draft()
  const what = spoken.unverified.filter(each => says.includes(each)).map(each => words.say(`unchecked/${each}`))
  return documentPaper(translator, {
    ...{ language, title, foot, blocks, english: 'beneath' },
    ...(letter === 'parent-letter' ? {} : { large: true }),
    ...(draft ? { draft } : {}),
    ...(what.length === 0 ? {} : { unchecked: words.say('papers/not-checked', { helplines: what.join('; ') }) }),
  })
}

/** Asked last: by then it is known which words the paper has. */
function headOf(words: PaperWords, guide: Guide, title: Paper['title'], unverified: readonly Setting[]) {
  const page = words.script('paper/page', { page: '@page', pages: '@pages' })
  const version = words.script('paper/version', { version: guide.version })
  const draft = words.draft()
  const { code, ownName, englishName, writing, direction } = languageOf(words.language)
  const what = unverified.map(setting => words.say(`unchecked/${setting}`)).join('; ')
  return {
    language: { code, ownName, englishName, writing, direction },
    title,
    page,
    version,
    ...(draft ? { draft } : {}),
    ...(what === '' ? {} : { unchecked: words.say('unchecked/note', { what }) }),
  }
}

function uncheckedHelplines(words: PaperWords, { helplines }: LocalSettings): { unchecked?: string } {
  const names = helplines.filter(({ lastChecked }) => lastChecked === null).map(({ name }) => name)
  if (names.length === 0) return {}
  return { unchecked: words.say('papers/not-checked', { helplines: names.join(', ') }) }
}

/** In the order in which a young person asks: what it is, who reads it, what cannot stay between us, what I can do, where you are. */
const whatHappens = [
  'confidentiality.being-missing',
  'confidentiality.who-reads-it',
  'confidentiality.must-pass-on',
  'welcome.you-decide',
  'plan.reach-me',
]

function composeWhatHappens(guide: Guide, words: PaperWords, regime: LocalSettings['regime'], age: AgeBand): PagePaper {
  return {
    paper: 'what-happens',
    forYou: words.script('paper/for-you'),
    paragraphs: whatHappens.map(id => words.guide(promptWordsKey(promptOf(guide, id), age, regime))),
  }
}

function composeCard(words: PaperWords): CardPaper {
  return {
    paper: 'card',
    forYou: words.script('private/for-you'),
    how: words.script('private/how-on-paper'),
    pictures: {
      yes: words.script('private/yes'),
      no: words.script('private/no'),
      'not-sure': words.script('private/not-sure'),
    },
  }
}
