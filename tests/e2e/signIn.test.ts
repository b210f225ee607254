import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import {
  type AccountsUnderTest,
  codesOf,
  goodPassword,
  invited,
  joined,
  type Member,
  signInAs,
  startWithAccounts,
} from './accountsUnderTest.ts'

let at: AccountsUnderTest
let administrator: Page
let first: Member
beforeAll(async () => {
  at = await startWithAccounts()
  administrator = await at.fresh()
  first = await joined(administrator.context(), at.firstLink)
})
afterAll(() => at?.close())

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })

describe('the first link', () => {
  it('leads to a working account: a name, a good password, an authenticator app, recovery codes', async () => {
    const alone = await startWithAccounts()
    onTestFinished(() => alone.close())
    const page = await alone.fresh({ acceptDownloads: true })
    await page.goto('/')
    await page.getByText('There is no account yet.').waitFor()
    await page.goto(alone.firstLink)
    await heading(page, 'Make your account').waitFor()
    expect(new URL(page.url()).hash).toBe('')
    await page.getByLabel('Your name').fill('Example Administrator')
    await page.getByLabel('Sign-in name').fill('administrator@council.example')
    await page.getByLabel('Password', { exact: true }).fill('example administrator')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.locator('.govuk-error-summary:focus').waitFor()
    await page.getByRole('link', { name: 'This password has your name in it.' }).click()
    await page.locator('input:focus[type=password]').fill(goodPassword)
    await page.getByRole('button', { name: 'Continue' }).click()
    await heading(page, 'Set up a second step').waitFor()
    await page.getByRole('button', { name: 'Authenticator app' }).click()
    await page.getByText('I cannot scan it').click()
    const code = codesOf((await page.locator('.secret').innerText()).replaceAll(/\s/g, ''))
    await page.getByLabel('Then write the code it shows').fill(code())
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor()
    const recoveryCodes = await page.locator('.recovery__codes li').allTextContents()
    expect(recoveryCodes).toHaveLength(10)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as text' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('recovery-codes.txt')
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await heading(page, 'People').waitFor()
    expect(new URL(page.url()).pathname).toBe('/people')
  })
})

describe('signing in', () => {
  it('asks for the password and then a code, and goes to where the role begins', async () => {
    const page = await at.fresh()
    await page.goto('/interviews')
    await signInAs(page, first)
    await heading(page, 'This page is not for your role').waitFor()
    await page.getByRole('link', { name: 'Go to your part' }).click()
    await heading(page, 'People').waitFor()
    await page.getByRole('button', { name: first.name }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await heading(page, 'Sign in').waitFor()
    await page.goBack()
    await heading(page, 'Sign in').waitFor()
    expect(await page.locator('body').innerText()).not.toContain(first.name)
  })

  it('takes a recovery code where the phone is not there, once', async () => {
    const page = await at.fresh()
    const [recovery = ''] = first.recoveryCodes
    const withRecovery = async () => {
      await page.getByLabel('Sign-in name').fill(first.signInName)
      await page.getByLabel('Password', { exact: true }).fill(first.password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByRole('button', { name: 'Use a recovery code' }).click()
      await page.getByLabel('Recovery code').fill(recovery)
      await page.getByRole('button', { name: 'Continue' }).click()
    }
    await page.goto('/')
    await withRecovery()
    await heading(page, 'People').waitFor()
    await page.goto('/account')
    await page.getByText('Left: 9.').waitFor()
    await page.getByRole('button', { name: first.name }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await withRecovery()
    await page.getByRole('link', { name: 'That code is not right.' }).waitFor()
  })

  it('tells neither name nor password apart, and after too many tries when to come back', async () => {
    const page = await at.fresh()
    const own = await at.fresh()
    const member = await joined(own.context(), await invited(administrator.context(), 'trainee'))
    await page.goto('/')
    const tried = async (name: string) => {
      await page.getByLabel('Sign-in name').fill(name)
      await page.getByLabel('Password', { exact: true }).fill('not the password at all')
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.locator('.govuk-error-summary').waitFor()
      await page.getByRole('button', { name: 'Sign in', exact: true, disabled: false }).waitFor()
      return page.locator('.govuk-error-summary').innerText()
    }
    expect(await tried(member.signInName)).toBe(await tried('nobody@council.example'))
    let said = ''
    for (let tries = 0; tries < 12 && !said.includes('too many'); tries++) said = await tried(member.signInName)
    expect(said).toMatch(/Try again at \d\d:\d\d\./)
  })

  it('takes a passkey alone, on the device that keeps it', async () => {
    const page = await at.fresh()
    const session = await page.context().newCDPSession(page)
    await session.send('WebAuthn.enable')
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto(await linkFor('interviewer'))
    await page.getByLabel('Your name').fill('Example Keyholder')
    await page.getByLabel('Sign-in name').fill('keyholder@council.example')
    await page.getByLabel('Password', { exact: true }).fill(goodPassword)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Passkey' }).click()
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await heading(page, 'What needs me now').waitFor()
    await page.getByRole('button', { name: 'Example Keyholder' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await heading(page, 'What needs me now').waitFor()
    await page.getByRole('button', { name: 'Example Keyholder' }).click()
    await page.getByRole('button', { name: 'Lock' }).click()
    await heading(page, 'Locked').waitFor()
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await heading(page, 'What needs me now').waitFor()
  })
})

describe('an invitation', () => {
  it('is handed over once, opens one account, and is then over', async () => {
    const page = administrator
    await page.goto('/people')
    await page.getByRole('button', { name: 'Invite someone' }).click()
    await page.getByRole('button', { name: 'Make the link' }).click()
    await page.getByRole('link', { name: 'Write the name of their team' }).waitFor()
    await page.getByLabel('Role').selectOption('Manager')
    await page.getByLabel('Team').fill('south')
    await page.getByLabel('A note for yourself').fill('for the new manager')
    await page.getByRole('button', { name: 'Make the link' }).click()
    const link = await page.getByLabel('Link', { exact: true }).inputValue()
    await page.getByRole('button', { name: 'I have handed it over' }).click()
    expect(await page.locator('body').innerText()).not.toContain(link)
    await page.getByText('for the new manager').first().waitFor()

    const own = await at.fresh()
    await own.goto(link)
    await own.getByText('You were invited as: Manager, team south.').waitFor()
    const member = await joined(own.context(), link)
    await page.reload()
    await page.locator('.rows__what', { hasText: member.name }).getByText('Manager').waitFor()
    expect(await page.getByText('for the new manager').count()).toBe(0)

    await own.goto('about:blank')
    await own.goto(link)
    await own.getByText('This link is no longer good.').waitFor()
  })
})

describe('the people', () => {
  it('are changed, suspended and brought back, and each can be undone', async () => {
    const own = await at.fresh()
    const member = await joined(own.context(), await invited(administrator.context(), 'interviewer'))
    await own.goto('/interviews')
    await heading(own, 'Interviews').waitFor()
    const page = administrator
    await page.goto('/people')
    const line = page.locator('.rows__one', { hasText: member.signInName })
    await line.getByRole('button', { name: 'Change' }).click()
    await line.getByLabel('Role').selectOption('Coordinator')
    await line.getByRole('button', { name: 'Save' }).click()
    await line.getByText('Coordinator · north').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await line.getByText('Interviewer · north').waitFor()
    await line.getByRole('button', { name: 'Change' }).click()
    await line.getByRole('button', { name: 'Suspend' }).click()
    await line.getByText('Suspended').waitFor()
    // Out at once, in the middle of what they did.
    await heading(own, 'You have been signed out').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await line.getByText('Active').waitFor()
    await signInAs(own, member)
    await heading(own, 'Interviews').waitFor()
  })

  it('come in again by a link when they have lost the way in', async () => {
    const own = await at.fresh()
    const member = await joined(own.context(), await invited(administrator.context(), 'interviewer'))
    const page = administrator
    await page.goto('/people')
    const line = page.locator('.rows__one', { hasText: member.signInName })
    await line.getByRole('button', { name: 'Change' }).click()
    await line.getByRole('button', { name: 'Lost the way in' }).click()
    await line.getByRole('button', { name: 'Make the link' }).click()
    const link = await page.getByLabel('Link', { exact: true }).inputValue()
    const again = await at.fresh()
    await again.goto(link)
    await heading(again, 'Get back in').waitFor()
    await again.getByLabel('Password', { exact: true }).fill('violet harbour cactus ninety')
    await again.getByRole('button', { name: 'Continue' }).click()
    await heading(again, 'Set up a second step').waitFor()
  })
})

describe('one’s own account', () => {
  it('changes the password, and ends what is open elsewhere', async () => {
    const own = await at.fresh()
    const member = await joined(own.context(), await invited(administrator.context(), 'interviewer'))
    const elsewhere = await at.fresh()
    await elsewhere.goto('/interviews')
    await signInAs(elsewhere, member)
    await heading(elsewhere, 'Interviews').waitFor()
    await own.goto('/account')
    await own.getByRole('button', { name: 'Change password' }).click()
    await own.getByLabel('Password now').fill(member.password)
    await own.getByLabel('New password').fill('violet harbour cactus ninety')
    await own.getByRole('button', { name: 'Save' }).click()
    await own.getByText('Your password is changed.').waitFor()
    await heading(elsewhere, 'You have been signed out').waitFor()
  })

  it('asks once more who it is where the server wants to know, and then does what was asked', async () => {
    const own = await at.fresh()
    const member = await joined(own.context(), await invited(administrator.context(), 'interviewer'))
    // As when signing in was a while ago; from the second time on the server itself answers.
    await own.route(
      '**/api/account/recovery-codes',
      route => route.fulfill({ status: 403, json: { error: 'Say again.', problem: 'say-again' } }),
      { times: 2 },
    )
    await own.goto('/account')
    await own.getByRole('button', { name: 'Make new ones' }).click()
    await own.getByRole('dialog', { name: 'Is it still you?' }).waitFor()
    await own.keyboard.press('Escape')
    await own.getByText('Show again who you are first.').waitFor()
    await own.getByRole('button', { name: 'Make new ones' }).click()
    await own.locator('dialog input:focus').fill(member.password)
    await own.keyboard.press('Enter')
    await own.getByRole('heading', { name: 'Keep these recovery codes' }).waitFor()
    expect(await own.locator('.recovery__codes li').allTextContents()).not.toEqual(member.recoveryCodes)
  })
})

async function linkFor(role: 'interviewer'): Promise<string> {
  return new URL(await invited(administrator.context(), role), at.url).href
}
