import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import { mayDo } from '../../casework/roles.ts'
import type { Person } from '../../contract/people.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { Database } from '../../records/database/openDatabase.ts'
import { heldFor } from '../../records/heldFor.ts'
import type { Keys } from '../../records/keys/createKeys.ts'
import { type Account, createAccounts } from '../../records/people/createAccounts.ts'
import { createChallenges } from '../../records/people/createChallenges.ts'
import { createFactors } from '../../records/people/createFactors.ts'
import { createInvitations } from '../../records/people/createInvitations.ts'
import { createSessionStore, type SessionRow } from '../../records/people/createSessionStore.ts'
import { createTries } from '../../records/people/createTries.ts'
import { accountKeys } from './accountKeys.ts'
import { createAccountCare, personOfAccount } from './createAccountCare.ts'
import { createPeopleCare } from './createPeopleCare.ts'
import { createSessions } from './createSessions.ts'
import { createSignIn, type SignInServices } from './createSignIn.ts'
import { createLockOut } from './lockOut.ts'
import { createPasskeys } from './passkeys.ts'
import { passwordFault as zxcvbnFault } from './passwordFault.ts'
import { createPasswords } from './passwords.ts'
import { bearerIn, type Signed, secretIn } from './session.ts'
import type { Tokens } from './tokens.ts'

export interface IdentityOptions {
  database: Pick<Database, 'db'>
  keys: Pick<Keys, 'forUse'>
  audit: Audit
  tokens: Tokens
  now: () => Date
  /** The ready people of the demo; none outside it. */
  people: readonly Person[]
  /** Whether this is served over TLS. */
  secure: boolean
  /** Whether an account has to have a second factor. */
  requireSecondFactor?: boolean
  idleMinutes?: number
  passwordFault?: SignInServices['passwordFault']
  onFault(error: unknown): void
}

export type Identity = Awaited<ReturnType<typeof createIdentity>>

const heldMs = 10_000
const sweepMs = 60_000
const uuid = z.uuid()

/** Who people are to this installation: their accounts, their sessions, and how they come in. */
export async function createIdentity({
  database,
  keys: installationKeys,
  audit,
  tokens,
  now,
  people,
  secure,
  requireSecondFactor = true,
  idleMinutes = 15,
  passwordFault = zxcvbnFault,
  onFault,
}: IdentityOptions) {
  const keys = accountKeys(await installationKeys.forUse('accounts'))
  const accounts = createAccounts(database, now)
  const factors = createFactors(database, now)
  const invitations = createInvitations(database, now)
  const store = createSessionStore(database, now)
  const sessions = createSessions({ store, audit, now, idleMinutes, onFault })
  const known = heldFor(heldMs, now, (id): Promise<Account | undefined> => accounts.of(id))
  const services = {
    accounts,
    factors,
    sessions,
    keys,
    passwords: createPasswords(keys.pepper),
    passwordFault,
    passkeys: createPasskeys(createChallenges(database, now)),
    lockOut: createLockOut(createTries(database, now), keys, audit),
    audit,
    people,
    requireSecondFactor,
    now,
  }
  const signIn = createSignIn(services)
  const accountCare = createAccountCare({ ...services, signIn, forget: known.forget })
  const peopleCare = createPeopleCare({ ...services, invitations, accountCare, forget: known.forget })
  let anyAccount = false

  /** As they are now: nobody where they are suspended or gone. */
  async function accountPerson(id: string): Promise<Person | undefined> {
    const account = uuid.safeParse(id).success ? await known.of(id) : undefined
    return account?.state === 'active' ? personOfAccount(account) : undefined
  }

  const personOfSession = async ({ account, ready }: SessionRow) =>
    account === null ? people.find(({ id }) => id === ready) : accountPerson(account)

  /** The person a bearer token is for, as they are now. */
  async function personOfToken(token: string): Promise<Person | undefined> {
    const claimed = await tokens.claimedIn(token)
    if (!claimed) return undefined
    const { id, role } = claimed.person
    const ready = people.find(person => person.id === id && person.role === role)
    if (ready) return ready
    const person = await accountPerson(id)
    const account = person && (await known.of(id))
    return account && claimed.madeAt >= account.tokens_from ? person : undefined
  }

  return {
    secure,
    idleMinutes,
    people,
    sessions,
    signIn,
    accountCare,
    peopleCare,
    accounts,
    factors,
    /** What was held about people is out of date. */
    forget: known.forget,
    personOfToken,
    /** As they are now: nobody where they are suspended or gone. */
    personById: async (id: string) => people.find(ready => ready.id === id) ?? accountPerson(id),

    /** Those of a team, as they are now. */
    async ofTeam(team: string): Promise<readonly Person[]> {
      const found = await accounts.ofTeam(team)
      return [...people.filter(ready => ready.team === team), ...found.map(personOfAccount)]
    },

    /** Who asks, by bearer token or session cookie, and how far they have come. */
    async signedIn(headers: IncomingHttpHeaders, givenToken?: string, counts = true): Promise<Signed | undefined> {
      const token = givenToken ?? bearerIn(headers)
      if (token !== undefined) {
        const person = await personOfToken(token)
        return person && { person, session: null, state: 'signed-in' }
      }
      const secret = secretIn(headers, secure)
      const session = secret === undefined ? undefined : await sessions.of(secret, counts)
      if (!session || session.state === 'second-factor') return undefined
      const person = await personOfSession(session)
      return person && { person, session: session.id, state: session.state }
    },

    /** The session as the page is told of it. Asking for it is not being there. */
    async sessionHeld(secret: string | undefined) {
      const session = secret === undefined ? undefined : await sessions.of(secret, false)
      const person = session && (await personOfSession(session))
      if (!session || !person) return { state: 'signed-out', person: null, methods: [], colleagues: {} } as const
      const { state } = session
      return {
        state,
        person: state === 'second-factor' ? null : person,
        methods: await signIn.methods(session),
        colleagues: state === 'signed-in' && mayDo(person.role, 'people.read') ? await accounts.names() : {},
      }
    },

    /** Locks and ends sessions as their time comes, until the function that is returned is called. */
    keepTime(): () => void {
      const timer = setInterval(() => void sessions.sweep().catch(onFault), sweepMs)
      timer.unref()
      return () => clearInterval(timer)
    },

    /** Whether nobody can sign in yet but by the link that was printed at the start. */
    async isFirstStart(): Promise<boolean> {
      if (people.length > 0) return false
      anyAccount ||= await accounts.any()
      return !anyAccount
    },

    /** Where a link leads that makes the first administrator: from the root of this site. Undefined once there is an account. */
    firstLink: peopleCare.firstLink,
  }
}
