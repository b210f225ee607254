import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverage } from '../../../dialogs/guide/coverage.ts'
import { hear, type Suggestion } from '../../../dialogs/hearing/hear.ts'
import { lexiconFrom } from '../../../dialogs/hearing/lexicon.ts'
import { LexiconWords } from '../../../dialogs/hearing/lexiconWords.ts'
import words from '../../../locales/en/hearing.json' with { type: 'json' }
import { accountsApart, accountsFresh } from './accountsApart.ts'
import { accountsExamined, accountsExaminedAfter, accountsExaminedLast } from './accountsExamined.ts'
import { accountsTuned } from './accountsTuned.ts'

const lexicon = lexiconFrom(LexiconWords.parse(words))
const asCodes = (suggestions: readonly Suggestion[]) =>
  suggestions.map(({ coverage: id, told }) => (told === 'no' ? `-${id}` : id))

describe('hear', () => {
  it.each(accountsTuned)('hears in "%s": %s', (account, expected) => {
    const { missed, wrong } = compared(account, expected)
    expect({ missed, wrong }).toEqual({ missed: [], wrong: [] })
  })

  // The floors are under what is measured today, so that a change that makes it worse is seen.
  it.each([
    ['apart', accountsApart],
    ['fresh', accountsFresh],
  ])('keeps its precision and recall on the accounts kept %s', (_, accounts) => {
    const { precision, recall } = scored(accounts)
    expect(precision).toBeGreaterThan(0.85)
    expect(recall).toBeGreaterThan(0.95)
  })

  it.each([
    ['an examiner wrote', accountsExamined],
    ['an examiner wrote after that', accountsExaminedAfter],
    ['an examiner wrote last', accountsExaminedLast],
  ])('keeps its precision and recall on the accounts %s', (_, accounts) => {
    const { precision, recall } = scored(accounts)
    expect(precision).toBeGreaterThan(0.9)
    expect(recall).toBeGreaterThan(0.85)
  })

  // What an examiner caught, and the worst that a hearing can do.
  it.each([
    ["it's not because of bullying", 'push.bullying'],
    ["it's not like he hit me or owt", 'harm.physically-hurt'],
    ['it is not that he threatened me', 'harm.threatened'],
    ['it is not as if they locked me in', 'harm.kept'],
    ['he stopped before he hurt me', 'harm.physically-hurt'],
    ['the lad next door took an overdose last year', 'harm.self-harm'],
    ['his sister wants to die', 'harm.suicidal-thoughts'],
    ['my friend owes a dealer three hundred pounds', 'trafficking.owes-money'],
    ['my cousin got bullied at that school', 'push.bullying'],
    ["Danny's mum got beaten up by his dad", 'harm.physically-hurt'],
    ['we watched a lad get robbed', 'harm.something-bad'],
    ["maybe I'd feel safer if I lived with Nan", 'safe.felt-safe'],
    ['would you tell the police if I had taken something', 'sharing.wants-passed-on'],
  ])('never takes "%s" for a yes to %s', (account, id) => {
    expect(asCodes(hear(lexicon, account))).not.toContain(id)
  })

  it.each([
    ['I might cut myself if they send me back', 'harm.self-harm'],
    ["I'm going to hurt myself if you make me stay here", 'harm.self-harm'],
    ['I would kill myself if I had to go back there', 'harm.suicidal-thoughts'],
    ['I wish I was dead', 'harm.suicidal-thoughts'],
  ])('hears what is meant as well as what was done in "%s": %s', (account, id) => {
    expect(asCodes(hear(lexicon, account))).toContain(id)
  })

  it('puts what the prompt listens for first, then the rest as heard', () => {
    const account = 'I got a coach, slept in a park and had a row with my mum'
    const all = hear(lexicon, account).map(({ coverage: id }) => id)
    expect(all[0]).toBe('away.transport')
    const listening = hear(lexicon, account, { listenFor: ['push.arguments-at-home'] }).map(({ coverage: id }) => id)
    expect(listening).toEqual(['push.arguments-at-home', ...all.filter(id => id !== 'push.arguments-at-home')])
  })

  it('proposes the yes alone where both were said', () => {
    const heard = hear(lexicon, "At first I said he didn't hurt me. He hit me on the Sunday.")
    expect(heard.filter(({ coverage: id }) => id === 'harm.physically-hurt')).toEqual([
      { coverage: 'harm.physically-hurt', told: 'yes', because: 'He hit me on the Sunday' },
    ])
  })

  it.each([
    ['She said \u201cI was cold\u201d. She didn\u2019t take any drugs \u{1F642}', 'She didn\u2019t take any drugs'],
    ['Well, he didnt   hurt ME ok', 'Well, he didnt   hurt ME ok'],
  ])('gives the words of "%s" letter for letter', (account, because) => {
    expect(hear(lexicon, account).map(each => each.because)).toContain(because)
  })

  it.each(['', '   ', '?!', '\u{1F642}', 'xyz', 'Constructor said constructor __proto__ toString'])(
    'hears nothing in "%s"',
    account => {
      expect(hear(lexicon, account)).toEqual([])
    },
  )

  it('never throws, proposes only known coverage once, and only in words that were said', () => {
    const ids = new Set(coverage.map(({ id }) => id))
    const word = fc.constantFrom(...phrases(), ...accountsTuned.map(([account]) => account))
    const account = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(word).map(parts => parts.join(' ')),
    )
    fc.assert(
      fc.property(account, text => {
        const heard = hear(lexicon, text)
        expect(hear(lexicon, text)).toEqual(heard)
        expect(new Set(heard.map(each => each.coverage)).size).toBe(heard.length)
        for (const each of heard) {
          expect(ids.has(each.coverage)).toBe(true)
          expect(each.because).not.toBe('')
          expect(text.includes(each.because)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  // Tens of milliseconds alone; the room above that is for a busy machine, and a blow-up would take minutes.
  it.each([
    ['ordinary telling', 'I had a row with my mum and I slept in a park, he did not hurt me but I was scared. '],
    ['no sentence ends', 'i never took nothing he said he would hit me if i left and my mate was drunk '],
    ['one word', 'not '],
    ['lead-ins', 'like '],
    ['doubts', 'i dont know if '],
    ['no word at all', "'"],
    ['one long word', 'a'],
  ])('takes 20,000 characters of %s in its stride', (_, part) => {
    const account = part.repeat(Math.ceil(20_000 / part.length)).slice(0, 20_000)
    hear(lexicon, account)
    const before = performance.now()
    hear(lexicon, account)
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})

function compared(account: string, expected: string) {
  const heard = asCodes(hear(lexicon, account))
  const codes = expected.split(' ').filter(Boolean)
  const needed = codes.filter(code => !code.startsWith('?'))
  const allowed = codes.map(code => code.replace('?', ''))
  return {
    right: needed.filter(code => heard.includes(code)),
    missed: needed.filter(code => !heard.includes(code)),
    wrong: heard.filter(code => !allowed.includes(code)),
  }
}

function scored(accounts: typeof accountsApart) {
  const all = accounts.map(([account, expected]) => compared(account, expected))
  const right = all.flatMap(each => each.right).length
  return {
    precision: right / (right + all.flatMap(each => each.wrong).length),
    recall: right / (right + all.flatMap(each => each.missed).length),
  }
}

function phrases(): string[] {
  return 'i he she they my me her not never nobody if but and then because hit hurt drunk weed scared , . ? " \n said told'.split(
    ' ',
  )
}
