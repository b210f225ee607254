import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountResponse } from '../../console/contract/account.ts'
import {
  type AccountsUnderTest,
  apiOf,
  invited,
  joined,
  type Member,
  signInAs,
  startWithAccounts,
} from './accountsUnderTest.ts'
import { beginAs, goTo, patiently, question, saved } from './consoleUnderTest.ts'

let at: AccountsUnderTest
let administrator: BrowserContext
beforeAll(async () => {
  at = await startWithAccounts()
  administrator = (await at.fresh()).context()
  await joined(administrator, at.firstLink)
})
afterAll(() => at?.close())

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })
const box = (page: Page) => page.getByLabel('in their words')

describe('the lock', () => {
  it('comes after a time without doing anything, in every tab, and gives back what was half typed', async () => {
    const { page, member } = await interviewer()
    const path = await inTheMiddle(page, 'Example Dunlin')
    const other = await page.context().newPage()
    await other.goto('/interviews')
    await heading(other, 'Interviews').waitFor()
    await page.bringToFront()
    await page.evaluate(() => localStorage.setItem('active-at', String(Date.now() - 14 * 60_000)))
    await box(page).pressSequentially('half a sen')
    await page.waitForTimeout(1_500)
    expect(await heading(page, 'Locked').count()).toBe(0)
    await afterMinutes(page.context(), 15)
    await heading(page, 'Locked').waitFor()
    await heading(other, 'Locked').waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/half a sen|Dunlin/)
    expect(await page.title()).not.toContain('Dunlin')
    // The page is covered before the server has been told.
    const record = async () => (await page.context().request.get(`/api${path}/record`)).status()
    await expect.poll(record, patiently).toBe(423)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Unlock' }).click()
    await page.getByRole('link', { name: 'That does not match' }).waitFor()
    await unlock(page, member)
    await box(page).waitFor()
    await heading(other, 'Interviews').waitFor()
    expect(await box(page).inputValue()).toBe('half a sen')
    // The cursor is where it was, too.
    await page.keyboard.type('tence')
    expect(await box(page).inputValue()).toBe('half a sentence')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.locator('.kept').getByText('half a sentence').waitFor()
    await saved(page)
  })

  it('does not come while someone types, though what they type is no request', async () => {
    const { page } = await interviewer()
    await page.clock.install()
    await inTheMiddle(page, 'Example Plover')
    const told = page.waitForResponse('**/api/session/here')
    await box(page).pressSequentially('a')
    await page.clock.fastForward('04:00')
    await box(page).pressSequentially('b')
    expect((await told).status()).toBe(200)
    for (let times = 0; times < 3; times++) {
      await page.clock.fastForward('10:00')
      await box(page).pressSequentially('c')
    }
    expect(await heading(page, 'Locked').count()).toBe(0)
    expect(await box(page).inputValue()).toBe('abccc')
  })

  it('is there when the laptop wakes, though no timer ran while it slept', async () => {
    const { page, member } = await interviewer()
    await page.clock.install()
    await inTheMiddle(page, 'Example Whimbrel')
    await box(page).fill('before it slept')
    await page.clock.fastForward('20:00')
    await heading(page, 'Locked').waitFor()
    await unlock(page, member)
    expect(await box(page).inputValue()).toBe('before it slept')
  })

  it('comes when the server says so, and stays through a reload', async () => {
    const { page, member } = await interviewer()
    await inTheMiddle(page, 'Example Turnstone')
    await box(page).fill('still here')
    await page.waitForTimeout(200)
    await apiOf(page.context()).post('session/lock')
    await heading(page, 'Locked').waitFor()
    await page.reload()
    await heading(page, 'Locked').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('Turnstone')
    await unlock(page, member)
    await expect.poll(() => box(page).inputValue(), patiently).toBe('still here')
  })

  it('holds without a connection, and the server is told when it is back', async () => {
    const { page } = await interviewer()
    await inTheMiddle(page, 'Example Sanderling')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'Lock' }).click()
    await heading(page, 'Locked').waitFor()
    await page.getByLabel('Password', { exact: true }).fill('whatever it is')
    await page.getByRole('button', { name: 'Unlock' }).click()
    await page.getByText('The server cannot be reached.').waitFor()
    await page.context().setOffline(false)
    await page.reload()
    await heading(page, 'Locked').waitFor()
    await expect
      .poll(async () => (await apiOf(page.context()).get<{ state: string }>('session')).state, patiently)
      .toBe('locked')
  })
})

describe('a session that ends in mid-interview', () => {
  it('asks to sign in over the page, returns to the same prompt with what was typed, and sends what was not sent', async () => {
    const { page, member } = await interviewer()
    const path = await inTheMiddle(page, 'Example Knot')
    const asked = await question(page).textContent()
    await page.context().setOffline(true)
    await page.getByText('Offline. Kept on this device').waitFor()
    await box(page).fill('kept and not sent')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await page.getByText('On this device').first().waitFor()
    await box(page).fill('and half typed')
    await endSessions(member)
    await page.context().setOffline(false)
    await heading(page, 'You have been signed out').waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/Knot|kept and not sent/)
    await signInAs(page, member)
    await question(page).waitFor()
    expect(await question(page).textContent()).toBe(asked)
    expect(await box(page).inputValue()).toBe('and half typed')
    await saved(page)
    const record = await page.context().request.get(`/api${path}/record`)
    const { events } = (await record.json()) as { events: readonly { words?: string }[] }
    expect(events.filter(({ words }) => words === 'kept and not sent')).toHaveLength(1)
  })

  it('shows nothing of it to someone else who signs in there, and keeps it for whoever wrote it', async () => {
    const { page, member } = await interviewer()
    const second = await interviewer('south')
    const path = await inTheMiddle(page, 'Example Godwit')
    await box(page).fill('for nobody else')
    await page.waitForTimeout(200)
    await endSessions(member)
    await heading(page, 'You have been signed out').waitFor()
    await signInAs(page, second.member)
    await heading(page, 'What needs me now').waitFor()
    expect(new URL(page.url()).pathname).toBe('/desk')
    expect(await page.content()).not.toMatch(/Godwit|for nobody else/)
    await page.getByRole('button', { name: second.member.name }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.goto(path)
    await signInAs(page, member)
    await expect.poll(() => box(page).inputValue(), patiently).toBe('for nobody else')
  })
})

describe('what stays on the device', () => {
  it('names nobody, and is gone after signing out', async () => {
    const { page, member } = await interviewer()
    await inTheMiddle(page, 'Example Curlew')
    const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
    expect(kept).toContain('idleMinutes')
    expect(kept).not.toContain(member.name)
    expect(kept).not.toContain('Curlew')
    await page.goto('/interviews')
    await page.getByRole('button', { name: member.name }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['preferences'])
  })
})

/** Someone new with an account, signed in in a browser of their own. */
async function interviewer(team = 'north'): Promise<{ page: Page; member: Member }> {
  const page = await at.fresh()
  return { page, member: await joined(page.context(), await invited(administrator, 'interviewer', team)) }
}

async function inTheMiddle(page: Page, name: string): Promise<string> {
  const path = await beginAs(page, name)
  await goTo(page, 'What was going on before')
  await box(page).waitFor()
  await saved(page)
  return path
}

async function unlock(page: Page, { password }: Member): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await heading(page, 'Locked').waitFor({ state: 'detached' })
}

/** As if nothing had been done for so long: each tab goes by when something last was. */
async function afterMinutes(context: BrowserContext, minutes: number): Promise<void> {
  for (const page of context.pages()) {
    await page.evaluate(ago => {
      const real = Date.now.bind(Date)
      Date.now = () => real() + ago
    }, minutes * 60_000)
  }
}

/** As an administrator ends them, from another place. */
async function endSessions({ signInName }: Member): Promise<void> {
  const { people } = await apiOf(administrator).get<{ people: readonly { id: string; signInName: string }[] }>('people')
  const id = people.find(each => each.signInName === signInName)?.id
  await apiOf(administrator).end<AccountResponse>(`people/${id}/sessions`)
}
