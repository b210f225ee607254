import type { AcceptInvitation, InvitationResponse } from '../../contract/account.ts'
import type { ChangePerson, InvitationLink, Invite, PeopleResponse, Person } from '../../contract/people.ts'
import type { AuditAct } from '../../records/audit/audit.ts'
import type { Invitations } from '../../records/people/createInvitations.ts'
import type { AccountCare } from './createAccountCare.ts'
import type { Asking, Moved, SignInServices } from './createSignIn.ts'
import { done, type Outcome, refused } from './outcome.ts'

export interface PeopleCareServices extends SignInServices {
  invitations: Invitations
  accountCare: Pick<AccountCare, 'afterLink'>
  /** What was held about people is out of date. */
  forget(): void
}

export type PeopleCare = ReturnType<typeof createPeopleCare>

/** What administrators do for other people, and the links by which those come in. */
export function createPeopleCare(services: PeopleCareServices) {
  const { accounts, sessions, invitations, passwords, passwordFault, accountCare, audit, people, forget } = services
  const audited = (by: string, act: AuditAct, about?: string) =>
    audit.write({ by, act, from: 'console', ...(about === undefined ? {} : { about }) })
  const linkTo = ({ id, code, until }: Awaited<ReturnType<Invitations['make']>>): InvitationLink => ({
    id,
    link: `/join#${code}`,
    until: until.toISOString(),
  })

  async function all(by: Person): Promise<PeopleResponse> {
    const [known, open] = await Promise.all([accounts.all(), invitations.open()])
    return {
      people: known.map(
        ({ id, name, sign_in_name, role, team, state, secondFactor, sessions: count, signed_in_at }) => ({
          id,
          name,
          signInName: sign_in_name,
          role,
          team,
          state,
          secondFactor,
          sessions: count,
          signedInAt: signed_in_at?.toISOString() ?? null,
          you: id === by.id,
        }),
      ),
      invitations: open
        .filter(({ first }) => !first)
        .map(({ id, role, team, note, account, invited_by, until }) => ({
          id,
          role,
          team,
          note,
          person: account,
          invitedBy: invited_by,
          until: until.toISOString(),
        })),
    }
  }

  /** Ends all of someone's sessions, and makes their tokens void. */
  async function turnOut(id: string, by: string): Promise<void> {
    await accounts.voidTokens(id)
    forget()
    const ended = await sessions.endOf(id)
    await Promise.all(ended.map(session => audited(by, 'session-ended', session)))
  }

  return {
    all,

    async invite({ role, team, note }: Invite, by: Person): Promise<InvitationLink> {
      const made = await invitations.make({ role, team, note, invitedBy: by.id })
      await audited(by.id, 'invited', made.id)
      return linkTo(made)
    },

    async callBack(id: string, by: Person): Promise<Outcome<PeopleResponse>> {
      if (!(await invitations.callBack(id))) return refused('no-such-invitation')
      await audited(by.id, 'account-changed', id)
      return done(await all(by))
    },

    async change(id: string, change: ChangePerson, by: Person): Promise<Outcome<PeopleResponse>> {
      if (id === by.id) return refused('own-account')
      const isReady = people.some(person => person.id === by.id)
      const changed = await accounts.change(id, change, { id: by.id, isReady })
      if (!changed.ok) return refused(changed.problem)
      await audited(by.id, 'account-changed', id)
      // They sign in again as what they are now.
      await turnOut(id, by.id)
      return done(await all(by))
    },

    async endSessions(id: string, by: Person): Promise<Outcome<PeopleResponse>> {
      if (!(await accounts.of(id))) return refused('no-such-person')
      await turnOut(id, by.id)
      return done(await all(by))
    },

    /** For someone who lost the way in: only the link opens their account from now on. */
    async reset(id: string, by: Person): Promise<Outcome<InvitationLink>> {
      if (id === by.id) return refused('own-account')
      const account = await accounts.of(id)
      if (account?.state !== 'active') return refused('no-such-person')
      const { role, team } = account
      await audited(by.id, 'account-changed', id)
      await accounts.close(id)
      await turnOut(id, by.id)
      const made = await invitations.make({ role, team, account: id, invitedBy: by.id })
      await audited(by.id, 'invited', made.id)
      return done(linkTo(made))
    },

    async lookAt(code: string): Promise<Outcome<InvitationResponse>> {
      const found = await invitations.of(code)
      if (!found) return refused('invitation-over')
      const account = found.account === null ? undefined : await accounts.of(found.account)
      if (account && account.state !== 'active') return refused('invitation-over')
      return done({
        role: found.role,
        team: found.team,
        account: account ? { name: account.name, signInName: account.sign_in_name } : null,
        until: found.until.toISOString(),
      })
    },

    async accept({ code, name, signInName, password }: AcceptInvitation, asking: Asking): Promise<Moved> {
      const found = await invitations.of(code)
      if (!found) return refused('invitation-over')
      const account = found.account === null ? undefined : await accounts.of(found.account)
      const why = await passwordFault(password, account ? [account.name, account.sign_in_name] : [name, signInName])
      if (why) return refused('weak-password', { why })
      const accepted = await invitations.accept(code, { name, signInName, password: await passwords.hashed(password) })
      if (!accepted.ok) return refused(accepted.problem)
      await audited(accepted.account, account ? 'password-changed' : 'account-made', found.id)
      if (account) await sessions.endOf(account.id)
      return accountCare.afterLink(accepted.account, asking)
    },

    /** The link that makes the first administrator, while there is no account: a new one each time, and the last is void. */
    async firstLink(): Promise<string | undefined> {
      if (people.length > 0 || (await accounts.any())) return undefined
      const made = await invitations.make({
        role: 'administrator',
        team: 'administration',
        invitedBy: 'system',
        first: true,
      })
      await audit.write({ by: 'system', act: 'invited', about: made.id, from: 'system' })
      return linkTo(made).link
    },
  }
}
