import type { KeyObject } from 'node:crypto'
import type { Audit } from '../../../records/audit/audit.ts'
import type { Database } from '../../../records/database/openDatabase.ts'
import type { Keys } from '../../../records/keys/createKeys.ts'
import type { Account } from '../../../records/people/createAccounts.ts'
import { createSsoIdentities } from '../../../records/people/createSsoIdentities.ts'
import type { CodeLogger } from '../../CodeLogger.ts'
import type { Identity } from '../createIdentity.ts'
import type { Asking, Moved } from '../createSignIn.ts'
import { openProvider, type Provider, type ProviderProblem } from './openProvider.ts'
import { ownPath } from './ownPath.ts'
import { type ClaimedPerson, type Claims, personInClaims, showsSecondFactor } from './personInClaims.ts'
import type { SsoSettings } from './ssoEnvironment.ts'
import { openedFlow, sealedFlow } from './ssoFlow.ts'

export interface SsoOptions {
  settings: SsoSettings
  database: Pick<Database, 'db'>
  keys: Pick<Keys, 'forUse'>
  identity: Pick<Identity, 'accounts' | 'sessions' | 'signIn' | 'forget'>
  audit: Audit
  now: () => Date
  logger: CodeLogger
}

/** Why someone did not come in by single sign-on. Each has its words on the page where one signs in. */
export type SsoProblem = ProviderProblem | 'expired' | 'no-role' | 'suspended'

export type Sso = Awaited<ReturnType<typeof createSso>>

/** Signing in by a provider of OpenID Connect: who someone is, and what they may do here, is what it says each time. */
export async function createSso(options: SsoOptions) {
  const { settings, keys, audit, now, logger } = options
  const key: KeyObject = await keys.forUse('accounts')
  const provider: Provider = openProvider(settings, now)
  const come = createComing(options)

  async function refusedWith(problem: SsoProblem, code: string, by = 'system') {
    logger.error({ code }, `single-sign-on-${problem}`)
    await audit.write({ by, act: 'sign-in-failed', about: `sso-${problem}`, from: 'console' })
    return { ok: false, problem } as const
  }

  return {
    name: settings.name,

    /**
     * Where to send them, and what their browser is to keep until they are back. `back` is where the provider leads; `unasked`
     * says that another site began it, and not a person on our page.
     */
    async begin(to: unknown, { back, unasked }: { back: string; unasked: boolean }, asking: Asking) {
      // Whoever is locked, or is somebody already, has to show who they are and not only whose computer it is.
      const fresh =
        settings.asks === 'each-time' || unasked || (await options.identity.signIn.held(asking)) !== undefined
      const asked = await provider.ask({ back, fresh })
      if (!asked.ok) return refusedWith(asked.problem, asked.code)
      const { url, flow } = asked.value
      return { ok: true, url, kept: sealedFlow(key, { ...flow, to: ownPath(to), at: now().getTime() }) } as const
    },

    /** They are back at `back`, with what their browser kept. */
    async finish(back: URL, kept: string | undefined, asking: Asking) {
      const flow = openedFlow(key, kept, now())
      if (!flow) return refusedWith('expired', 'no-flow')
      const claimed = await provider.claimed(back, flow)
      if (!claimed.ok) return refusedWith(claimed.problem, claimed.code)
      const came = await come(claimed.value, flow.fresh, asking)
      if (typeof came === 'object') return { ok: true, secret: came.secret, to: flow.to } as const
      return { ok: false, problem: came } as const
    },

    signOutUrl: provider.signOutUrl,
  }
}

/** Someone whom the provider has named, or why they may not come in. */
function createComing({ settings, database, identity, audit, now }: SsoOptions) {
  const { accounts, sessions, signIn, forget } = identity
  const identities = createSsoIdentities(database, now)

  async function turnOut({ id }: Account): Promise<void> {
    await accounts.voidTokens(id)
    forget()
    const ended = await sessions.endOf(id)
    await Promise.all(
      ended.map(session => audit.write({ by: 'system', act: 'session-ended', about: session, from: 'console' })),
    )
  }

  async function refusedTo(problem: SsoProblem, known: Account | undefined): Promise<SsoProblem> {
    await audit.write({ by: known?.id ?? 'system', act: 'sign-in-failed', about: `sso-${problem}`, from: 'console' })
    return problem
  }

  /** The account as the provider says it is now. */
  async function followed(known: Account, { name, role, team }: ClaimedPerson): Promise<Account> {
    const change = await identities.follow(known, { name, role, team })
    if (change === 'same') return known
    await audit.write({ by: 'system', act: 'account-changed', about: known.id, from: 'console' })
    forget()
    // As when an administrator changes it: nobody goes on as what they were.
    if (change === 'changed') await turnOut(known)
    return { ...known, name, role, team }
  }

  async function made(claims: Claims, person: ClaimedPerson): Promise<Account> {
    const { account, isNew } = await identities.make(identityIn(claims), person)
    if (isNew) await audit.write({ by: account.id, act: 'account-made', about: 'sso', from: 'console' })
    return account
  }

  async function begun(account: Account, claims: Claims, asking: Asking): Promise<Moved> {
    const held = await signIn.held(asking)
    const isTheirs = held?.account === account.id && (held.state === 'locked' || held.state === 'signed-in')
    const state = showsSecondFactor(claims, settings.mfa) ? 'signed-in' : await signIn.afterFirstStep(account)
    return isTheirs || state === 'signed-in'
      ? signIn.bySingleSignOn(account.id, asking)
      : signIn.begin(account, state, asking)
  }

  return async (claims: Claims, fresh: boolean, asking: Asking): Promise<SsoProblem | { secret: string }> => {
    const known = await identities.accountOf(identityIn(claims))
    if (known && known.state !== 'active') return refusedTo('suspended', known)
    const person = personInClaims(claims, settings)
    if (!person) {
      if (known) await turnOut(known)
      return refusedTo('no-role', known)
    }
    if (!fresh && (await signIn.held(asking))) return refusedTo('not-fresh', known)
    const account = known ? await followed(known, person) : await made(claims, person)
    const moved = await begun(account, claims, asking)
    return moved.ok ? { secret: moved.value } : refusedTo('suspended', account)
  }
}

/** NB: both have been checked to be there, and to be ours, by whoever read the token. */
const identityIn = ({ iss, sub }: Claims) => ({ issuer: String(iss), subject: String(sub) })
