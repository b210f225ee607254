import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pseudoLanguage } from '../support/pseudoLocale.ts'
import { type AccountsUnderTest, apiOf, invited, joined, startWithAccounts } from './accountsUnderTest.ts'
import { axe, showAs, walks } from './shownAs.ts'

let at: AccountsUnderTest
let administrator: Page
beforeAll(async () => {
  at = await startWithAccounts()
  administrator = await at.fresh()
  await joined(administrator.context(), at.firstLink)
})
afterAll(() => at?.close())

describe('every page of signing in and accounts', () => {
  it.each(walks)(
    'has nothing for axe to find and is no wider than a tablet, in $shown',
    async ({ as, look: faults }) => {
      const page = await at.fresh({
        colorScheme: 'light',
        bypassCSP: true,
        viewport: { width: 820, height: 1180 },
      })
      await showAs(page, as ?? {})
      await page.addInitScript(axe)
      const found: string[] = []
      const look = async (where: string) => {
        const across = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        )
        found.push(
          ...[...(await faults(page)), ...(across ? ['wider than the screen'] : [])].map(it => `${where}: ${it}`),
        )
      }
      const button = (name: string) => page.getByRole('button', { name, exact: true })

      await page.goto('/')
      await button('Sign in').click()
      await page.locator('.govuk-error-summary').waitFor()
      await look('sign in')

      const link = await invited(administrator.context(), 'administrator', 'all')
      await page.goto('/join')
      await page.getByRole('heading', { name: 'Open the link again' }).waitFor()
      await look('no link')
      await page.goto(link)
      await button('Continue').click()
      await page.locator('.govuk-error-summary').waitFor()
      await look('join')
      const member = await joined(page.context(), link)
      await page.goto('/people')
      await button('Invite someone').click()
      await look('invite')
      await page.getByLabel('Team').fill('north')
      await button('Make the link').click()
      await page.getByRole('heading', { name: 'Hand this link over' }).waitFor()
      await page.locator('.rows__one', { hasText: '(you)' }).waitFor()
      await page
        .getByRole('button', { name: /^Change/ })
        .first()
        .click()
      await button('Lost the way in').click()
      await look('people')

      await page.goto('/account')
      await button('Change password').click()
      await button('Add another').click()
      await look('account')
      await page.getByRole('button', { name: 'Authenticator app' }).click()
      await page.locator('.scan').waitFor()
      await page.getByText('I cannot scan it').click()
      await look('authenticator app')
      await button('Make new ones').click()
      await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor()
      await look('recovery codes')

      await button(member.name).click()
      await look('menu')
      await button('Lock').click()
      await page.getByRole('heading', { name: 'Locked' }).waitFor()
      await button('Unlock').click()
      await page.locator('.away .govuk-error-summary').waitFor()
      await look('locked')
      await button('Use a code').click()
      await look('locked, by code')
      await page.getByLabel('Code from your authenticator app').fill(member.code())
      await button('Unlock').click()
      await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor()

      const { sessions } = await apiOf(page.context()).get<{ sessions: readonly { id: string }[] }>('account')
      for (const { id } of sessions) await apiOf(page.context()).end(`account/sessions/${id}`)
      await button(member.name).click()
      await page.goto('/account')
      await page.getByRole('heading', { name: 'Sign in' }).waitFor()
      await page.getByLabel('Sign-in name').fill(member.signInName)
      await page.getByLabel('Password', { exact: true }).fill(member.password)
      await button('Sign in').click()
      await page.getByRole('heading', { name: 'One more step' }).waitFor()
      await look('second step')
      await button('Use a recovery code').click()
      await look('second step, by recovery code')
      expect(found).toEqual([])
    },
  )

  it('has targets of 44 pixels or more, and can be worked by the keyboard alone', async () => {
    const page = await at.fresh({ viewport: { width: 820, height: 1180 } })
    await page.goto('/')
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('main button, main select, main input')]
        .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)
        .map(each => each.outerHTML),
    )
    expect(small).toEqual([])
    await page.getByLabel('Sign-in name').focus()
    await page.keyboard.type('nobody@council.example')
    await page.keyboard.press('Tab')
    await page.keyboard.type('some password or other')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#main input').nth(1).getAttribute('type')).toBe('text')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.govuk-error-summary:focus').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).toBe('username')
  })

  it('comes from right to left when its language does', async () => {
    const page = await at.fresh()
    await showAs(page, { language: pseudoLanguage })
    await page.goto('/')
    const password = page.locator('.form__password')
    await password.waitFor()
    const [input, toggle] = await Promise.all([
      password.locator('input').boundingBox(),
      password.locator('button').boundingBox(),
    ])
    expect(input?.x).toBeGreaterThan(toggle?.x ?? Number.POSITIVE_INFINITY)
  })
})
