import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Role, roles } from '../../../casework/roles.ts'
import { ExpectedError } from '../../../records/database/ExpectedError.ts'
import { isLoopback } from '../../edge/isLoopback.ts'
import { optionalSetting } from '../../optionalSetting.ts'

/** Where people are sent to sign in, and what is made of what is said of them there. */
export interface SsoSettings {
  issuer: URL
  clientId: string
  clientSecret: string
  /** What the button says. */
  name: string
  scopes: string
  roleClaim: string
  /** Most wanted first: the first whose value is in the claim is the person's role. */
  roles: readonly (readonly [value: string, role: Role])[]
  /** Without a map the value itself is the team. */
  teamClaim: string | undefined
  teams: ReadonlyMap<string, string> | undefined
  /** Where the claim says no team, or none is asked for. */
  team: string | undefined
  /** What shows that the provider asked for a second factor; `trusted` where it always does. */
  mfa: 'trusted' | readonly (readonly [claim: string, value: string])[]
  /** Whether the provider is to ask each time who is there, or may go by who signed in elsewhere. */
  asks: 'each-time' | 'provider'
}

type Pair = readonly [string, string]

/** `value=meaning`, with commas between. What is before the last equals sign is the value: it may have one itself. */
const pairs = z.string().transform((text, context): readonly Pair[] =>
  text.split(',').flatMap(each => {
    const at = each.lastIndexOf('=')
    const pair = [each.slice(0, at).trim(), each.slice(at + 1).trim()] as const
    if (at > 0 && pair.every(Boolean)) return [pair]
    context.addIssue({ code: 'custom', message: 'must be pairs such as value=meaning, with commas between' })
    return []
  }),
)

const asRoles = pairs.transform((each, context) =>
  each.flatMap(([value, role]) => {
    const known = roles.find(one => one === role)
    if (known) return [[value, known] as const]
    context.addIssue({ code: 'custom', message: `must give each value one of our roles: ${roles.join(', ')}` })
    return []
  }),
)

const claimName = z.string().regex(/^[\w:./-]{1,200}$/, 'must be the name of a claim')

/** The settings of single sign-on, by their names in the environment. */
export const ssoEnvironment = {
  OIDC_ISSUER: optionalSetting(
    z.string().refine(isIssuer, {
      error: 'must be the https address of one issuer, such as https://login.microsoftonline.com/<tenant id>/v2.0',
      abort: true,
    }),
  ),
  OIDC_CLIENT_ID: optionalSetting(z.string().max(500)),
  OIDC_CLIENT_SECRET_FILE: optionalSetting(z.string()),
  OIDC_NAME: optionalSetting(z.string().max(60, 'must have 60 characters or fewer')),
  OIDC_SCOPES: optionalSetting(
    z
      .string()
      .refine(scopes => scopes.split(' ').includes('openid'), 'must be scopes with spaces between, one of them openid'),
  ),
  OIDC_ROLE_CLAIM: optionalSetting(claimName),
  OIDC_ROLES: optionalSetting(asRoles),
  OIDC_TEAM_CLAIM: optionalSetting(claimName),
  OIDC_TEAMS: optionalSetting(pairs),
  OIDC_TEAM: optionalSetting(z.string().max(100)),
  OIDC_MFA: optionalSetting(
    z.union([z.literal('trusted'), pairs], 'must be trusted, or claim=value with commas between'),
  ),
  OIDC_ASKS: optionalSetting(z.enum(['each-time', 'provider'], 'must be each-time or provider')),
}

const shape = z.object(ssoEnvironment)
type SsoEnvironment = z.infer<typeof shape>

/** Tells what is missing: without OIDC_ISSUER nothing of it is used, and with it these have to be there. */
export function findSsoFaults(data: SsoEnvironment, context: z.RefinementCtx): void {
  const fault = (name: keyof SsoEnvironment, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message })
  const { OIDC_ISSUER: issuer } = data
  if (issuer === undefined) {
    // Of these alone: what is checked is all of the environment's settings.
    const ours = Object.keys(ssoEnvironment) as (keyof SsoEnvironment)[]
    if (ours.some(name => data[name] !== undefined)) fault('OIDC_ISSUER', 'must be set where another OIDC setting is')
    return
  }
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET_FILE', 'OIDC_ROLES'] as const) {
    if (data[name] === undefined) fault(name, 'must be set where OIDC_ISSUER is')
  }
  if (data.OIDC_TEAM === undefined && data.OIDC_TEAM_CLAIM === undefined) {
    fault('OIDC_TEAM', 'must say the team of everyone who comes by single sign-on, unless OIDC_TEAM_CLAIM does')
  }
  if (data.OIDC_TEAMS !== undefined && data.OIDC_TEAM_CLAIM === undefined) {
    fault('OIDC_TEAM_CLAIM', 'must be set where OIDC_TEAMS is')
  }
}

/** Undefined where there is no single sign-on. Throws an ExpectedError where the secret's file cannot be read. */
export function ssoSettingsIn(data: SsoEnvironment): SsoSettings | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET_FILE, OIDC_ROLES, OIDC_TEAMS } = data
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET_FILE || !OIDC_ROLES) return undefined
  return {
    issuer: new URL(OIDC_ISSUER),
    clientId: OIDC_CLIENT_ID,
    clientSecret: secretIn(OIDC_CLIENT_SECRET_FILE),
    name: data.OIDC_NAME ?? 'single sign-on',
    scopes: data.OIDC_SCOPES ?? 'openid profile',
    roleClaim: data.OIDC_ROLE_CLAIM ?? 'roles',
    roles: OIDC_ROLES,
    teamClaim: data.OIDC_TEAM_CLAIM,
    teams: OIDC_TEAMS && new Map(OIDC_TEAMS),
    team: data.OIDC_TEAM,
    mfa: data.OIDC_MFA ?? [['amr', 'mfa']],
    asks: data.OIDC_ASKS ?? 'each-time',
  }
}

function secretIn(file: string): string {
  let secret = ''
  try {
    secret = readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new ExpectedError(`OIDC_CLIENT_SECRET_FILE ${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`)
  }
  if (!secret) throw new ExpectedError(`OIDC_CLIENT_SECRET_FILE ${file} is empty: put the client secret into it.`)
  return secret
}

/** NB: `common` and its like of Entra ID are everybody's tenants, and no issuer. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, search, hash, pathname } = new URL(text)
  if (`${username}${password}${search}${hash}` !== '' || /^\/(common|organizations|consumers)\//.test(pathname))
    return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')))
}
