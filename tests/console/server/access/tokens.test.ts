import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createTokens, type TokenHolder, tokenKeyIn } from '../../../../console/server/access/tokens.ts'

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

describe('tokenKeyIn', () => {
  it('makes one key for everyone who asks at once, readable by its owner alone', async () => {
    const dataDir = join(await folder(), 'data')
    const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => tokenKeyIn(dataDir)))
    expect(first).toHaveLength(32)
    for (const other of others) expect(other).toEqual(first)
    expect((await stat(join(dataDir, 'token.key'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(dataDir, 'token.key'))).toEqual(first)
  })

  it('says what to do about a damaged key', async () => {
    const dataDir = await folder()
    await writeFile(join(dataDir, 'token.key'), 'short')
    await expect(tokenKeyIn(dataDir)).rejects.toThrow('delete it')
  })
})

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'return-talk-key-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}
