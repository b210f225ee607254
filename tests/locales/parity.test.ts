import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { publishedGuides } from '../../dialogs/guide/guide.ts'
import { spokenKeysOf, wordKeysOf } from '../../dialogs/guide/wordKeys.ts'
import { type Entries, type Namespace, namespaces } from '../../locales/createWords.ts'
import { languageFaults, wantedWords } from '../../locales/languageFaults.ts'
import { languageCodes, languageOf, languages } from '../../locales/languages.ts'
import { createTranslator } from '../../locales/translator.ts'
import { botFamilies, consoleFamilies, type Families, scriptFamilies } from './families.ts'
import { letters } from './letters.ts'
import { codeUnder, type WordsUsed, wordsUsed } from './wordsUsed.ts'

const folder = new URL('../../locales/', import.meta.url)
const wordsOf = (language: string, file: Namespace) =>
  JSON.parse(readFileSync(new URL(`${language}/${file}.json`, folder), 'utf8')) as Entries
const filesOf = ({ screen }: { screen: boolean }): readonly Namespace[] => (screen ? namespaces : ['guide', 'script'])

const spoken = new Set(publishedGuides.flatMap(spokenKeysOf))
const english = Object.fromEntries(namespaces.map(file => [file, wordsOf('en', file)])) as Record<Namespace, Entries>
const heard = Object.fromEntries(Object.entries(english.guide).filter(([key]) => spoken.has(key)))
const englishFor = (file: Namespace, { screen }: { screen: boolean }) =>
  file === 'guide' && !screen ? heard : english[file]

const used: Readonly<Record<Exclude<Namespace, 'guide'>, { code: WordsUsed; families: Families }>> = {
  bot: { code: wordsUsed(codeUnder('bot', 'cli', 'cli.ts'), 'bot'), families: botFamilies },
  console: {
    code: wordsUsed(
      codeUnder(
        'console/web',
        'console/papers',
        'console/server/routes/sharingWords.ts',
        'console/server/routes/policeFormWords.ts',
      ),
      'say',
    ),
    families: consoleFamilies,
  },
  script: {
    code: wordsUsed(
      codeUnder('console/web/script', 'console/web/interpreter', 'console/papers', 'cli', 'locales/defaultWords.ts'),
      'speak',
      'script',
    ),
    families: scriptFamilies,
  },
}

describe('the English words', () => {
  it('are those of the published guides, no more and no fewer', () => {
    const keys = new Set(Object.keys(english.guide))
    const asked = new Set(publishedGuides.flatMap(wordKeysOf))
    expect({ missing: without(asked, keys), unused: without(keys, asked) }).toEqual(none)
  })

  it.each(['bot', 'console', 'script'] as const)('are those the code asks of %s, no more and no fewer', file => {
    const { code, families } = used[file]
    const agreed = { ...none, unknownFamilies: [], unusedFamilies: [] }
    expect(partings(english[file], code, families)).toEqual(agreed)
  })
})

describe('the languages', () => {
  it('have a folder each, and there is no other', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
    expect(folders.map(({ name }) => name).toSorted()).toEqual(languageCodes.toSorted())
  })

  it('have each a writing system that is told by its letters', () => {
    expect(Object.keys(letters).toSorted()).toEqual(languageCodes.toSorted())
  })
})

describe.each(languages.map(language => [language.code, language] as const))('the words of %s', (code, language) => {
  it('are in the files it needs and in no others', () => {
    const names = readdirSync(new URL(`${code}/`, folder))
    const here = namespaces.filter(file => names.includes(`${file}.json`))
    expect(here).toEqual(namespaces.filter(file => filesOf(language).includes(file)))
  })

  it.each(filesOf(language))('have nothing wrong in %s that a program can find', file => {
    const found = languageFaults(language, wordsOf(code, file), englishFor(file, language))
    // What the bot understands is given in two languages.
    expect(found.filter(({ key }) => !(file === 'bot' && key.startsWith('command/')))).toEqual([])
  })

  it('are written in its own letters', () => {
    const all = Object.entries({ ...wordsOf(code, 'guide'), ...wordsOf(code, 'script') })
    expect(otherLetters(code, all)).toEqual([])
  })

  it('are kept in the composed form, and in one line', () => {
    const all = filesOf(language).flatMap(file => Object.entries(wordsOf(code, file)))
    const odd = all.filter(([, text]) => text !== text.normalize('NFC') || /[\r\t\u2028\u2029]/.test(text))
    expect(odd).toEqual([])
  })
})

describe('plural words', () => {
  // From the CLDR, so that a browser or a Node that knows fewer does not make the forms fewer.
  it.each([
    ['en', 'one other'],
    ['cy', 'zero one two few many other'],
    ['ar', 'zero one two few many other'],
    ['apd', 'zero one two few many other'],
    ['fa', 'one other'],
    ['prs', 'one other'],
    ['ps', 'one other'],
    ['ckb', 'one other'],
    ['kmr', 'one other'],
    ['ur', 'one other'],
    ['ti', 'one other'],
    ['am', 'one other'],
    ['so', 'one other'],
    ['vi', 'other'],
    ['sq', 'one other'],
    ['uk', 'one few many other'],
    ['pl', 'one few many other'],
    ['ro', 'one few other'],
    ['fr', 'one many other'],
  ])('of %s have the forms %s', (code, forms) => {
    const wanted = forms.split(' ').map(form => `flag/waiting_${form}`)
    expect(Object.keys(wordsOf(code, 'script')).filter(key => key.startsWith('flag/waiting'))).toEqual(
      expect.arrayContaining(wanted),
    )
    expect(Object.keys(wordsOf(code, 'script')).filter(key => key.startsWith('flag/waiting'))).toHaveLength(
      wanted.length,
    )
  })

  it.each(languageCodes)('of %s are said for every number, in words of its own', code => {
    const translator = createTranslator()
    const say = translator.words(code, 'script')
    const inEnglish = translator.words('en', 'script')
    for (const count of [0, 1, 2, 3, 5, 7, 11, 21, 22, 100, 102]) {
      const words = say('flag/waiting', { count })
      expect(words.trim()).not.toBe('')
      expect(words).not.toContain('{{')
      if (code !== 'en') expect(words).not.toBe(inEnglish('flag/waiting', { count }))
    }
  })
})

describe('the check of the code', () => {
  const code = wordsUsed(
    `say('a/one', { to: say(kind === 'say' ? 'a/two' : 'b') }); const key = 'a/three'; say(\`c/\${x}\`); say('d')`,
    'say',
  )
  const families = { 'c/*': ['x', 'y'] }
  const words = { 'a/one': '', 'a/two': '', 'a/three': '', b: '', 'c/x': '', 'c/y': '', d_one: '', d_other: '' }
  const agreed = { missing: [], unused: [], unknownFamilies: [], unusedFamilies: [] }

  it('is content with words and code that agree', () => {
    expect(partings(words, code, families)).toEqual(agreed)
  })

  it.each([
    ['a word that nothing asks for', { ...words, extra: '' }, families, { unused: ['extra'] }],
    ['a word of a family that cannot be', { ...words, 'c/z': '' }, families, { unused: ['c/z'] }],
    ['a word that is asked for and not there', { ...words, 'a/two': undefined }, families, { missing: ['a/two'] }],
    ['a word of a family that is not there', { ...words, 'c/y': undefined }, families, { missing: ['c/y'] }],
    ['a plural that nothing asks for', { ...words, e_one: '', e_other: '' }, families, { unused: ['e'] }],
    ['a family nobody declared', { ...words, 'c/x': undefined, 'c/y': undefined }, {}, { unknownFamilies: ['c/*'] }],
    ['a family that has gone', words, { ...families, 'd/*': [] }, { unusedFamilies: ['d/*'] }],
  ])('finds %s', (_fault, faulty, known, found) => {
    const there = Object.fromEntries(Object.entries(faulty).filter(([, text]) => text !== undefined)) as Entries
    expect(partings(there, code, known)).toEqual({ ...agreed, ...found })
  })

  it('reads words asked for by any of several names, and by a function that was just made', () => {
    const { asked } = wordsUsed(`speak('a'); script('b'); words(language, 'script')('c'); bot('d')`, 'speak', 'script')
    expect([...asked]).toEqual(['a', 'b', 'c'])
  })
})

describe('the check of a language', () => {
  const [arabic, polish, tigrinya] = [languageOf('ar'), languageOf('pl'), languageOf('ti')]
  const source = { a: 'You can stop at any time.', b: 'Call {{who}} today', c: 'Yes' }
  const words = { a: 'تقدر توقف في أي وقت.', b: 'اتصل بـ{{who}} اليوم', c: 'نعم' }

  it('is content with words that are right', () => {
    expect(languageFaults(arabic, words, source)).toEqual([])
  })

  it.each([
    ['missing', { ...words, c: undefined }],
    ['not-asked-for', { ...words, d: 'لا' }],
    ['empty', { ...words, c: ' ' }],
    ['other-places', { ...words, b: 'اتصل بـ{{whom}} اليوم' }],
    ['other-places', { ...words, b: 'اتصل اليوم بهذا الرقم' }],
    ['other-places', { ...words, a: `${words.a} {{who}}` }],
    ['other-places', { ...words, a: `${words.a} $t(b)` }],
    ['other-writing', { ...words, a: 'You can توقف في أي وقت.' }],
    ['other-writing', { ...words, a: 'ደው ከተብል ትኽእል ኢኻ።' }],
    ['too-long', { ...words, a: words.a.repeat(3) }],
    ['too-short', { ...words, a: 'قف.' }],
    ['stray-spaces', { ...words, c: 'نعم ' }],
    ['stray-spaces', { ...words, a: 'تقدر  توقف في أي وقت.' }],
    ['hidden-letters', { ...words, a: `\u202b${words.a}` }],
  ])('finds what is %s', (fault, faulty) => {
    const there = Object.fromEntries(Object.entries(faulty).filter(([, text]) => text !== undefined)) as Entries
    expect(languageFaults(arabic, there, source).map(found => found.fault)).toContain(fault)
  })

  it('finds English that was left, whole or in part, where the letters are the same', () => {
    const left = (text: string) => languageFaults(polish, { a: text }, { a: source.a }).map(({ fault }) => fault)
    expect(left('Możesz przerwać w każdej chwili.')).toEqual([])
    expect(left(source.a)).toContain('left-in-english')
    expect(left('Możesz: stop at any time.')).toContain('left-in-english')
  })

  it('finds a plural form that is missing, or that the language has not', () => {
    const plural = { n_one: '{{count}} message', n_other: '{{count}} messages' }
    expect(Object.keys(wantedWords(polish, plural))).toEqual(['n_one', 'n_few', 'n_many', 'n_other'])
    const two = { n_one: '{{count}} መልእኽቲ', n_two: '{{count}} መልእኽትታት' }
    expect(languageFaults(tigrinya, two, plural)).toEqual([
      { key: 'n_other', fault: 'missing' },
      { key: 'n_two', fault: 'not-asked-for' },
    ])
  })

  it.each([
    ['fa', 'ي', 'كتاب'],
    ['ckb', 'ك', 'كوردى'],
    ['ur', 'ه', 'هے'],
    ['ps', 'ے', 'ے'],
    ['ar', '?', 'نعم?'],
    ['ti', 'አ', 'አብ'],
    ['am', 'ኣ', 'ኣለ'],
    ['ro', 'ş', 'şi'],
    ['uk', 'ы', 'мы'],
    ['vi', 'a mark apart', 'a\u0301'],
  ])("finds a neighbour's letter in %s: %s", (code, _, text) => {
    expect(otherLetters(code, [['a', text]])).toContainEqual(['a', text])
  })

  it('finds that letters a language cannot do without are nowhere', () => {
    expect(otherLetters('ps', [['a', 'په خپله خوښه']])).toContain('no ډ')
  })
})

/** Strings with letters that the language does not have, and letters of its own that no string has. */
function otherLetters(code: string, all: readonly (readonly [string, string])[]): unknown[] {
  const { own, never } = letters[code] ?? { own: '' }
  const bare = all.map(([key, text]) => [key, text.replaceAll(/\{\{\w+\}\}|\d/g, ' ')] as const)
  const whole = bare.map(([, text]) => text).join('\n')
  return [
    ...all.filter((_, place) => never?.test(bare[place]?.[1] ?? '')),
    ...Array.from(own)
      .filter(letter => !whole.includes(letter))
      .map(letter => `no ${letter}`),
  ]
}

/** Where words and code have parted. */
function partings(words: Entries, { asked, computed, strings }: WordsUsed, families: Families) {
  const keys = new Set(Object.keys(words).map(key => key.replace(/_(?:zero|one|two|few|many|other)$/, '')))
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

const none = { missing: [] as string[], unused: [] as string[] }
const without = (these: ReadonlySet<string>, those: ReadonlySet<string>) => [...these].filter(each => !those.has(each))
