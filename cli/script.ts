import { parseArgs } from 'node:util'
import { spokenSettings } from '../console/casework/localSettings.ts'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { readConfig } from '../console/server/config.ts'
import type { Prompt, Regime } from '../dialogs/guide/schema.ts'
import { promptWordsKey } from '../dialogs/guide/wordKeys.ts'
import { plainCodes } from '../dialogs/replies/readChoice.ts'
import { defaultWordsIn } from '../locales/defaultWords.ts'
import { languageOf } from '../locales/languages.ts'
import { createTranslator, type Words } from '../locales/translator.ts'
import type { Command } from './commands.ts'
import { newestGuide } from './newestGuide.ts'
import { printed } from './printed.ts'

const options = {
  pdf: { type: 'string' },
  paper: { type: 'string' },
  stage: { type: 'string' },
  age: { type: 'string' },
} as const

/**
 * `script <lang>`: everything said to a young person, to print and write on when there is no screen. With `--pdf <file>` as
 * pages in both languages, or with `--paper` another of the papers there are.
 */
export const script: Command = async (args, { print, environment }) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const translator = createTranslator()
  const [language = '', ...others] = positionals
  if (others.length > 0 || !translator.languages.includes(language)) {
    throw new ExpectedError(`Name one language: ${translator.languages.join(', ')}.`)
  }
  const { pdf, ...asked } = values
  if (pdf !== undefined) return print(await printed(pdf, { language, ...asked }, translator, environment))
  if (Object.keys(asked).length > 0) throw new ExpectedError('--paper, --stage and --age go with --pdf <file>.')
  const { regime, said } = spokenSettings(readConfig(environment).settings, defaultWordsIn(translator))
  const filled = (code: string) => {
    const words = translator.words(code, 'guide')
    const practitioner = translator.words(code, 'script')('paper/practitioner')
    return (key: string) => words(key, { ...said[code], practitioner })
  }
  const page: Page = {
    speak: translator.words(language, 'script'),
    talk: filled(language),
    english: language === 'en' ? undefined : filled('en'),
    regime,
  }
  print(scriptOf(page, language))
}

interface Page {
  /** What the paper itself says. */
  speak: Words
  talk: (key: string) => string
  /** Beside another language, for whoever reads only English. */
  english: ((key: string) => string) | undefined
  regime: Regime
}

function scriptOf(page: Page, language: string): string {
  const { speak } = page
  const guide = newestGuide()
  const spoken = guide.stages.filter(stage => !stage.practitionerOnly)
  const stages = spoken.flatMap(stage => [
    heading(inBoth(page, `stage/${stage.id}`).join(' / '), '='),
    ...(stage.pensDown ? [speak('paper/pens-down'), ''] : []),
    ...stage.topics.flatMap(topic => [
      heading(inBoth(page, `topic/${topic.id}`).join(' / '), '-'),
      ...topic.prompts.flatMap(prompt => promptLines(page, prompt, stage.pensDown)),
    ]),
  ])
  const passOn = guide.concern.prompts
    .filter(({ kind }) => kind === 'say')
    .flatMap(each => promptLines(page, each, false))
  return [
    heading(speak('paper/script'), '='),
    `${speak('paper/version', { version: guide.version })} · ${languageOf(language).ownName}`,
    speak('paper/how'),
    '',
    ...stages,
    heading(speak('paper/concern'), '='),
    ...passOn,
  ].join('\n')
}

const heading = (text: string, line: string) => `${text}\n${line.repeat(text.length)}\n`
const room = `${'_'.repeat(70)}\n`

function promptLines(page: Page, prompt: Prompt, pensDown: boolean): string[] {
  const { speak, regime } = page
  const codes = prompt.kind === 'plain' ? plainCodes : (prompt.options ?? [])
  const optionKey = (code: string) => (prompt.kind === 'plain' ? `answer/${code}` : `option/${prompt.id}/${code}`)
  const ages = prompt.ages.filter(age => age !== '11to15')
  return [
    ...inBoth(page, promptWordsKey(prompt, '11to15', regime)),
    ...ages.flatMap(age => {
      return inBoth(page, promptWordsKey(prompt, age, regime)).map(words => `  ${speak(`paper/${age}`)}: ${words}`)
    }),
    ...codes.map(code => `  [ ] ${inBoth(page, optionKey(code)).join(' / ')}`),
    ...prompt.followUps.flatMap(({ id }) => {
      return inBoth(page, `follow-up/${id}`).map(words => `  ${speak('paper/follow-up')}: ${words}`)
    }),
    prompt.kind === 'say' || pensDown ? '' : `${room}${prompt.kind === 'account' ? `${room}${room}` : ''}`,
  ]
}

function inBoth({ talk, english }: Page, key: string): string[] {
  return english ? [talk(key), `(${english(key)})`] : [talk(key)]
}
