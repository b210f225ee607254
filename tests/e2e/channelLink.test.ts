import { randomBytes, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ConsoleUnderTest, startConsole } from './consoleUnderTest.ts'
import { axe, faultsIn } from './shownAs.ts'

let console: ConsoleUnderTest
beforeAll(async () => {
  console = await startConsole()
})
afterAll(() => console?.close())

/** A link as the bot sends it to somebody it does not know. */
const link = async () => {
  const token = await new SignJWT({ channel: 'msteams' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(randomBytes(32).toString('base64url'))
    .setJti(randomUUID())
    .setAudience('return-talk/channel-link')
    .setExpirationTime('15m')
    .sign(console.tokenKey)
  return `/link#${token}`
}

describe('a link from the bot', () => {
  it('says which channel asks, and after "This is me" is on the list, from which it is removed', async () => {
    const page = await console.at('coordinator', { bypassCSP: true, viewport: { width: 390, height: 844 } })
    await page.addInitScript(axe)
    const once = await link()
    await page.goto(once)
    await page.getByText('wrote to the assistant on Microsoft Teams').waitFor()
    expect(page.url()).toBe(`${console.url}/link`)
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('button', { name: 'This is me' }).click()
    await page.getByRole('heading', { name: 'The assistant knows you now' }).waitFor()
    await page.getByText(/Microsoft Teams, \d/).waitFor()
    await page.getByText('What is due is told in the console alone').waitFor()
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('Nowhere but here.').waitFor()
    await page.goto('/')
    await page.goto(once)
    await page.getByRole('heading', { name: 'This link is not good any more' }).waitFor()
    expect(await faultsIn(page)).toEqual([])
  })

  it('waits for whoever is not signed in to sign in', async () => {
    const context = await console.browser.newContext({ baseURL: console.url })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    await page.goto(await link())
    await page.getByRole('button', { name: 'Interviewer' }).click()
    await page.getByRole('button', { name: 'This is me' }).waitFor()
  })
})
