import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createWordPlaces } from '../console/casework/whoHears.ts'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { sentStrings } from '../console/server/routes/sentStrings.ts'
import { publishedGuides } from '../dialogs/guide/guide.ts'
import type { Namespace } from '../locales/createWords.ts'
import { drafted, reviewText, stateFrom } from '../locales/review.ts'
import { localesFolder, readShipped, type ShippedLanguage } from '../locales/shippedWords.ts'
import { createTranslator } from '../locales/translator.ts'
import { type Progress, progressOf, wordStates } from '../locales/wordStates.ts'
import { toXliff } from '../locales/xliff.ts'
import type { Command } from './commands.ts'

const options = {
  json: { type: 'boolean' },
  draft: { type: 'string' },
  export: { type: 'string' },
} as const

/**
 * `languages`: how far the words of each language have come, as its files say it: what linguists changed in an installation
 * is in that one's database, and its own pages show it. `--draft <code> [<file>:<key> ...]` writes its `review.json`, with a
 * draft for each string that had no entry or has become another, and for those that are named; `all` does every language's.
 * `--export <code>`: XLIFF.
 */
export const languages: Command = async (args, { print }) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const shipped = readShipped()
  if (values.export !== undefined) return print((await exported(oneOf(shipped, values.export))).trimEnd())
  if (values.draft === 'all') for (const one of shipped) draft(one, [], print)
  else if (values.draft !== undefined) draft(oneOf(shipped, values.draft), positionals, print)
  if (values.draft !== undefined) return
  if (positionals.length > 0) throw new ExpectedError('Name strings only with --draft <code>.')
  for (const one of shipped) {
    const { code, englishName } = one.language
    const progress = progressIn(one)
    print(values.json ? JSON.stringify({ language: code, ...progress }) : lineOf(code, englishName, progress))
  }
}

function oneOf(shipped: readonly ShippedLanguage[], code: string): ShippedLanguage {
  const one = shipped.find(({ language }) => language.code === code)
  if (one) return one
  throw new ExpectedError(`Name one language: ${shipped.map(({ language }) => language.code).join(', ')}.`)
}

function draft(one: ShippedLanguage, again: readonly string[], print: (text: string) => void): void {
  const { language, words, review, english } = one
  const unknown = again.filter(name => !stringsIn(one).some(each => name === `${each.file}:${each.key}`))
  if (unknown.length > 0) throw new ExpectedError(`There are no such strings: ${unknown.join(', ')}.`)
  const isAgain = (file: Namespace, key: string) => again.includes(`${file}:${key}`)
  const made = drafted(review, words, english, isAgain)
  writeFileSync(new URL(`${language.code}/review.json`, localesFolder), reviewText(made))
  print(lineOf(language.code, language.englishName, progressIn({ ...one, review: made })))
}

async function exported(one: ShippedLanguage): Promise<string> {
  const { code } = one.language
  const words = stringsIn(one).map(each => ({ ...each, note: '', backTranslation: '' }))
  const say = createTranslator().words('en', 'console')
  return toXliff(code, sentStrings(words, createWordPlaces(publishedGuides), say))
}

const progressIn = (one: ShippedLanguage): Progress => progressOf(stringsIn(one).map(({ state }) => state))

function stringsIn({ english, words, review }: ShippedLanguage) {
  return Object.entries(english).flatMap(([name, entries]) =>
    Object.entries(entries).map(([key, source]) => {
      const file = name as Namespace
      const text = words[file]?.[key] ?? ''
      return { file, key, english: source, text, state: stateFrom(review[file]?.[key], source, text) }
    }),
  )
}

function lineOf(code: string, name: string, progress: Progress): string {
  const counts = wordStates.filter(state => progress[state] > 0).map(state => `${progress[state]} ${state}`)
  return `${code.padEnd(4)} ${name.padEnd(16)} ${String(progress.total).padStart(5)}: ${counts.join(', ')}`
}
