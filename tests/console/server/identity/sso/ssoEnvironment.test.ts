import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../../../../console/server/config.ts'

let folder: string
let OIDC_CLIENT_SECRET_FILE: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'return-talk-sso-'))
  OIDC_CLIENT_SECRET_FILE = join(folder, 'secret')
  writeFileSync(OIDC_CLIENT_SECRET_FILE, 'an-invented-secret\n', { mode: 0o600 })
})
afterAll(() => rmSync(folder, { recursive: true }))

const needed = () => ({
  OIDC_ISSUER: 'https://login.microsoftonline.com/0f3a/v2.0',
  OIDC_CLIENT_ID: '7b1d',
  OIDC_CLIENT_SECRET_FILE,
  OIDC_ROLES: 'Talk.Manager=manager, Talk.Interviewer=interviewer',
  OIDC_TEAM: 'north',
})

describe('the settings of single sign-on', () => {
  it('are none unless there is an issuer', () => {
    expect(readConfig({}).sso).toBeUndefined()
  })

  it('have a default for whatever is no secret and no decision of the council', () => {
    expect(readConfig(needed()).sso).toEqual({
      issuer: new URL('https://login.microsoftonline.com/0f3a/v2.0'),
      clientId: '7b1d',
      clientSecret: 'an-invented-secret',
      name: 'single sign-on',
      scopes: 'openid profile',
      roleClaim: 'roles',
      roles: [
        ['Talk.Manager', 'manager'],
        ['Talk.Interviewer', 'interviewer'],
      ],
      teamClaim: undefined,
      teams: undefined,
      team: 'north',
      mfa: [['amr', 'mfa']],
      asks: 'each-time',
    })
  })

  it('take values that have an equals sign themselves, and several ways to show a second factor', () => {
    const { sso } = readConfig({
      ...needed(),
      OIDC_ROLE_CLAIM: 'groups',
      OIDC_ROLES: 'cn=talk=coordinator',
      OIDC_TEAM_CLAIM: 'department',
      OIDC_TEAMS: 'Children 12=south',
      OIDC_MFA: 'acrs=c1,acr=strong',
    })
    expect(sso).toMatchObject({
      roles: [['cn=talk', 'coordinator']],
      teams: new Map([['Children 12', 'south']]),
      mfa: [
        ['acrs', 'c1'],
        ['acr', 'strong'],
      ],
    })
    expect(readConfig({ ...needed(), OIDC_MFA: 'trusted' }).sso?.mfa).toBe('trusted')
  })

  it.each([
    ['OIDC_ISSUER', 'http://login.example.org'],
    ['OIDC_ISSUER', 'https://login.microsoftonline.com/common/v2.0'],
    ['OIDC_ISSUER', 'https://login.microsoftonline.com/organizations/v2.0'],
    ['OIDC_ISSUER', 'https://someone:password@login.example.org'],
    ['OIDC_ISSUER', 'login.example.org'],
    ['OIDC_CLIENT_ID', ''],
    ['OIDC_CLIENT_SECRET_FILE', ''],
    ['OIDC_CLIENT_SECRET_FILE', '/nowhere/secret'],
    ['OIDC_ROLES', ''],
    ['OIDC_ROLES', 'Talk.Manager'],
    ['OIDC_ROLES', 'Talk.Manager=king'],
    ['OIDC_TEAM', ''],
    ['OIDC_SCOPES', 'profile'],
    ['OIDC_MFA', 'yes'],
    ['OIDC_ASKS', 'never'],
  ])('cannot be begun with where %s is "%s", and the sentence says which', (name, value) => {
    expect(() => readConfig({ ...needed(), [name]: value })).toThrow(name)
  })

  it('cannot be half there: every other one needs the issuer', () => {
    expect(() => readConfig({ OIDC_ROLES: 'a=manager' })).toThrow('OIDC_ISSUER')
    expect(() => readConfig({ ...needed(), OIDC_TEAMS: 'a=b' })).toThrow('OIDC_TEAM_CLAIM')
  })

  it('may lead to a provider on this computer without TLS', () => {
    expect(readConfig({ ...needed(), OIDC_ISSUER: 'http://localhost:3000' }).sso?.issuer.protocol).toBe('http:')
  })
})
