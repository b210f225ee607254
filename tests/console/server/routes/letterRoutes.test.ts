import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseEventBody } from '../../../../console/casework/episode/caseEvents.ts'
import { type Role, roles } from '../../../../console/casework/roles.ts'
import type { Person } from '../../../../console/contract/people.ts'
import type { Papers } from '../../../../console/papers/createPapers.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import { freshDatabase } from '../../../support/database.ts'
import { readDocx } from '../../../support/readDocx.ts'
import { readPdf } from '../../../support/readPdf.ts'
import { storedInterviews } from '../../../support/storedInterviews.ts'
import { type Client, granted, openConsole, tokens } from '../openConsole.ts'

let database: Database
let at: Awaited<ReturnType<typeof openConsole>>
let client: Client
/** With an account of their own, and so with a name. */
let sender: Person
let outsider: Person
beforeAll(async () => {
  database = await freshDatabase()
  at = await openConsole(storedInterviews(database, { now: () => new Date() }), database)
  client = await at.client()
  sender = await account('sam.example', 'demo')
  outsider = await account('out.sider', 'elsewhere')
})
afterAll(async () => {
  await at.close()
  await database.close()
})

const deviceAt = new Date().toISOString()

async function account(signInName: string, team: string): Promise<Person> {
  const { accounts, personById } = at.identity
  const id = await accounts.make({ name: 'Sam Example', signInName, password: null, role: 'interviewer', team })
  const person = id && (await personById(id))
  if (!person) throw new Error('The account was not made.')
  return person
}

async function caseOf(...more: CaseEventBody[]): Promise<string> {
  const episode = randomUUID()
  const bodies: CaseEventBody[] = [
    { type: 'notified', source: 'police' },
    { type: 'named', calledAs: 'Example Wren' },
    ...more,
  ]
  granted(await client.emitWithAck('case:begin', { episode, id: randomUUID(), deviceAt, bodies }))
  return episode
}

async function asked(episode: string, path: string, person = sender, url = at.url): Promise<Response> {
  const authorization = `Bearer ${await tokens.issue(person)}`
  return fetch(`${url}/api/cases/${episode}/letters/${path}`, { headers: { authorization } })
}
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })

describe('GET /api/cases/:id/letters', { timeout: 60_000 }, () => {
  it('answers with a letter of this case, with the name, the day and who sends it, and none of them in its name', async () => {
    const episode = await caseOf()
    const response = await asked(episode, 'offer-letter?language=en')
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/pdf')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Content-Disposition')).toBe('inline; filename="return-talk-offer-letter-en.pdf"')
    const text = (await readPdf(await bytesOf(response))).map(page => page.text).join(' ')
    expect(text).toContain('For Example Wren')
    expect(text).toContain('my name is Sam Example.')
    expect(text).toContain(today.format(new Date()))
  })

  it('answers with Word, in the language that is asked for', async () => {
    const episode = await caseOf({ type: 'consent', at: deviceAt, answer: 'given' })
    const response = await asked(episode, 'parent-letter?language=uk&format=docx')
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="return-talk-parent-letter-uk.docx"')
    const { text } = readDocx(await bytesOf(response))
    expect(text).toContain('Example Wren')
    expect(text).toContain('Мене звати Sam Example.')
    // It was given: nobody is asked twice.
    expect(text).not.toContain('If I need you to agree')
  })

  it('says to someone who is here alone that it is not about staying', async () => {
    const episode = await caseOf({ type: 'described', facts: { unaccompanied: true } })
    const response = await asked(episode, 'leaflet?language=en&format=docx')
    expect(readDocx(await bytesOf(response)).text).toContain('who can stay in this country')
  })

  it('is in the audit before it is made, by its kind and without a word of it', async () => {
    const episode = await caseOf()
    await asked(episode, 'parent-letter?language=ar&format=docx')
    const { rows } = await database.pool.query(
      `select about from audit where act = 'case-letter-made' and episode = $1 order by seq`,
      [episode],
    )
    expect(rows).toEqual([{ about: 'parent-letter.docx' }])
  })

  it('is had by those who need to know of the case, and by nobody else', async () => {
    const episode = await caseOf()
    for (const role of roles) {
      const { status } = await asked(episode, 'leaflet?language=en', { id: role, role, team: 'demo' })
      expect([role, status]).toEqual([role, mayRead.includes(role) ? 200 : 403])
    }
    expect((await asked(episode, 'leaflet?language=en', outsider)).status).toBe(403)
  })

  it.each([
    ['script?language=en', 404],
    ['offer-letter', 400],
    ['offer-letter?language=xx', 404],
    ['offer-letter?language=en&format=txt', 400],
    ['offer-letter?language=en&name=x', 400],
  ])('refuses %s with %i', async (path, status) => {
    const episode = await caseOf()
    expect((await asked(episode, path)).status).toBe(status)
  })

  it('says that there is no such case, and what to do when the press is busy', async () => {
    expect((await asked(randomUUID(), 'leaflet?language=en')).status).toBe(404)
    const busy = async () => ({ ok: false, problem: 'busy' }) as const
    const papers: Papers = { make: busy, document: busy, close: async () => {} }
    const other = await openConsole(storedInterviews(database), database, { papers })
    const response = await asked(await caseOf(), 'leaflet?language=en', sender, other.url)
    await other.close()
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ error: expect.stringMatching(/try again in a minute/) })
  })
})

const mayRead: readonly Role[] = ['interviewer', 'coordinator', 'manager']
