import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../../console/records/database/openDatabase.ts'
import type { WordAct } from '../../../../console/records/words/wordAct.ts'
import { hashOf } from '../../../../locales/review.ts'
import { freshConnection, freshDatabase } from '../../../support/database.ts'
import { smallArabic, smallReviews } from '../../../support/smallWords.ts'

type Small = Awaited<ReturnType<typeof smallReviews>>

const key = 'prompt/welcome.you-decide'
const english = smallArabic.english.guide?.[key] ?? ''
const words = smallArabic.words.guide?.[key] ?? ''
const better = 'أنت تقرر. تستطيع أن تقول لا يا {{practitioner}}.'

let database: Database
let small: Small
beforeEach(async () => {
  database = await freshDatabase()
  small = await smallReviews(database)
  return async () => {
    small.reviews.stop()
    await database.close()
  }
})

const act = (other: Partial<WordAct> = {}): WordAct => ({
  ...{ file: 'guide', key, do: 'save', english: hashOf(english), seen: 0, text: better, note: '', backTranslation: '' },
  ...other,
})
const standing = (of = key) => small.reviews.strings('ar')?.find(each => each.key === of)

describe('a correction', () => {
  it('is said at once, is a draft of whoever wrote it, and is there again after a restart', async () => {
    expect(await small.reviews.act('ar', act({ note: 'plainer' }), 'sam')).toMatchObject({
      ok: true,
      value: { text: better, state: 'draft', by: { person: 'sam' }, writer: 'sam', seen: 1, note: 'plainer' },
    })
    expect(small.said.get(`ar guide:${key}`)).toBe(better)
    const again = await smallReviews(database)
    expect(again.said).toEqual(small.said)
    expect(again.reviews.strings('ar')).toEqual(small.reviews.strings('ar'))
    again.reviews.stop()
  })

  it.each([
    ['empty', ' '],
    ['without its place', 'أنت تقرر.'],
    ['with letters that are not seen', `${better}\u200f`],
  ])('that is %s is refused, and nothing is kept', async (_what, text) => {
    expect(await small.reviews.act('ar', act({ text }), 'sam')).toEqual({ ok: false, problem: 'faulty-words' })
    expect(await small.reviews.history('ar', { file: 'guide', key })).toEqual([])
    expect(small.said.size).toBe(0)
  })

  it('of words that somebody else has changed meanwhile is refused, and both are there to choose from', async () => {
    await small.reviews.act('ar', act(), 'sam')
    expect(await small.reviews.act('ar', act({ text: `${better}!` }), 'kim')).toEqual({
      ok: false,
      problem: 'changed-meanwhile',
    })
    expect(standing()).toMatchObject({ text: better, seen: 1 })
  })

  it('beside an English that has changed meanwhile is refused', async () => {
    const outcome = await small.reviews.act('ar', act({ english: hashOf('Another') }), 'sam')
    expect(outcome).toEqual({ ok: false, problem: 'changed-meanwhile' })
  })

  it('by two at once is kept once', async () => {
    const there = await smallReviews(database)
    const both = await Promise.all([
      small.reviews.act('ar', act({ text: `${better}!` }), 'sam'),
      there.reviews.act('ar', act({ text: `${better}?` }), 'kim'),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await small.reviews.history('ar', { file: 'guide', key })).toHaveLength(1)
    there.reviews.stop()
  })

  it('of nothing keeps nothing', async () => {
    expect(await small.reviews.act('ar', act({ text: words }), 'sam')).toMatchObject({ ok: true, value: { seen: 0 } })
    expect(await small.reviews.history('ar', { file: 'guide', key })).toEqual([])
  })

  it.each([
    ['another language', 'fa', act()],
    ['a string that is not there', 'ar', act({ key: 'prompt/gone' })],
  ])('of %s is refused', async (_what, language, asked) => {
    expect(await small.reviews.act(language, asked, 'sam')).toEqual({ ok: false, problem: 'unknown-words' })
  })

  it('is never changed or taken away again, not even in the database', async () => {
    await small.reviews.act('ar', act(), 'sam')
    for (const statement of ["update word_changes set by = 'kim'", 'delete from word_changes']) {
      await expect(database.pool.query(statement)).rejects.toThrow('only ever added to')
    }
  })
})

describe('signing', () => {
  it('is for another person than the one who wrote the words', async () => {
    await small.reviews.act('ar', act(), 'sam')
    const sign = act({ do: 'sign', seen: 1 })
    expect(await small.reviews.act('ar', sign, 'sam')).toEqual({ ok: false, problem: 'own-words' })
    expect(standing()?.state).toBe('draft')
    expect(await small.reviews.act('ar', sign, 'kim')).toMatchObject({ ok: true, value: { state: 'signed' } })
  })

  it('is not got around by checking one’s own words, or by notes', async () => {
    await small.reviews.act('ar', act(), 'sam')
    await small.reviews.act('ar', act({ do: 'check', seen: 1 }), 'sam')
    await small.reviews.act('ar', act({ seen: 2, note: 'from another' }), 'kim')
    const sign = act({ do: 'sign', seen: 3, note: 'from another' })
    expect(await small.reviews.act('ar', sign, 'sam')).toEqual({ ok: false, problem: 'own-words' })
  })

  it('is for anyone where the words came with this version', async () => {
    const sign = act({ do: 'sign', text: words })
    expect(await small.reviews.act('ar', sign, 'sam')).toMatchObject({ ok: true, value: { state: 'signed' } })
  })

  it('is of the words as they stand alone', async () => {
    expect(await small.reviews.act('ar', act({ do: 'sign' }), 'sam')).toEqual({
      ok: false,
      problem: 'changed-meanwhile',
    })
  })

  it('is over once the words are others, and not once the notes are', async () => {
    await small.reviews.act('ar', act({ do: 'sign', text: words }), 'sam')
    await small.reviews.act('ar', act({ seen: 1, text: words, backTranslation: 'The choice is yours' }), 'kim')
    expect(standing()).toMatchObject({ state: 'signed', by: { person: 'sam' }, backTranslation: 'The choice is yours' })
    // What is signed is checked already.
    await small.reviews.act(
      'ar',
      act({ do: 'check', seen: 2, text: words, backTranslation: 'The choice is yours' }),
      'kim',
    )
    expect(standing()).toMatchObject({ state: 'signed', seen: 2 })
    await small.reviews.act('ar', act({ seen: 2 }), 'kim')
    expect(standing()).toMatchObject({ state: 'draft', by: { person: 'kim' } })
  })

  it('makes what was stale signed, and a note alone leaves it stale', async () => {
    const how = 'prompt/welcome.how'
    const stale = {
      key: how,
      english: hashOf(smallArabic.english.guide?.[how] ?? ''),
      text: smallArabic.words.guide?.[how] ?? '',
    }
    expect(standing(how)?.state).toBe('stale')
    await small.reviews.act('ar', act({ ...stale, note: 'the English says more now' }), 'sam')
    expect(standing(how)).toMatchObject({ state: 'stale', note: 'the English says more now' })
    await small.reviews.act('ar', act({ ...stale, do: 'sign', seen: 1 }), 'sam')
    expect(standing(how)?.state).toBe('signed')
    expect(small.reviews.progress('ar')).toMatchObject({ signed: 2, stale: 0, total: 4 })
  })
})

describe('what was done', () => {
  it('is in the audit, by key and language and without a word', async () => {
    await small.reviews.act('ar', act({ note: 'marked note' }), 'sam')
    await small.reviews.act('ar', act({ do: 'check', seen: 1, note: 'marked note' }), 'kim')
    await small.reviews.act('ar', act({ do: 'sign', seen: 2, note: 'marked note' }), 'kim')
    const { lines } = await small.audit.lines({}, 10)
    expect(lines.map(({ by, act, about }) => [by, act, about])).toEqual([
      ['kim', 'words-signed', `ar guide:${key}`],
      ['kim', 'words-checked', `ar guide:${key}`],
      ['sam', 'words-corrected', `ar guide:${key}`],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/marked|تقرر/)
  })

  it('is not done where the audit cannot be written', async () => {
    const fails = () => Promise.reject(new Error('No audit.'))
    const there = await smallReviews(database, { audit: { write: fails } })
    await expect(there.reviews.act('ar', act(), 'sam')).rejects.toThrow('No audit.')
    expect(await there.reviews.history('ar', { file: 'guide', key })).toEqual([])
    there.reviews.stop()
  })

  it('is found by another process that nobody told', async () => {
    const there = await smallReviews(database, { everyMs: 20 })
    await small.reviews.act('ar', act(), 'sam')
    await expect.poll(() => there.said.get(`ar guide:${key}`)).toBe(better)
    there.reviews.stop()
  })
})

describe('an import', () => {
  const brought = [
    { file: 'guide' as const, key, source: english, target: better },
    { file: 'guide' as const, key: 'answer/yes', source: 'Yes', target: 'نعم' },
    { file: 'guide' as const, key: 'prompt/welcome.how', source: 'You can stop.', target: 'قف' },
    { file: 'script' as const, key: 'now/title', source: 'The script', target: 'The script' },
    { file: 'script' as const, key: `gone/${randomUUID()}`, source: 'a', target: 'ب' },
  ]

  it('is sorted before anything of it is kept', () => {
    const sorted = small.reviews.sort('ar', brought)
    expect(sorted).toMatchObject({
      changed: [{ key, text: better, standing: { text: words } }],
      same: 1,
      otherEnglish: [{ key: 'prompt/welcome.how' }],
      faulty: [{ key: 'now/title', faults: ['other-writing'] }],
      unknown: [expect.stringMatching(/^script:gone/)],
    })
    expect(standing()).toMatchObject({ text: words, seen: 0 })
  })

  it('is kept as drafts of whoever brought it, who cannot sign them', async () => {
    const sorted = small.reviews.sort('ar', brought)
    if (!sorted) throw new Error('There is Arabic.')
    expect(await small.reviews.bring('ar', sorted, 'sam')).toEqual({ ok: true, value: 1 })
    expect(standing()).toMatchObject({ text: better, state: 'draft', writer: 'sam' })
    expect(small.said.get(`ar guide:${key}`)).toBe(better)
    const sign = act({ do: 'sign', seen: 1 })
    expect(await small.reviews.act('ar', sign, 'sam')).toEqual({ ok: false, problem: 'own-words' })
  })

  it('is not kept at all where one of its strings has changed since', async () => {
    const both = [...brought, { file: 'guide' as const, key: 'answer/yes', source: 'Yes', target: 'أجل' }].slice(1)
    const sorted = small.reviews.sort('ar', [...both, ...brought.slice(0, 1)])
    if (!sorted) throw new Error('There is Arabic.')
    expect(sorted.changed).toHaveLength(2)
    await small.reviews.act('ar', act({ text: `${better}!` }), 'kim')
    expect(await small.reviews.bring('ar', sorted, 'sam')).toEqual({ ok: false, problem: 'changed-meanwhile' })
    expect(standing('answer/yes')).toMatchObject({ text: 'نعم', state: 'signed' })
  })
})

describe('a backup’s way back', () => {
  let connection: Awaited<ReturnType<typeof freshConnection>>
  let other: Database
  beforeAll(async () => {
    connection = await freshConnection()
    other = await openDatabase(connection, () => {})
  })
  afterAll(() => other.close())

  it('has the numbers go on from where they were', async () => {
    await small.reviews.act('ar', act(), 'sam')
    const rows = await database.db.selectFrom('word_changes').selectAll().execute()
    await other.db.insertInto('word_changes').values(rows).execute()
    const there = await smallReviews(other)
    expect(await there.reviews.act('ar', act({ do: 'sign', seen: 1 }), 'kim')).toMatchObject({ value: { seen: 2 } })
    there.reviews.stop()
  })
})
