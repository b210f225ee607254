import { describe, expect, it } from 'vitest'
import { personInClaims, showsSecondFactor } from '../../../../../console/server/identity/sso/personInClaims.ts'
import type { SsoSettings } from '../../../../../console/server/identity/sso/ssoEnvironment.ts'

const settings: Parameters<typeof personInClaims>[1] = {
  roleClaim: 'roles',
  roles: [
    ['Talk.Manager', 'manager'],
    ['Talk.Interviewer', 'interviewer'],
  ],
  teamClaim: undefined,
  teams: undefined,
  team: 'north',
}

describe('the role', () => {
  it.each([
    { roles: ['Talk.Interviewer'], is: 'interviewer' },
    { roles: ['Talk.Interviewer', 'Talk.Manager'], is: 'manager' },
    { roles: 'Talk.Manager', is: 'manager' },
    { roles: ['talk.manager'], is: undefined },
    { roles: ['manager'], is: undefined },
    { roles: ['Talk.Manager.Assistant'], is: undefined },
    { roles: [], is: undefined },
    { roles: undefined, is: undefined },
    { roles: { 'Talk.Manager': true }, is: undefined },
    { roles: [['Talk.Manager']], is: undefined },
  ])('of someone with $roles is $is', ({ roles, is }) => {
    expect(personInClaims({ sub: 'a', roles }, settings)?.role).toBe(is)
  })

  it('comes from the claim that was named, and from no other', () => {
    const claims = { sub: 'a', roles: ['Talk.Manager'], groups: ['0b1c'] }
    const byGroup = { ...settings, roleClaim: 'groups', roles: [['0b1c', 'interviewer']] as const }
    expect(personInClaims(claims, byGroup)?.role).toBe('interviewer')
  })
})

describe('the team', () => {
  const asIs = { ...settings, teamClaim: 'department', team: undefined }
  const mapped = { ...asIs, teams: new Map([['Children 12', 'south']]) }
  it.each([
    { said: 'East', by: settings, is: 'north' },
    { said: 'East', by: asIs, is: 'East' },
    { said: ['East'], by: asIs, is: 'East' },
    { said: ['East', 'West'], by: asIs, is: undefined },
    { said: undefined, by: asIs, is: undefined },
    { said: undefined, by: { ...asIs, team: 'north' }, is: 'north' },
    { said: 'Children 12', by: mapped, is: 'south' },
    { said: ['Children 11', 'Children 12'], by: mapped, is: 'south' },
    { said: 'Children 11', by: mapped, is: undefined },
    { said: 'Children 11', by: { ...mapped, team: 'north' }, is: 'north' },
  ])('of someone in $said is $is', ({ said, by, is }) => {
    const person = personInClaims({ sub: 'a', roles: ['Talk.Manager'], department: said }, by)
    expect(person?.team).toBe(is)
  })
})

describe('the name', () => {
  it.each([
    {
      claims: { name: 'Asha Rowe', preferred_username: 'asha@example.org' },
      name: 'Asha Rowe',
      signs: 'asha@example.org',
    },
    { claims: { preferred_username: 'asha@example.org' }, name: 'asha@example.org', signs: 'asha@example.org' },
    { claims: { name: '  ' }, name: 'the-subject', signs: 'the-subject' },
    { claims: { name: 'Asha\n\u202eRowe' }, name: 'Asha Rowe', signs: 'the-subject' },
    { claims: { name: ['Asha'] }, name: 'the-subject', signs: 'the-subject' },
  ])('is $name', ({ claims, name, signs }) => {
    const person = personInClaims({ sub: 'the-subject', roles: ['Talk.Manager'], ...claims }, settings)
    expect([person?.name, person?.signInName]).toEqual([name, signs])
  })

  it('is never so long that it cannot be shown', () => {
    const person = personInClaims({ sub: 'a', roles: ['Talk.Manager'], name: 'x'.repeat(5_000) }, settings)
    expect(person?.name).toHaveLength(100)
  })
})

describe('a second factor', () => {
  const usual: SsoSettings['mfa'] = [['amr', 'mfa']]
  const entra: SsoSettings['mfa'] = [
    ['acrs', 'c1'],
    ['acr', 'strong'],
  ]
  it.each([
    { claims: { amr: ['pwd', 'mfa'] }, mfa: usual, is: true },
    { claims: { amr: ['pwd'] }, mfa: usual, is: false },
    { claims: { amr: 'mfa' }, mfa: usual, is: true },
    { claims: {}, mfa: usual, is: false },
    { claims: { amr: ['mfa'] }, mfa: entra, is: false },
    { claims: { acrs: ['c1', 'c2'] }, mfa: entra, is: true },
    { claims: { acr: 'strong' }, mfa: entra, is: true },
    { claims: { acr: 'stronger' }, mfa: entra, is: false },
    { claims: {}, mfa: 'trusted' as const, is: true },
  ])('shown by $claims where it is to be $mfa: $is', ({ claims, mfa, is }) => {
    expect(showsSecondFactor(claims, mfa)).toBe(is)
  })
})
