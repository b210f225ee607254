import type { Role } from '../../../casework/roles.ts'
import type { SsoSettings } from './ssoEnvironment.ts'

/** What a provider says of someone, in the token it signed. */
export type Claims = Readonly<Record<string, unknown>>

/** Who someone is to us, by what the provider says of them. */
export interface ClaimedPerson {
  name: string
  signInName: string
  role: Role
  team: string
}

type Mapping = Pick<SsoSettings, 'roleClaim' | 'roles' | 'teamClaim' | 'teams' | 'team'>

/**
 * Undefined where their claims give them no role or no team here. Of several roles it is the one that is named first in the
 * settings: whoever wrote them decided which is wanted most.
 */
export function personInClaims(claims: Claims, settings: Mapping): ClaimedPerson | undefined {
  const role = roleIn(valuesOf(claims[settings.roleClaim]), settings.roles)
  const team = teamIn(claims, settings)
  if (!role || !team) return undefined
  const signInName = plain(claims.preferred_username) ?? plain(claims.sub) ?? ''
  return { name: plain(claims.name) ?? signInName, signInName, role, team }
}

/** Whether the provider says that more than one factor was asked for. */
export function showsSecondFactor(claims: Claims, mfa: SsoSettings['mfa']): boolean {
  return mfa === 'trusted' || mfa.some(([claim, value]) => valuesOf(claims[claim]).includes(value))
}

function roleIn(values: readonly string[], roles: Mapping['roles']): Role | undefined {
  return roles.find(([value]) => values.includes(value))?.[1]
}

function teamIn(claims: Claims, { teamClaim, teams, team }: Mapping): string | undefined {
  const said = teamClaim === undefined ? [] : valuesOf(claims[teamClaim])
  // In the order of the map, as roles are; a claim of several values is no team by itself.
  const mapped = teams
    ? [...teams].find(([value]) => said.includes(value))?.[1]
    : said.length === 1
      ? plain(said[0])
      : undefined
  return mapped ?? team
}

/** A claim is one text, or several. Anything else says nothing. */
function valuesOf(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return [claim]
  return Array.isArray(claim) ? claim.filter(each => typeof each === 'string') : []
}

/** As it may be shown and kept: on one line, and not too long. */
function plain(claim: unknown): string | undefined {
  if (typeof claim !== 'string') return undefined
  const text = claim
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return text.slice(0, 100).toWellFormed().trim() || undefined
}
