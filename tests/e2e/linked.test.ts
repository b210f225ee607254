import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseEventBody } from '../../console/casework/episode/caseEvents.ts'
import type { ClientToServer, ServerToClient } from '../../console/contract/sockets.ts'
import { createTokens } from '../../console/server/identity/tokens.ts'
import type { Intent } from '../../dialogs/intent.ts'
import { readDocx } from '../support/readDocx.ts'
import { readPdf, spaced } from '../support/readPdf.ts'
import { type ConsoleUnderTest, startConsole } from './consoleUnderTest.ts'
import { axe, showAs, walks } from './shownAs.ts'

let console: ConsoleUnderTest
let socket: Socket<ServerToClient, ClientToServer>
beforeAll(async () => {
  console = await startConsole()
  const token = await createTokens(console.tokenKey).issue({ id: 'interviewer', role: 'interviewer' })
  socket = io(console.url, { auth: { token }, transports: ['websocket'] })
})
afterAll(async () => {
  socket?.close()
  await console?.close()
})

let made = 0
/** A name of its own, also where a test is tried again. */
const fresh = (name: string) => `${name} ${++made}`
const deviceAt = new Date().toISOString()

/** An episode with an interview in which these were named, and whose people and places police may read only where it is agreed. */
async function episodeOf(name: string, day: string, people: { called: string; relation?: string }[], places: string[]) {
  const [episode, interview] = [randomUUID(), randomUUID()]
  const bodies: CaseEventBody[] = [
    { type: 'notified', source: 'police' },
    { type: 'named', calledAs: name },
    { type: 'timed', moment: 'wentMissing', at: `${day}T20:00:00Z` },
  ]
  const granted = (reply: { ok: boolean }) => expect(reply).toMatchObject({ ok: true })
  granted(await socket.emitWithAck('case:begin', { episode, id: randomUUID(), deviceAt, bodies }))
  const regime = 'safeguarding-only' as const
  const opening = { interview, id: randomUUID(), deviceAt, language: 'en', regime, episode, intents: [] }
  granted(await socket.emitWithAck('interview:begin', opening))
  const intents: Intent[] = [
    { do: 'answer', prompt: 'while-away.who', answer: { kind: 'people', people } },
    { do: 'answer', prompt: 'while-away.where', answer: { kind: 'places', places } },
  ]
  let seen = 1
  for (const intent of intents) {
    const turn = { interview, id: randomUUID(), deviceAt, seen, intent }
    const reply = await socket.emitWithAck('interview:reply', turn)
    if (!reply.ok) throw new Error(reply.problem)
    seen = reply.value.events.at(-1)?.seq ?? seen
  }
  return episode
}

async function twoEpisodes(name: string) {
  const earlier = await episodeOf(
    name,
    '2026-03-01',
    [{ called: 'example kai', relation: 'older friend' }],
    ['The arcade'],
  )
  const kai = { called: 'Example Kai', relation: 'friend' }
  const now = await episodeOf(name, '2026-05-01', [kai, { called: 'Example Tam' }], ['Riverside flats'])
  return { earlier, now }
}

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const police = (page: Page) => page.locator('section.intelligence')

describe('earlier episodes', () => {
  it('are found by name, linked, gone to and unlinked from either side, with people and places of both', async () => {
    const name = fresh('Example Whimbrel')
    const { earlier, now } = await twoEpisodes(name)
    const page = await console.at('interviewer')
    await page.goto(`/cases/${now}`)
    const others = part(page, 'Other times they were missing')
    await others.getByText('No other episode is linked yet.').waitFor()
    await others.getByRole('button', { name: 'Find another episode of theirs' }).click()
    await others.getByRole('button', { name: 'Find', exact: true }).click()
    await others.getByText('Found: 1').waitFor()
    await others.getByRole('button', { name: /^It is the same young person/ }).click()
    await others.getByText('Linked', { exact: true }).waitFor()
    expect(page.url()).not.toContain('Whimbrel')
    expect(await others.getByText('Missing 1 Mar 2026').count()).toBe(1)

    const named = part(page, 'People and places')
    await named.getByRole('button', { name: 'Show people and places' }).click()
    const kai = named.getByRole('row', { name: /Example Kai|example kai/ })
    await kai.getByText('2 of 2').waitFor()
    expect(await kai.textContent()).toContain('older friend, friend')
    expect(await kai.textContent()).toContain('Written the same each time.')
    expect(await named.getByRole('row', { name: /Example Tam/ }).textContent()).toContain('1 of 2')
    await named.getByRole('row', { name: /The arcade/ }).waitFor()
    await named.getByRole('row', { name: /Riverside flats/ }).waitFor()

    await others.getByRole('link', { name }).click()
    await page.waitForURL(`**/cases/${earlier}`)
    await others.getByText('Missing 1 May 2026').waitFor()
    await others.getByRole('button', { name: /^Unlink/ }).click()
    await others.getByText('No other episode is linked yet.').waitFor()
    await page.goto(`/cases/${now}`)
    await others.getByText('No other episode is linked yet.').waitFor()
  })
})

describe('what is for the police', () => {
  it('is added by a tap, held back where they may not be told, and read as a form before it is sent', async () => {
    const { now } = await twoEpisodes(fresh('Example Godwit'))
    const page = await console.at('interviewer')
    await page.goto(`/cases/${now}`)
    await police(page).getByRole('button', { name: 'Show what is for the police' }).click()
    await police(page).getByText('Nothing is written down for the police yet.').waitFor()
    await police(page).getByRole('button', { name: 'Add for the police: Example Kai' }).click()
    const kai = police(page).locator('.intelligence__one', { hasText: 'Example Kai' })
    await kai.getByText('Held back: the young person has not agreed to it.').waitFor()
    await police(page).getByText('Nothing is on the form yet.').waitFor()

    await police(page).getByRole('button', { name: 'Write down something else' }).click()
    await police(page).getByLabel('What it is').selectOption('Vehicle')
    await police(page).getByRole('button', { name: 'Save', exact: true }).click()
    await police(page).getByRole('alert').getByText('Write what is known.').waitFor()
    await police(page).getByLabel('What is known').fill('A red van with a dent.')
    await police(page).getByLabel('Who it comes from').selectOption('Practitioner’s view')
    await police(page).getByRole('radio', { name: 'They saw it or did it themselves' }).check()
    await police(page).getByRole('group', { name: 'Is it about someone who was not asked?' }).getByLabel('No').check()
    await police(page)
      .getByRole('radio', { name: /^No: it could not/ })
      .check()
    await police(page).getByRole('button', { name: 'Save', exact: true }).click()

    const form = police(page).getByRole('region', { name: 'The form, as the police would read it' })
    await form.getByText('A red van with a dent.').waitFor()
    expect(await form.textContent()).not.toMatch(/Kai|Held back|friend/)
    for (const text of await filesOf(page)) {
      expect(text).toContain('A red van with a dent.')
      expect(text).not.toContain('Kai')
    }

    await kai.getByRole('button', { name: 'It must be shared: Example Kai' }).click()
    await kai.getByLabel('Why the police must be told').fill('There may be danger tonight.')
    await kai.getByRole('button', { name: 'Save', exact: true }).click()
    await kai.getByText('On the form: someone decided that it must be shared.').waitFor()
    await form.getByText('Example Kai').waitFor()
    await police(page)
      .getByText(/^Nobody has said yet whether passing it on/)
      .waitFor()
    expect(await form.textContent()).not.toContain('danger tonight')

    await police(page).getByRole('button', { name: 'I have sent the form' }).click()
    const sent = police(page).getByRole('region', { name: 'I have sent the form' })
    await sent.getByLabel('How it was sent').selectOption('Secure email')
    await sent.getByRole('button', { name: 'Save', exact: true }).click()
    await police(page).locator('.sharing__sent').getByText('Secure email').waitFor()
  })
})

describe('the page', () => {
  it.each(walks)('has nothing for axe to find, in $shown', async ({ as, look }) => {
    const { earlier, now } = await twoEpisodes(fresh('Example Knot'))
    const link = { episode: now, id: randomUUID(), deviceAt, body: { type: 'linked' as const, episode: earlier } }
    expect(await socket.emitWithAck('case:write', link)).toMatchObject({ ok: true })
    const page = await console.at('interviewer')
    await page.addInitScript(axe)
    await showAs(page, as ?? {})
    await page.goto(`/cases/${now}`)
    await page.locator('.linked__one').first().waitFor()
    await page.locator('.linked > .case__acts button').click()
    await page.locator('.linked search button').click()
    await page.locator('[aria-labelledby="people-places"] button').click()
    await page.locator('.named__mark').first().waitFor()
    await police(page).locator('> .case__acts button').click()
    await page.locator('.intelligence__proposed button').first().click()
    await page.locator('.intelligence__one button').first().click()
    await page.locator('.intelligence__one form').waitFor()
    expect(await look(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
})

/** What is read in the form as it is saved: PDF and Word. */
async function filesOf(page: Page): Promise<string[]> {
  const saved = async (format: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      police(page)
        .getByRole('link', { name: `Save as ${format}` })
        .click(),
    ])
    return readFile(await download.path())
  }
  const pages = await readPdf(await saved('PDF'))
  return [spaced(pages.map(({ text }) => text).join(' ')), readDocx(await saved('Word')).text]
}
