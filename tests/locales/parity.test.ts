import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { publishedGuides } from '../../dialogs/guide/guide.ts'
import { wordKeysOf } from '../../dialogs/guide/wordKeys.ts'
import { botFamilies, consoleFamilies, type Families } from './families.ts'
import { codeUnder, type WordsUsed, wordsUsed } from './wordsUsed.ts'

type Words = Readonly<Record<string, string>>

const languages = readdirSync('locales', { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)
const wordsOf = (language: string, file: string) =>
  JSON.parse(readFileSync(`locales/${language}/${file}.json`, 'utf8')) as Words

const guideKeys = new Set(publishedGuides.flatMap(wordKeysOf))
const used = {
  bot: { used: wordsUsed(codeUnder('bot', 'cli', 'cli.ts'), 'bot'), families: botFamilies },
  console: { used: wordsUsed(codeUnder('console/web'), 'say'), families: consoleFamilies },
}

describe.each(languages)('the words of %s', language => {
  it('are those of the guide, no more and no fewer', () => {
    const keys = new Set(Object.keys(wordsOf(language, 'guide')))
    expect({ missing: without(guideKeys, keys), unused: without(keys, guideKeys) }).toEqual(none)
  })

  it.each(['bot', 'console'] as const)('are those the %s asks for, no more and no fewer', file => {
    const { used: of, families } = used[file]
    expect(partings(wordsOf(language, file), of, families)).toEqual({
      ...none,
      unknownFamilies: [],
      unusedFamilies: [],
    })
  })

  it.each(['guide', 'bot', 'console'])('leave open in %s what the English ones do', file => {
    expect(otherPlaces(wordsOf(language, file), wordsOf('en', file))).toEqual([])
  })
})

describe('the check', () => {
  const code = wordsUsed(
    `say('a/one', { to: say(kind === 'say' ? 'a/two' : 'b') }); const key = 'a/three'; say(\`c/\${x}\`)`,
    'say',
  )
  const families = { 'c/*': ['x', 'y'] }
  const words = { 'a/one': '', 'a/two': '', 'a/three': '', b: '', 'c/x': '', 'c/y': '' }
  const agreed = { ...none, unknownFamilies: [], unusedFamilies: [] }

  it('is content with words and code that agree', () => {
    expect(partings(words, code, families)).toEqual(agreed)
  })

  it.each([
    ['a word that nothing asks for', { ...words, extra: '' }, families, { unused: ['extra'] }],
    ['a word of a family that cannot be', { ...words, 'c/z': '' }, families, { unused: ['c/z'] }],
    ['a word that is asked for and not there', { ...words, 'a/two': undefined }, families, { missing: ['a/two'] }],
    ['a word of a family that is not there', { ...words, 'c/y': undefined }, families, { missing: ['c/y'] }],
    ['a family nobody declared', { ...words, 'c/x': undefined, 'c/y': undefined }, {}, { unknownFamilies: ['c/*'] }],
    ['a family that has gone', words, { ...families, 'd/*': [] }, { unusedFamilies: ['d/*'] }],
  ])('finds %s', (_fault, faulty, known, found) => {
    const there = Object.fromEntries(Object.entries(faulty).filter(([, text]) => text !== undefined)) as Words
    expect(partings(there, code, known)).toEqual({ ...agreed, ...found })
  })

  it('finds a place that the English words do not have', () => {
    expect(otherPlaces({ a: '{{one}}, {{two}}', b: '{{x}}' }, { a: '{{two}} {{ one }}', b: '' })).toEqual(['b'])
  })
})

const none = { missing: [] as string[], unused: [] as string[] }

/** Where words and code have parted. */
function partings(words: Words, { asked, computed, strings }: WordsUsed, families: Families) {
  const keys = new Set(Object.keys(words))
  const inFamilies = new Set(
    Object.entries(families).flatMap(([family, names]) => names.map(name => family.replace('*', () => name))),
  )
  const known = new Set(Object.keys(families))
  return {
    missing: without(new Set([...asked, ...inFamilies]), keys),
    unused: without(keys, new Set([...strings, ...inFamilies])),
    unknownFamilies: without(computed, known),
    unusedFamilies: without(known, strings),
  }
}

const without = (these: ReadonlySet<string>, those: ReadonlySet<string>) => [...these].filter(each => !those.has(each))

/** Keys whose words leave open other places than the English ones. */
function otherPlaces(words: Words, english: Words): string[] {
  const places = (text = '') =>
    [...text.matchAll(/\{\{\s*(\w+)/g)]
      .map(([, place = '']) => place)
      .toSorted((a, b) => a.localeCompare(b))
      .join()
  return Object.keys(words).filter(key => places(words[key]) !== places(english[key]))
}
