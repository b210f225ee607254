import type { Person } from '../../contract/people.ts'
import type {
  PasskeyAnswer,
  PasskeyAsked,
  SessionState,
  SignIn as SignInAsked,
  SignInMethod,
  Unlock,
} from '../../contract/signIn.ts'
import type { Audit, AuditAct } from '../../records/audit/audit.ts'
import type { Account, Accounts } from '../../records/people/createAccounts.ts'
import type { Factor, Factors } from '../../records/people/createFactors.ts'
import type { SessionRow } from '../../records/people/createSessionStore.ts'
import type { AccountKeys } from './accountKeys.ts'
import { createProofs } from './createProofs.ts'
import type { Sessions } from './createSessions.ts'
import type { LockOut } from './lockOut.ts'
import { done, type Outcome, refused } from './outcome.ts'
import type { PasskeyPlace, Passkeys } from './passkeys.ts'
import type { passwordFault } from './passwordFault.ts'
import type { Passwords } from './passwords.ts'

export interface SignInServices {
  accounts: Accounts
  factors: Factors
  sessions: Sessions
  keys: AccountKeys
  passwords: Passwords
  /** Why a new password would not do for someone with these names. */
  passwordFault: typeof passwordFault
  passkeys: Passkeys
  lockOut: LockOut
  audit: Audit
  /** The ready people of the demo; none outside it. */
  people: readonly Person[]
  requireSecondFactor: boolean
  now: () => Date
}

/** Who asks, as far as that is known. */
export interface Asking {
  /** Of the session their browser holds. */
  secret: string | undefined
  address: string
  browser: string
  /** Undefined where the browser came by a name that is not this server's. */
  place: PasskeyPlace | undefined
}

/** The secret of the session they hold from now on. */
export type Moved = Outcome<string>

export type SignIn = ReturnType<typeof createSignIn>

/** Signing in and out, locking and unlocking. Every way in ends in a session under a new secret, and in the audit. */
export function createSignIn(services: SignInServices) {
  const { accounts, factors, sessions, passkeys, lockOut, audit, people, requireSecondFactor } = services
  const { isPassword, isAppCode, isRecoveryCode, isPasskey } = createProofs(services)
  const audited = (by: string, act: AuditAct, about?: string) =>
    audit.write({ by, act, from: 'console', ...(about === undefined ? {} : { about }) })

  const held = async ({ secret }: Asking) => (secret === undefined ? undefined : sessions.of(secret, false))

  /** The session of someone who may now go on; the one their browser held ends. */
  async function begin(account: Account, state: SessionRow['state'], asking: Asking): Promise<Moved> {
    const before = await held(asking)
    if (before) await sessions.end(before.id)
    const { id, secret } = await sessions.begin({ account: account.id }, state, asking.browser)
    if (state === 'signed-in') await signedIn(account.id, id)
    return done(secret)
  }

  async function signedIn(account: string, session: string): Promise<void> {
    await audited(account, 'signed-in', session)
    await accounts.signedIn(account)
  }

  const moved = async (session: SessionRow, begun: boolean): Promise<Moved> => {
    const secret = await sessions.moveOn(session, 'signed-in', { begun })
    return secret === undefined ? refused('sign-in-again') : done(secret)
  }

  const ask = async (asking: Asking, ...of: [Parameters<Passkeys['ask']>[1], readonly Factor[]]) =>
    asking.place ? done(await passkeys.ask(asking.place, ...of)) : refused('bad-request')

  /** What is asked of the passkey by which someone signs in: without the first step it has to be both. */
  const forSignIn = (session: SessionRow | undefined) =>
    session?.state === 'second-factor'
      ? ({ purpose: 'sign-in', session: session.id, verified: false } as const)
      : ({ purpose: 'sign-in', session: null, verified: true } as const)

  const forShowingAgain = ({ id }: SessionRow) => ({ purpose: 'show-again', session: id, verified: true }) as const

  /** Where an account goes on after its first step. */
  async function afterFirstStep(account: Account): Promise<SessionRow['state']> {
    if ((await factors.of(account.id)).length > 0) return 'second-factor'
    return requireSecondFactor ? 'set-up' : 'signed-in'
  }

  const canUnlock = (session: SessionRow | undefined): session is SessionRow =>
    session?.state === 'locked' || session?.state === 'signed-in'

  return {
    /** What this person can show now. */
    async methods(session: SessionRow | undefined): Promise<SignInMethod[]> {
      if (!session || session.state === 'set-up') return []
      if (session.account === null) return ['choice']
      const theirs = await factors.of(session.account)
      const has = (kind: Factor['kind']) => theirs.some(factor => factor.kind === kind)
      const apps = [...(has('totp') ? ['code' as const] : []), ...(has('passkey') ? ['passkey' as const] : [])]
      if (session.state === 'second-factor') {
        return [...apps, ...((await factors.recoveryCodesLeft(session.account)) > 0 ? ['recovery-code' as const] : [])]
      }
      return [...((await accounts.of(session.account))?.password ? ['password' as const] : []), ...apps]
    },

    async withPassword({ signInName, password }: SignInAsked, asking: Asking): Promise<Moved> {
      const account = await accounts.named(signInName)
      const by = account?.id ?? 'system'
      const tried = await lockOut({ signInName, address: asking.address }, by, 'sign-in-failed')
      if (!tried.ok) return tried
      if (!(await isPassword(account, password)) || account?.state !== 'active') {
        await tried.settle('wrong')
        await audited(by, 'sign-in-failed', 'password')
        return refused('wrong-sign-in')
      }
      const state = await afterFirstStep(account)
      // Not forgotten before the second step: codes would be tried between one right password and the next.
      await tried.settle(state === 'second-factor' ? 'half-way' : 'right')
      return begin(account, state, asking)
    },

    /** The second step, with a code from the app or a recovery code. */
    async withCode(code: string, asking: Asking): Promise<Moved> {
      const session = await held(asking)
      const account = session?.state === 'second-factor' ? await accounts.active(session.account) : undefined
      if (!session || !account) return refused('sign-in-again')
      const tried = await lockOut(
        { signInName: account.sign_in_name, address: asking.address },
        account.id,
        'sign-in-failed',
      )
      if (!tried.ok) return tried
      if (!(await isAppCode(await factors.of(account.id), code)) && !(await isRecoveryCode(account.id, code))) {
        await tried.settle('wrong')
        await audited(account.id, 'sign-in-failed', 'code')
        return refused('wrong-code')
      }
      await tried.settle('right')
      await signedIn(account.id, session.id)
      return moved(session, true)
    },

    async askPasskey(asking: Asking): Promise<Outcome<PasskeyAsked>> {
      const session = await held(asking)
      const account = session?.state === 'second-factor' ? session.account : null
      return ask(asking, forSignIn(session), account === null ? [] : await passkeysOf(account))
    },

    async withPasskey(answer: PasskeyAnswer, asking: Asking): Promise<Moved> {
      const session = await held(asking)
      const of = forSignIn(session)
      const passkey = await factors.passkey(answer.id)
      const account = await accounts.active(passkey?.account ?? null)
      const by = account?.id ?? 'system'
      // Nobody guesses a passkey: it is the way in for whose account others have locked.
      const tried = await lockOut({ address: asking.address }, by, 'sign-in-failed')
      if (!tried.ok) return tried
      // Whoever comes by single sign-on alone, without a password here, comes in only while the provider lets them.
      const isTheirs = of.session === null ? account?.password !== null : passkey?.account === session?.account
      if (!account || !isTheirs || !(await isPasskey(asking, of, answer, passkey))) {
        await tried.settle('wrong')
        await audited(by, 'sign-in-failed', 'passkey')
        return refused('wrong-sign-in')
      }
      await tried.settle('right')
      return begin(account, 'signed-in', asking)
    },

    /** For single sign-on, once its provider has said who it is: both steps are the provider's. */
    async bySingleSignOn(id: string, asking: Asking): Promise<Moved> {
      const account = await accounts.active(id)
      if (!account) return refused('wrong-sign-in')
      const session = await held(asking)
      if (session?.account !== id || !canUnlock(session)) return begin(account, 'signed-in', asking)
      await audited(id, 'unlocked', session.id)
      return moved(session, false)
    },

    /** In the demo alone: being one of the ready people. */
    async choose(person: string, asking: Asking): Promise<Moved> {
      if (!people.some(({ id }) => id === person)) return refused('no-such-person')
      const before = await held(asking)
      if (before) await sessions.end(before.id)
      const { id, secret } = await sessions.begin({ ready: person }, 'signed-in', asking.browser)
      await audited(person, 'signed-in', id)
      return done(secret)
    },

    async signOut(asking: Asking): Promise<void> {
      const session = await held(asking)
      if (!session) return
      await audited(session.account ?? session.ready ?? 'system', 'signed-out', session.id)
      await sessions.end(session.id)
    },

    async lock(asking: Asking): Promise<Outcome<undefined>> {
      const session = await held(asking)
      if (!canUnlock(session)) return refused('signed-out')
      await sessions.lock(session)
      return done(undefined)
    },

    async askUnlock(asking: Asking): Promise<Outcome<PasskeyAsked>> {
      const session = await held(asking)
      if (!canUnlock(session) || session.account === null) return refused('signed-out')
      return ask(asking, forShowingAgain(session), await passkeysOf(session.account))
    },

    /** Goes on with a locked session, or shows again who is there. Counts as trying to sign in does. */
    async unlock(how: Unlock, asking: Asking): Promise<Moved> {
      const session = await held(asking)
      if (!canUnlock(session)) return refused('signed-out')
      if (session.account === null) {
        if (!('person' in how) || how.person !== session.ready) return refused('wrong-sign-in')
        await audited(session.ready, 'unlocked', session.id)
        return moved(session, false)
      }
      const account = await accounts.active(session.account)
      if (!account) return refused('signed-out')
      const guessable = !('passkey' in how)
      const on = { address: asking.address, ...(guessable ? { signInName: account.sign_in_name } : {}) }
      const tried = await lockOut(on, account.id, 'unlock-failed')
      if (!tried.ok) return tried
      if (!(await isShown(how, account, session, asking))) {
        await tried.settle('wrong')
        await audited(account.id, 'unlock-failed', session.id)
        return refused('code' in how ? 'wrong-code' : 'wrong-sign-in')
      }
      await tried.settle('right')
      await audited(account.id, 'unlocked', session.id)
      return moved(session, false)
    },

    begin,
    afterFirstStep,
    held,
  }

  async function isShown(how: Unlock, account: Account, session: SessionRow, asking: Asking): Promise<boolean> {
    if ('password' in how) return isPassword(account, how.password)
    if ('code' in how) return isAppCode(await factors.of(account.id), how.code)
    if (!('passkey' in how)) return false
    const passkey = await factors.passkey(how.passkey.id)
    return passkey?.account === account.id && isPasskey(asking, forShowingAgain(session), how.passkey, passkey)
  }

  async function passkeysOf(account: string): Promise<Factor[]> {
    return (await factors.of(account)).filter(({ kind }) => kind === 'passkey')
  }
}

/** As the page is told it. */
export const stateOf = (session: SessionRow | undefined): SessionState => session?.state ?? 'signed-out'
