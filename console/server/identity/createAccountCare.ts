import { randomUUID } from 'node:crypto'
import type {
  AccountResponse,
  AccountSession,
  AddPasskey,
  ChangePassword,
  ConfirmTotp,
  TotpWanted,
} from '../../contract/account.ts'
import type { Person } from '../../contract/people.ts'
import type { PasskeyWanted } from '../../contract/signIn.ts'
import type { AuditAct } from '../../records/audit/audit.ts'
import type { Account } from '../../records/people/createAccounts.ts'
import type { Factor } from '../../records/people/createFactors.ts'
import type { SessionRow } from '../../records/people/createSessionStore.ts'
import type { Asking, Moved, SignIn, SignInServices } from './createSignIn.ts'
import { done, type Outcome, type Refused, refused } from './outcome.ts'
import { newRecoveryCodes, plainRecoveryCode } from './recoveryCodes.ts'
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts'

/** What opens an account is changed only by someone who showed who they are this long ago at most. */
const shownWithin = 10 * 60 * 1000

/** With the first factor comes a session that is signed in, and recovery codes. */
export interface Added {
  recoveryCodes: readonly string[]
  /** The secret of the session from now on, where it is another. */
  secret: string | undefined
}

export interface AccountCareServices extends SignInServices {
  signIn: SignIn
  /** What was held about people is out of date. */
  forget(): void
}

export type AccountCare = ReturnType<typeof createAccountCare>

/** What people do with their own account. */
export function createAccountCare(services: AccountCareServices) {
  const {
    accounts,
    factors,
    sessions,
    keys,
    passwords,
    passwordFault,
    passkeys,
    lockOut,
    audit,
    signIn,
    requireSecondFactor,
    now,
    forget,
  } = services
  const audited = (by: string, act: AuditAct, about?: string) =>
    audit.write({ by, act, from: 'console', ...(about === undefined ? {} : { about }) })

  type Own = { ok: true; account: Account; session: SessionRow } | ({ ok: false } & Refused)

  /** Whose account it is, signed in or setting up. */
  async function own(asking: Asking): Promise<Own> {
    const session = asking.secret === undefined ? undefined : await sessions.of(asking.secret, true)
    if (!session || session.state === 'second-factor') return refused('signed-out')
    if (session.state === 'locked') return refused('locked')
    if (session.account === null) return refused('no-account')
    const account = await accounts.of(session.account)
    return account?.state === 'active' ? { ok: true, account, session } : refused('signed-out')
  }

  /** The same, fully signed in. */
  async function ownSignedIn(asking: Asking): Promise<Own> {
    const found = await own(asking)
    return found.ok && found.session.state === 'set-up' ? refused('set-up-first') : found
  }

  /** The same, shown lately. The first factor is set up right after the password. */
  async function ownShown(asking: Asking, orSettingUp: boolean): Promise<Own> {
    const found = await (orSettingUp ? own(asking) : ownSignedIn(asking))
    if (!found.ok) return found
    const isNew = now().getTime() - found.session.proved_at.getTime() < shownWithin
    return isNew || found.session.state === 'set-up' ? found : refused('say-again')
  }

  async function responseFor({
    account,
    session,
  }: {
    account: Account
    session: SessionRow
  }): Promise<AccountResponse> {
    const [theirs, recoveryCodesLeft, open] = await Promise.all([
      factors.of(account.id),
      factors.recoveryCodesLeft(account.id),
      sessions.ofAccount(account.id),
    ])
    return {
      person: personOfAccount(account),
      signInName: account.sign_in_name,
      hasPassword: account.password !== null,
      factors: theirs.map(({ id, kind, name, added_at, used_at }) => ({
        id,
        kind,
        name,
        addedAt: added_at.toISOString(),
        usedAt: used_at?.toISOString() ?? null,
      })),
      secondFactorNeeded: requireSecondFactor,
      recoveryCodesLeft,
      sessions: open.map(({ id, begun_at, active_at, browser }) => ({
        id,
        begunAt: begun_at.toISOString(),
        activeAt: active_at.toISOString(),
        browser: browser as AccountSession['browser'],
        here: id === session.id,
      })),
    }
  }

  /** After a factor was confirmed: the first one ends the setting up, and brings recovery codes. */
  async function added(account: Account, session: SessionRow, factor: string): Promise<Added> {
    await audited(account.id, 'factor-added', factor)
    const isFirst = (await factors.of(account.id)).length === 1
    const recoveryCodes = isFirst ? await recoveryCodesFor(account.id) : []
    if (session.state !== 'set-up') return { recoveryCodes, secret: undefined }
    await audited(account.id, 'signed-in', session.id)
    await accounts.signedIn(account.id)
    return { recoveryCodes, secret: await sessions.moveOn(session, 'signed-in', { begun: true }) }
  }

  async function recoveryCodesFor(account: string): Promise<string[]> {
    const codes = newRecoveryCodes()
    const hashes = codes.map(code => keys.hashed('recovery-code', plainRecoveryCode(code) ?? code))
    await factors.setRecoveryCodes(account, hashes)
    return codes
  }

  return {
    async look(asking: Asking): Promise<Outcome<AccountResponse>> {
      const found = await own(asking)
      return found.ok ? done(await responseFor(found)) : found
    },

    async wantTotp(asking: Asking): Promise<Outcome<TotpWanted>> {
      const found = await ownShown(asking, true)
      if (!found.ok) return found
      const factor = randomUUID()
      const secret = newTotpSecret()
      await factors.add({
        ...emptyFactor(factor, found.account.id, now()),
        kind: 'totp',
        name: '',
        confirmed: false,
        secret: keys.sealed(secret, factor),
      })
      return done({ factor, secret, uri: totpUri(secret, found.account.sign_in_name) })
    },

    async confirmTotp({ factor: id, code, name }: ConfirmTotp, asking: Asking): Promise<Outcome<Added>> {
      const found = await ownShown(asking, true)
      if (!found.ok) return found
      const { account, session } = found
      const factor = await factors.unconfirmed(account.id, id)
      if (!factor?.secret) return refused('no-such-factor')
      const tried = await lockOut(
        { signInName: account.sign_in_name, address: asking.address },
        account.id,
        'unlock-failed',
      )
      if (!tried.ok) return tried
      const step = stepOfCode(keys.opened(factor.secret, id), code, now())
      if (step === undefined) {
        await tried.settle('wrong')
        return refused('wrong-code')
      }
      await tried.settle('half-way')
      await factors.confirm(id, step, name ?? 'App')
      return done(await added(account, session, id))
    },

    async wantPasskey(asking: Asking): Promise<Outcome<PasskeyWanted>> {
      const found = await ownShown(asking, true)
      if (!found.ok) return found
      if (!asking.place) return refused('bad-request')
      const { account, session } = found
      const whose = { account: account.id, name: account.name, signInName: account.sign_in_name }
      return done(await passkeys.want(asking.place, session.id, whose, await factors.of(account.id)))
    },

    async addPasskey({ passkey, name }: AddPasskey, asking: Asking): Promise<Outcome<Added>> {
      const found = await ownShown(asking, true)
      if (!found.ok) return found
      const { account, session } = found
      const made = asking.place && (await passkeys.made(asking.place, session.id, passkey))
      if (!made) return refused('wrong-sign-in')
      const { credential, publicKey, counter, transports } = made
      const factor = await factors.add({
        ...emptyFactor(randomUUID(), account.id, now()),
        kind: 'passkey',
        name: name ?? 'Passkey',
        confirmed: true,
        credential,
        public_key: publicKey,
        counter: String(counter),
        transports,
      })
      return factor === undefined ? refused('passkey-known') : done(await added(account, session, factor))
    },

    async removeFactor(id: string, asking: Asking): Promise<Outcome<AccountResponse>> {
      const found = await ownShown(asking, false)
      if (!found.ok) return found
      const { account } = found
      const how = await factors.remove(account.id, id, !requireSecondFactor)
      if (how !== 'removed') return refused(how)
      await audited(account.id, 'factor-removed', id)
      // Whoever came in with what is gone now does not stay.
      await sessions.endOf(account.id, found.session.id)
      return done(await responseFor(found))
    },

    async newRecoveryCodes(asking: Asking): Promise<Outcome<{ recoveryCodes: string[] }>> {
      const found = await ownShown(asking, false)
      if (!found.ok) return found
      const { id } = found.account
      if ((await factors.of(id)).length === 0) return refused('no-such-factor')
      await audited(id, 'account-changed', 'recovery-codes')
      return done({ recoveryCodes: await recoveryCodesFor(id) })
    },

    async changePassword({ current, password }: ChangePassword, asking: Asking): Promise<Outcome<AccountResponse>> {
      const found = await ownSignedIn(asking)
      if (!found.ok) return found
      const { account, session } = found
      const tried = await lockOut(
        { signInName: account.sign_in_name, address: asking.address },
        account.id,
        'unlock-failed',
      )
      if (!tried.ok) return tried
      if (!(await passwords.isRight(account.password, current))) {
        await tried.settle('wrong')
        await audited(account.id, 'unlock-failed', session.id)
        return refused('wrong-sign-in')
      }
      await tried.settle('half-way')
      const why = await passwordFault(password, [account.name, account.sign_in_name])
      if (why) return refused('weak-password', { why })
      await audited(account.id, 'password-changed')
      await accounts.setPassword(account.id, await passwords.hashed(password))
      forget()
      await sessions.endOf(account.id, session.id)
      return done(await responseFor({ account, session }))
    },

    async endSession(id: string, asking: Asking): Promise<Outcome<AccountResponse>> {
      const found = await ownSignedIn(asking)
      if (!found.ok) return found
      const { account } = found
      const theirs = await sessions.ofAccount(account.id)
      if (!theirs.some(session => session.id === id)) return refused('no-such-session')
      await audited(account.id, 'session-ended', id)
      await sessions.end(id)
      return done(await responseFor(found))
    },

    /** A session for someone whose password was set through a link. */
    async afterLink(id: string, asking: Asking): Promise<Moved> {
      const account = await accounts.of(id)
      return account ? signIn.begin(account, await signIn.afterFirstStep(account), asking) : refused('invitation-over')
    },
  }
}

export function personOfAccount({ id, role, team, name }: Account): Person {
  return { id, role, team, name }
}

const emptyFactor = (id: string, account: string, added_at: Date) =>
  ({
    id,
    account,
    added_at,
    secret: null,
    step: null,
    credential: null,
    public_key: null,
    counter: null,
    transports: null,
    used_at: null,
  }) satisfies Partial<Factor>
