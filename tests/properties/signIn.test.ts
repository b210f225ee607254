import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  goodPassword,
  type Member,
  member,
  openFreshPeople,
  type PeopleUnderTest,
} from '../console/server/identity/peopleUnderTest.ts'

let at: PeopleUnderTest
let robin: Member
let used: string
beforeAll(async () => {
  at = await openFreshPeople()
  robin = await member(at)
  used = robin.recoveryCodes[0] ?? ''
  const browser = at.browser()
  await browser.post('sign-in', { signInName: robin.signInName, password: robin.password })
  await browser.post('sign-in/code', { code: used })
})
afterAll(() => at.close())

/** What someone may send who knows the password, and neither holds the app nor an unused recovery code. */
const attempt = fc.oneof(
  { weight: 4, arbitrary: fc.constant(['sign-in', 'right']) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('sign-in'), fc.string({ minLength: 1, maxLength: 40 })) },
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constant('sign-in/code'),
      fc.oneof(fc.constant('used'), fc.stringMatching(/^\d{6}$/), fc.stringMatching(/^[a-z2-9]{16}$/), fc.string()),
    ),
  },
  fc.tuple(fc.constant('session/unlock'), fc.oneof(fc.constant('right'), fc.string({ minLength: 1 }))),
  fc.tuple(fc.constantFrom('session/lock', 'account/totp', 'account/recovery-codes', 'people'), fc.constant('')),
  fc.tuple(fc.constantFrom('session', 'sign-in/passkey/options', 'session/unlock/options'), fc.constant('manager')),
  fc.tuple(fc.constant('later'), fc.constantFrom('31', '600', '901')),
)

function bodyOf(path: string, text: string): object {
  const password = text === 'right' ? goodPassword : text
  if (path === 'sign-in') return { signInName: robin.signInName, password }
  if (path === 'session/unlock') return { password }
  if (path === 'sign-in/code') return { code: text === 'used' ? used : text }
  return path === 'session' ? { person: text } : {}
}

it('no sequence of attempts signs in that lacks the second factor', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 12 }), async attempts => {
      // Else the lock-out of the run before would be all that is met.
      await at.database.db.deleteFrom('tries').execute()
      const browser = at.browser()
      for (const [path = '', text = ''] of attempts) {
        if (path === 'later') at.pass({ seconds: Number(text) })
        else expect((await browser.post(path, bodyOf(path, text))).status).toBeLessThan(500)
        expect(['signed-out', 'second-factor']).toContain(await browser.state())
        expect((await browser.get('people')).status).toBe(401)
        expect((await browser.get('account')).status).toBe(401)
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)
