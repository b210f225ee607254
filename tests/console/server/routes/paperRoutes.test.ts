import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '../../../../console/casework/roles.ts'
import type { Papers } from '../../../../console/papers/createPapers.ts'
import type { Database } from '../../../../console/records/database/openDatabase.ts'
import { freshDatabase } from '../../../support/database.ts'
import { readDocx } from '../../../support/readDocx.ts'
import { readPdf } from '../../../support/readPdf.ts'
import { storedInterviews } from '../../../support/storedInterviews.ts'
import { openConsole, tokens } from '../openConsole.ts'

let database: Database
let at: Awaited<ReturnType<typeof openConsole>>
beforeAll(async () => {
  database = await freshDatabase()
  at = await openConsole(storedInterviews(database), database)
})
afterAll(async () => {
  await at.close()
  await database.close()
})

async function asked(path: string, role: Role = 'interviewer', url = at.url): Promise<Response> {
  const token = await tokens.issue({ id: role, role })
  return fetch(`${url}/api/papers/${path}`, { headers: { authorization: `Bearer ${token}` } })
}

describe('GET /api/papers', () => {
  it('answers with a PDF that a browser opens, under a name that says what it is', async () => {
    const response = await asked('ar/script?stage=welcome&age=under11')
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/pdf')
    expect(response.headers.get('Content-Disposition')).toBe(
      'inline; filename="return-talk-script-ar-welcome-under11.pdf"',
    )
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    const pages = await readPdf(new Uint8Array(await response.arrayBuffer()))
    expect(pages[0]?.text).toContain(`Page 1 of ${pages.length} · Guide version 2 · Arabic`)
    expect(pages.map(({ text }) => text).join()).not.toContain('What happens next')
  })

  it.each(['offer-letter', 'leaflet', 'parent-letter'])(
    'has the %s as PDF and as Word, for nobody in particular',
    async paper => {
      const pdf = await asked(`so/${paper}`)
      expect(pdf.headers.get('Content-Type')).toBe('application/pdf')
      expect((await readPdf(new Uint8Array(await pdf.arrayBuffer())))[0]?.text).toContain('Somali')
      const word = await asked(`so/${paper}?format=docx`)
      expect(word.headers.get('Content-Type')).toMatch(/wordprocessingml/)
      expect(word.headers.get('Content-Disposition')).toBe(`attachment; filename="return-talk-${paper}-so.docx"`)
      const { text, foot } = readDocx(Buffer.from(await word.arrayBuffer()))
      expect(text.includes('___')).toBe(paper !== 'leaflet')
      expect(foot).toContain('Draft translation')
    },
  )

  it('has the card of numbers as Word too, with no English on it but what to say to be put through', async () => {
    const word = await asked('so/numbers?format=docx')
    expect(word.headers.get('Content-Disposition')).toBe('attachment; filename="return-talk-numbers-so.docx"')
    const { text, foot } = readDocx(Buffer.from(await word.arrayBuffer()))
    for (const said of ['Childline', '0800', '116', 'I speak Somali']) expect(text).toContain(said)
    expect(text).not.toContain('Keep this only where')
    expect(foot).not.toContain('Draft translation')
  })

  it.each(['interviewer', 'coordinator', 'manager', 'interpreter', 'trainee', 'trainer'] as const)(
    'is for everyone who talks or learns to: %s',
    async role => expect((await asked('en/card', role)).status).toBe(200),
  )

  it.each(roles.filter(role => ['administrator', 'auditor'].includes(role)))('is not for the %s', async role => {
    const response = await asked('en/card', role)
    expect(response.status).toBe(403)
    expect(await response.json()).toEqual({ error: 'People in this role may not do this.' })
  })

  it.each([
    ['xx/script', 404, /no such paper/],
    ['ar', 404, /no such page/],
    ['ar/poster', 404, /no such paper/],
    ['ar/script?stage=prepare', 404, /no such stage/],
    ['ar/script?stage=', 400, /cannot be read/],
    ['ar/script?age=12', 400, /cannot be read/],
    ['ar/card?stage=welcome', 400, /cannot be read/],
    ['ar/numbers?age=under11', 400, /cannot be read/],
    ['ar/script?stage=welcome&stage=plan', 400, /cannot be read/],
    ['ar/script?colour=blue', 400, /cannot be read/],
    ['ar/card?format=docx', 400, /cannot be read/],
    ['ar/leaflet?age=under11', 400, /cannot be read/],
    ['ar/leaflet?format=odt', 400, /cannot be read/],
  ])('refuses %s with %i, and says why', async (path, status, why) => {
    const response = await asked(path)
    expect(response.status).toBe(status)
    expect(((await response.json()) as { error: string }).error).toMatch(why)
  })

  it.each([
    ['busy', 503, /try again in a minute/],
    ['failed', 500, /try again/],
  ] as const)('says what to do when the press is %s', async (problem, status, why) => {
    const failing = async () => ({ ok: false, problem }) as const
    const papers: Papers = { make: failing, document: failing, close: async () => {} }
    const other = await openConsole(storedInterviews(database), database, { papers })
    const response = await asked('ar/script', 'interviewer', other.url)
    await other.close()
    expect(response.status).toBe(status)
    expect(((await response.json()) as { error: string }).error).toMatch(why)
  })
})
