import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createTokens, type TokenHolder } from '../../../../console/server/identity/tokens.ts'

const key = new Uint8Array(32).fill(1)
const person: TokenHolder = { id: 'interviewer', role: 'interviewer' }
const hourFromNow = () => Math.floor(Date.now() / 1000) + 3600

describe('createTokens', () => {
  it('knows whose token it issued', async () => {
    const tokens = createTokens(key)
    expect(await tokens.personOf(await tokens.issue(person))).toEqual(person)
  })

  const signed = (claims: Record<string, unknown>, audience: string) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setAudience(audience)

  it.each<[because: string, token: () => Promise<string> | string]>([
    ['it has run out', () => createTokens(key).issue(person, -1)],
    ['another key signed it', () => createTokens(new Uint8Array(32).fill(2)).issue(person)],
    ['it was changed', async () => (await createTokens(key).issue(person)).replace(/\../, '.f')],
    [
      'it is for someone else to take',
      () => signed({ sub: 'interviewer', role: 'interviewer', exp: hourFromNow() }, 'x').sign(key),
    ],
    ['it never runs out', () => signed({ sub: 'interviewer', role: 'interviewer' }, 'return-talk').sign(key)],
    [
      'its role is unknown',
      () => signed({ sub: 'interviewer', role: 'king', exp: hourFromNow() }, 'return-talk').sign(key),
    ],
    ['nobody signed it', () => 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJpbnRlcnZpZXdlciIsInJvbGUiOiJpbnRlcnZpZXdlciJ9.'],
    ['it is no token', () => 'interviewer'],
  ])('takes no token when %s', async (_because, token) => {
    expect(await createTokens(key).personOf(await token())).toBeUndefined()
  })
})
