import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseEventBody } from '../../../../console/casework/episode/caseEvents.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import type { Interviews } from '../../../../console/records/interviews.ts'
import { freshDatabase } from '../../../support/database.ts'
import { readDocx } from '../../../support/readDocx.ts'
import { readPdf } from '../../../support/readPdf.ts'
import { request, storedInterviews, taken } from '../../../support/storedInterviews.ts'
import { granted, interpreter, interviewer, openConsole, tokens } from '../openConsole.ts'

let database: Database
let interviews: Interviews
let at: Awaited<ReturnType<typeof openConsole>>
beforeAll(async () => {
  database = await freshDatabase()
  interviews = storedInterviews(database, { now: () => new Date() })
  at = await openConsole(interviews, database)
})
afterAll(async () => {
  await at.close()
  await database.close()
})

const deviceAt = new Date().toISOString()
const concernWords = 'قال إنه سيؤذيني'
const parentWords = 'She was with an aunt all along.'

/** A case whose interview raised a concern, and whose parent told something. */
async function begun() {
  const client = await at.client()
  const [episode, interview] = [randomUUID(), randomUUID()]
  const bodies: CaseEventBody[] = [{ type: 'notified', source: 'police', reference: 'INVENTED/8' }]
  granted(await client.emitWithAck('case:begin', { episode, id: randomUUID(), deviceAt, bodies }))
  await interviews.begin(
    { interview, id: randomUUID(), language: 'en', regime: 'all-shared', team: 'demo', intents: [], episode },
    { by: 'interviewer', from: 'console', deviceAt },
  )
  const write = async (body: CaseEventBody) =>
    granted(await client.emitWithAck('case:write', { episode, id: randomUUID(), deviceAt, body }))
  await write({ type: 'covered', interview })
  await write({ type: 'named', calledAs: 'Example Heron' })
  await write({ type: 'parentInformation', at: deviceAt, words: parentWords })
  const raised = { do: 'concern', concern: randomUUID(), words: concernWords, voice: 'young-person' } as const
  await taken(interviews, interview, request(raised, { by: 'interviewer' }))
  return { episode, interview, write }
}

async function asked(episode: string, format: string, person = interviewer) {
  const authorization = `Bearer ${await tokens.issue(person)}`
  return fetch(`${at.url}/api/cases/${episode}/report.${format}?language=en`, { headers: { authorization } })
}

describe('the report of a case', { timeout: 60_000 }, () => {
  it('is all of it, in every format, and kept by nobody', async () => {
    const { episode, write } = await begun()
    await write({ type: 'toldBack', what: 'record', at: deviceAt, language: 'ar', answer: 'not-safe-to-ask' })
    const file = async (format: string) => {
      const response = await asked(episode, format)
      expect([format, response.status]).toEqual([format, 200])
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="report.${format}"`)
      return Buffer.from(await response.arrayBuffer())
    }
    const pdf = (await readPdf(await file('pdf'))).map(({ text }) => text).join(' ')
    const { text: word } = readDocx(await file('docx'))
    const [json, csv] = [(await file('json')).toString(), (await file('csv')).toString()]
    for (const text of [pdf, word, json, csv]) {
      for (const meant of ['Example Heron', 'INVENTED/8', parentWords]) expect(text).toContain(meant)
      for (const each of concernWords.split(' ')) expect(text.normalize('NFKC')).toContain(each)
    }
    for (const text of [pdf, word, csv]) expect(text).toContain('It was not safe to ask them')
  })

  it('is in the audit before it is made, by its format and never by words', async () => {
    const { episode } = await begun()
    await asked(episode, 'csv')
    const found = await database.pool.query<{ about: string }>(
      `select about from audit where act = 'case-report-read' and episode = $1`,
      [episode],
    )
    expect(found.rows.map(({ about }) => about)).toEqual(['csv'])
  })

  it('is of a case that is there, in a format there is, for whoever may read it', async () => {
    const { episode } = await begun()
    expect((await asked(randomUUID(), 'pdf')).status).toBe(404)
    expect((await asked(episode, 'doc')).status).toBe(404)
    expect((await asked(episode, 'pdf', interpreter)).status).toBe(403)
  })

  it('is kept from someone who does not need to know of an interview that covers it', async () => {
    const { episode, write } = await begun()
    const other = await begun()
    await write({ type: 'covered', interview: other.interview })
    await database.pool.query(
      `update episodes set restricted = true, worker = 'someone', reviewers = '{}' where id = $1`,
      [other.episode],
    )
    at.episodes.forget(other.episode)
    at.episodes.forget(other.interview)
    expect((await asked(episode, 'pdf')).status).toBe(403)
  })
})
