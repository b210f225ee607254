import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationResponse } from '../../../../console/contract/account.ts'
import type { InvitationLink, PeopleResponse } from '../../../../console/contract/people.ts'
import { passwordFault } from '../../../../console/server/identity/passwordFault.ts'
import {
  type AtBrowser,
  codeIn,
  goodPassword,
  type Member,
  member,
  openFreshPeople,
  openPeople,
  otherPassword,
  type PeopleUnderTest,
  signedInAgain,
  withApp,
} from './peopleUnderTest.ts'

let at: PeopleUnderTest
let admin: Member
beforeEach(async () => {
  at = await openFreshPeople()
  admin = await member(at)
})
afterEach(() => at.close())

const invited = async (browser: AtBrowser = admin.browser) =>
  (await browser.post<InvitationLink>('people/invitations', { role: 'interviewer', team: 'north', note: 'Monday' }))
    .body
const accept = (link: string, other: object = {}, browser = at.browser()) =>
  browser.post('invitations/accept', {
    code: codeIn(link),
    name: 'Sam',
    signInName: 'sam@council.example',
    password: goodPassword,
    ...other,
  })
const look = (link: string) => at.browser().post<InvitationResponse>('invitations/look', { code: codeIn(link) })
const people = async () => (await admin.browser.get<PeopleResponse>('people')).body
const patch = (id: string, change: object, by = admin.browser) => by.ask('PATCH', `people/${id}`, change)

describe('the first start', () => {
  it('gives one link, a new one each time, until there is an account', async () => {
    const fresh = await openFreshPeople()
    expect((await fresh.browser().get('session')).body.signIn).toMatchObject({ firstStart: true, demo: false })
    const first = (await fresh.identity.firstLink()) ?? ''
    const second = (await fresh.identity.firstLink()) ?? ''
    expect(second).toMatch(/^\/join#[\w-]{43}$/)
    const sent = { name: 'Ada', signInName: 'ada', password: goodPassword }
    const browser = fresh.browser()
    expect((await browser.post('invitations/accept', { ...sent, code: codeIn(first) })).status).toBe(410)
    const { body } = await browser.post('invitations/accept', { ...sent, code: codeIn(second) })
    expect(body).toMatchObject({ state: 'set-up', person: { role: 'administrator' }, signIn: { firstStart: false } })
    expect(await fresh.identity.firstLink()).toBeUndefined()
    await fresh.close()
  })

  it('makes one administrator where two processes each gave out a link', async () => {
    const fresh = await openFreshPeople()
    const one = (await fresh.identity.firstLink()) ?? ''
    const [kept] = await fresh.database.db.selectFrom('invitations').selectAll().execute()
    const two = (await fresh.identity.firstLink()) ?? ''
    if (kept) await fresh.database.db.insertInto('invitations').values(kept).execute()
    const answers = await Promise.all(
      [one, two].map((link, index) =>
        fresh.browser().post('invitations/accept', {
          code: codeIn(link),
          name: 'Ada',
          signInName: `ada ${index}`,
          password: goodPassword,
        }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410])
    await fresh.close()
  })

  it('gives none where there are accounts, nor in the demo', async () => {
    expect(await at.identity.firstLink()).toBeUndefined()
    const demo = await openFreshPeople({ people: [{ id: 'manager', role: 'manager', team: 'demo' }] })
    expect(await demo.identity.firstLink()).toBeUndefined()
    expect((await demo.browser().get('session')).body.signIn).toMatchObject({ firstStart: false, demo: true })
    await demo.close()
  })
})

describe('an invitation', () => {
  it('says what it is for, makes an account in that role and team, and is good once', async () => {
    const { link } = await invited()
    expect((await look(link)).body).toMatchObject({ role: 'interviewer', team: 'north', account: null })
    const { body } = await accept(link)
    expect(body).toMatchObject({ state: 'set-up', person: { role: 'interviewer', team: 'north', name: 'Sam' } })
    expect((await look(link)).status).toBe(410)
    expect((await accept(link, { signInName: 'other' })).body.problem).toBe('invitation-over')
    expect(at.acts()).toEqual(expect.arrayContaining(['invited', 'account-made']))
  })

  it('is good once where two use it at once', async () => {
    const { link } = await invited()
    const answers = await Promise.all([1, 2, 3].map(each => accept(link, { signInName: `sam ${each}` })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('runs out after seven days', async () => {
    const { link } = await invited()
    at.pass({ days: 6.99 })
    expect((await look(link)).status).toBe(200)
    at.pass({ days: 0.02 })
    expect((await look(link)).status).toBe(410)
    expect((await accept(link)).status).toBe(410)
  })

  it('is called back', async () => {
    const { link, id } = await invited()
    expect((await people()).invitations).toMatchObject([
      { id, note: 'Monday', person: null, invitedBy: admin.person.id },
    ])
    expect((await admin.browser.ask<PeopleResponse>('DELETE', `people/invitations/${id}`)).body.invitations).toEqual([])
    expect((await look(link)).status).toBe(410)
    expect((await admin.browser.ask('DELETE', `people/invitations/${id}`)).body.problem).toBe('no-such-invitation')
  })

  it('is not used up by what it does not do', async () => {
    const { link } = await invited()
    expect((await accept(link, { signInName: admin.signInName.toUpperCase() })).body.problem).toBe('sign-in-name-taken')
    const strict = await openPeople(at.database, { passwordFault })
    const { body } = await accept(link, { password: 'sam@council.example' }, strict.browser())
    expect(body).toMatchObject({ problem: 'weak-password', why: 'about-you' })
    await strict.close()
    expect((await accept(link)).status).toBe(200)
  })

  it.each(['short', 'x'.repeat(43)])('with a made-up code is none: %s', async code => {
    expect((await at.browser().post('invitations/look', { code })).status).toBeGreaterThanOrEqual(400)
    expect((await accept(`/join#${code}`)).status).toBeGreaterThanOrEqual(400)
  })
})

describe('administrators', () => {
  it('see people and invitations, and nobody else does or changes them', async () => {
    const sam = await member(at, admin.browser)
    expect((await people()).people).toMatchObject([
      { id: admin.person.id, you: true, secondFactor: true, sessions: 1, state: 'active' },
      { id: sam.person.id, you: false, role: 'interviewer', signInName: sam.signInName },
    ])
    const { id } = admin.person
    const asked = [
      sam.browser.get('people'),
      sam.browser.post('people/invitations', { role: 'administrator', team: 'x' }),
      sam.browser.ask('PATCH', `people/${sam.person.id}`, { role: 'administrator' }),
      sam.browser.ask('DELETE', `people/${id}/sessions`),
      sam.browser.post(`people/${id}/reset`),
    ]
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(5).fill(403))
    const refused = await at.database.db.selectFrom('audit').select('by').where('act', '=', 'refused').execute()
    expect(refused).toEqual(Array(5).fill({ by: sam.person.id }))
  })

  it('put somebody out at once, whatever they hold', async () => {
    const sam = await member(at, admin.browser)
    const token = await at.tokens.issue(sam.person)
    const bearer = { authorization: `Bearer ${token}` }
    expect(await at.identity.signedIn(bearer)).toBeDefined()
    expect((await patch(sam.person.id, { state: 'suspended' })).status).toBe(200)
    expect(await sam.browser.state()).toBe('signed-out')
    expect(await at.identity.signedIn(bearer)).toBeUndefined()
    const { signInName, password } = sam
    expect((await at.browser().post('sign-in', { signInName, password })).status).toBe(401)
    await patch(sam.person.id, { state: 'active' })
    await signedInAgain(at, sam)
  })

  it('change a role, which is another session', async () => {
    const sam = await member(at, admin.browser)
    await patch(sam.person.id, { role: 'manager', team: 'south' })
    expect(await sam.browser.state()).toBe('signed-out')
    const again = await signedInAgain(at, sam)
    expect((await again.get('session')).body.person).toMatchObject({ role: 'manager', team: 'south' })
  })

  it('end all of somebody’s sessions', async () => {
    const sam = await member(at, admin.browser)
    const other = await signedInAgain(at, sam)
    expect((await admin.browser.ask('DELETE', `people/${sam.person.id}/sessions`)).status).toBe(200)
    expect([await sam.browser.state(), await other.state()]).toEqual(['signed-out', 'signed-out'])
    await signedInAgain(at, sam)
  })

  it('let somebody in again who lost everything, as the same person, by one link', async () => {
    const sam = await member(at, admin.browser)
    const reset = () => admin.browser.post<InvitationLink>(`people/${sam.person.id}/reset`)
    const { link: first } = (await reset()).body
    expect(await sam.browser.state()).toBe('signed-out')
    const { signInName, password } = sam
    expect((await at.browser().post('sign-in', { signInName, password })).status).toBe(401)
    const { link } = (await reset()).body
    expect((await look(first)).status).toBe(410)
    expect((await look(link)).body.account).toEqual({ name: sam.person.name, signInName })
    const browser = at.browser()
    const { body } = await accept(link, { name: 'Impostor', signInName: 'impostor', password: otherPassword }, browser)
    expect(body).toMatchObject({ state: 'set-up', person: sam.person })
    const { secret } = await withApp(at, browser)
    await signedInAgain(at, { ...sam, password: otherPassword, secret })
  })

  it('never change their own role or state, and one of them always stays', async () => {
    const { id } = admin.person
    expect((await patch(id, { role: 'manager' })).body.problem).toBe('own-account')
    expect((await patch(id, { state: 'suspended' })).body.problem).toBe('own-account')
    expect((await admin.browser.post(`people/${id}/reset`)).body.problem).toBe('own-account')
    const sam = await member(at, admin.browser, { role: 'administrator', team: 'x' })
    const answers = await Promise.all([
      patch(id, { state: 'suspended' }, sam.browser),
      patch(sam.person.id, { role: 'manager' }, admin.browser),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const left = await at.database.db
      .selectFrom('accounts')
      .select('id')
      .where('role', '=', 'administrator')
      .where('state', '=', 'active')
      .execute()
    expect(left).toHaveLength(1)
  })

  it('of the demo do not remove the last one with an account', async () => {
    const change = await at.identity.accounts.change(
      admin.person.id,
      { state: 'suspended' },
      { id: 'administrator', isReady: true },
    )
    expect(change).toEqual({ ok: false, problem: 'last-administrator' })
  })

  it('are told of a person who is not there', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect((await patch(nobody, { team: 'x' })).body.problem).toBe('no-such-person')
    expect((await patch('nonsense', { team: 'x' })).body.problem).toBe('no-such-person')
    expect((await patch(nobody, { role: 'king' })).body.problem).toBe('bad-request')
  })
})
