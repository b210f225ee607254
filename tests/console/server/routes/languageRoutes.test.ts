import { beforeEach, describe, expect, it } from 'vitest'
import type {
  ActOnWord,
  ImportPreview,
  LanguageResponse,
  ReviewedKeys,
  WordActed,
  WordHistoryResponse,
  WordLine,
  WordRefusal,
} from '../../../../console/contract/languages.ts'
import { longestXliff } from '../../../../console/contract/languages.ts'
import type { Person } from '../../../../console/contract/people.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import { createTranslator } from '../../../../locales/translator.ts'
import { freshDatabase } from '../../../support/database.ts'
import { smallArabic, smallReviews } from '../../../support/smallWords.ts'
import { storedInterviews } from '../../../support/storedInterviews.ts'
import { openConsole, tokens } from '../openConsole.ts'

const key = 'prompt/welcome.you-decide'
const better = 'أنت تقرر. تستطيع أن تقول لا يا {{practitioner}}.'
const linguist: Person = { id: 'interpreter', role: 'interpreter', team: 'demo' }
/** Another one: with a token, since the demo has one interpreter. */
const manager: Person = { id: 'manager', role: 'manager', team: 'demo' }

let database: Database
let small: Awaited<ReturnType<typeof smallReviews>>
let at: Awaited<ReturnType<typeof openConsole>>
beforeEach(async () => {
  database = await freshDatabase()
  const translator = createTranslator()
  small = await smallReviews(database, { correct: translator.correct })
  at = await openConsole(storedInterviews(database), database, { wordReviews: small.reviews, translator })
  return async () => {
    small.reviews.stop()
    await at.close()
    await database.close()
  }
})

async function ask<T>(path: string, body?: object, person: Person = linguist): Promise<{ status: number; body: T }> {
  const response = await fetch(`${at.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${await tokens.issue(person)}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : text) as T }
}

const exported = async () => (await ask<string>('/api/languages/ar/export')).body

async function lineOf(of = key): Promise<WordLine> {
  const { body } = await ask<LanguageResponse>('/api/languages/ar')
  const line = body.lines.find(each => each.key === of)
  if (!line) throw new Error('There is no such line.')
  return line
}

async function actOn(of: string, other: Partial<ActOnWord>, person?: Person) {
  const { file, key, hash, seen, text, note, backTranslation } = await lineOf(of)
  const act: ActOnWord = { do: 'save', file, key, english: hash, seen, text, note, backTranslation, ...other }
  return ask<WordActed & WordRefusal>('/api/languages/ar/words', act, person)
}

describe('the words that a talk is held in', () => {
  it('are the corrected ones from then on, for anyone', async () => {
    const before = await ask<Record<string, string>>('/locales/ar/guide.json')
    expect(before.body['prompt/welcome.how']).not.toBe('قف متى شئت، في أي وقت.')
    const saved = await actOn('prompt/welcome.how', { text: 'قف متى شئت، في أي وقت.', note: 'shorter' })
    expect(saved).toMatchObject({
      status: 200,
      body: { line: { state: 'draft', yours: true }, people: { interpreter: { role: 'interpreter' } } },
    })
    const open = await fetch(`${at.url}/locales/ar/guide.json`)
    expect(((await open.json()) as Record<string, string>)['prompt/welcome.how']).toBe('قف متى شئت، في أي وقت.')
  })

  it('are told to anyone by how far they have come, what is in no list being a draft', async () => {
    await actOn('now/title', { do: 'check' })
    const response = await fetch(`${at.url}/locales/ar/review.json`)
    expect((await response.json()) as ReviewedKeys).toEqual({
      checked: ['script:now/title'],
      signed: ['guide:answer/yes'],
      stale: ['guide:prompt/welcome.how'],
    })
    expect((await fetch(`${at.url}/locales/en/review.json`)).status).toBe(404)
  })
})

describe('a linguist', () => {
  it('sees how far each language has come, and each string with its English and who brought it there', async () => {
    const { body } = await ask<{ languages: unknown }>('/api/languages')
    expect(body.languages).toEqual([{ language: 'ar', progress: expect.objectContaining({ total: 4, signed: 1 }) }])
    expect(await lineOf('answer/yes')).toMatchObject({
      ...{ english: 'Yes', text: 'نعم', state: 'signed', by: { name: 'Example Linguist' }, yours: false },
    })
  })

  it('cannot sign their own words, and is told so in a sentence', async () => {
    await actOn(key, { text: better })
    expect(await actOn(key, { do: 'sign' })).toMatchObject({
      status: 409,
      body: { problem: 'own-words', error: expect.stringMatching(/another person/) },
    })
  })

  it('is given the words as they are now where they have changed meanwhile', async () => {
    await actOn(key, { text: better })
    expect(await actOn(key, { seen: 0, text: `${better}!` })).toMatchObject({
      status: 409,
      body: { problem: 'changed-meanwhile', now: { line: { text: better, seen: 1 } } },
    })
  })

  it('is refused words that have lost a place', async () => {
    expect(await actOn(key, { text: 'أنت تقرر.' })).toMatchObject({ status: 422, body: { problem: 'faulty-words' } })
  })

  it('reads what was done, newest first, and whether it was for this English', async () => {
    await actOn(key, { text: better })
    const { body } = await ask<WordHistoryResponse>(`/api/languages/ar/history?file=guide&key=${key}`)
    expect(body).toMatchObject({ changes: [{ number: 1, by: 'interpreter', text: better, isPresent: true }] })
    for (const [query, status] of [
      ['', 400],
      ['?file=guide&key=gone', 404],
      ['?file=other&key=a', 400],
    ] as const) {
      expect((await ask(`/api/languages/ar/history${query}`)).status).toBe(status)
    }
  })
})

describe('someone who may only read', () => {
  it('sees it all and changes nothing', async () => {
    expect((await ask('/api/languages/ar', undefined, manager)).status).toBe(200)
    expect((await actOn(key, { do: 'sign' }, manager)).status).toBe(403)
    expect((await ask('/api/languages/ar/import', { xliff: 'x' }, manager)).status).toBe(403)
  })
})

describe('what is sent', () => {
  it.each([{}, { do: 'delete' }, { seen: -1 }, { text: 'x'.repeat(5_001) }, { file: '../guide' }, { extra: true }])(
    'is refused where the contract says otherwise: %j',
    async other => {
      const act = { do: 'save', file: 'guide', key, english: 'a'.repeat(12), seen: 0, text: 'ب', note: '' }
      const { status, body } = await ask<WordRefusal>('/api/languages/ar/words', { ...act, ...other })
      expect([status, body.problem]).toEqual([400, 'bad-request'])
    },
  )

  it.each(['fa', 'en', '..%2fen', 'xx'])('to a language that is not here, %s, finds nothing', async language => {
    for (const path of ['', '/export']) expect((await ask(`/api/languages/${language}${path}`)).status).toBe(404)
    expect((await ask(`/api/languages/${language}/import`, { xliff: '<a/>' })).status).toBe(404)
  })
})

describe('a translator’s file', () => {
  const bring = (xliff: string, digest?: string) =>
    ask<ImportPreview & WordRefusal & { kept: number }>('/api/languages/ar/import', {
      xliff,
      ...(digest ? { digest } : {}),
    })

  it('has every string with its notes, and is in the audit', async () => {
    await actOn('prompt/welcome.how', { note: 'shorter' })
    const response = await fetch(`${at.url}/api/languages/ar/export`, {
      headers: { authorization: `Bearer ${await tokens.issue(linguist)}` },
    })
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=return-talk-ar.xlf')
    const xliff = await response.text()
    expect(xliff.match(/<trans-unit /g)).toHaveLength(4)
    expect(xliff).toContain('<note>Note: shorter</note>')
    expect(xliff).toContain('<note>Said to a young person of 11 to 17</note>')
    const { lines } = await small.audit.lines({ act: 'words-exported' }, 10)
    expect(lines[0]).toMatchObject({ by: 'interpreter', about: 'ar' })
  })

  it('changes nothing where it comes straight back', async () => {
    const { body } = await bring(await exported())
    expect(body).toMatchObject({ changed: [], same: 4, faulty: [], otherEnglish: [], unknown: [] })
  })

  it('is shown first, then kept as drafts, with what was signed among them said', async () => {
    const xliff = (await exported()).replace('>نعم<', '>أجل<').replace('النص', 'The script')
    const { status, body } = await bring(xliff)
    expect([status, body.faulty.map(({ key }) => key)]).toEqual([200, ['now/title']])
    expect(body.changed).toEqual([{ file: 'guide', key: 'answer/yes', text: 'أجل', before: 'نعم', state: 'signed' }])
    expect((await lineOf('answer/yes')).text).toBe('نعم')
    expect(await bring(xliff, body.digest)).toMatchObject({ status: 200, body: { kept: 1 } })
    expect(await lineOf('answer/yes')).toMatchObject({ text: 'أجل', state: 'draft', yours: true })
    // The same answer again is about what stood before.
    expect(await bring(xliff, body.digest)).toMatchObject({ status: 409, body: { problem: 'changed-meanwhile' } })
  })

  it.each([
    ['no XLIFF', async () => 'Hello', 400, 'not-xliff'],
    ['a bomb of entities', async () => `<!DOCTYPE x [<!ENTITY a "b">]>${await exported()}`, 400, 'not-xliff'],
    [
      'for another language',
      async () => (await exported()).replaceAll('language="ar"', 'language="fa"'),
      400,
      'other-language',
    ],
  ])('that is %s is refused', async (_what, make, status, problem) => {
    expect(await bring(await make())).toMatchObject({ status, body: { problem } })
  })

  it('that is too large is refused before it is read', async () => {
    expect((await bring('x'.repeat(longestXliff + 1))).status).toBe(413)
    expect((await bring('x'.repeat(longestXliff * 2 + 1))).status).toBe(413)
  })

  it('leaves out what was made from another English, and says so', async () => {
    const { english } = smallArabic
    const source = english.guide?.['prompt/welcome.how'] ?? ''
    const { body } = await bring((await exported()).replace(`<source>${source}<`, '<source>Another<'))
    expect(body.otherEnglish).toEqual([{ file: 'guide', key: 'prompt/welcome.how' }])
    expect(body.changed).toEqual([])
  })
})

describe('the log and the audit', () => {
  it('have no word of what was written', async () => {
    await actOn(key, { text: better, note: 'marked note' })
    const xliff = (await exported()).replace('>نعم<', '>أجل<')
    const { body } = await ask<ImportPreview>('/api/languages/ar/import', { xliff })
    await ask('/api/languages/ar/import', { xliff, digest: body.digest })
    const { lines } = await small.audit.lines({}, 200)
    expect(lines.map(({ act, about }) => [act, about])).toEqual([
      ['words-imported', 'ar 1'],
      ['words-exported', 'ar'],
      ['words-corrected', `ar guide:${key}`],
    ])
    expect(`${JSON.stringify(lines)}${at.log.join('')}`).not.toMatch(/[\u0600-\u06ff]|marked/)
  })
})
