import { describe, expect, it } from 'vitest'
import { readConfig } from '../../console/server/config.ts'

const tls = { TLS_CERT_FILE: '/etc/talk/cert.pem', TLS_KEY_FILE: '/etc/talk/key.pem' }
const proxy = { TRUSTED_PROXY: '10.0.0.2' }
const PUBLIC_URL = 'https://talk.example.org'

describe('where it may be reached', () => {
  it.each([
    { given: {}, secure: false },
    { given: { PUBLIC_URL: 'http://localhost:3978' }, secure: false },
    { given: { ...tls }, secure: true },
    { given: { ...tls, PUBLIC_URL: 'https://localhost:3978' }, secure: true },
    { given: { PUBLIC_URL, ...proxy }, secure: true },
    { given: { PUBLIC_URL, ...tls }, secure: true },
    { given: { HOST: '0.0.0.0', PUBLIC_URL, ...proxy }, secure: true },
    { given: { HOST: '::', PUBLIC_URL, ...tls }, secure: true },
    { given: { HOST: '10.1.2.3', PUBLIC_URL, ...tls, ...proxy }, secure: true },
  ])('is as set in $given', ({ given, secure }) => {
    expect(readConfig(given).secure).toBe(secure)
  })

  it.each([
    { given: { HOST: '0.0.0.0' }, wrong: ['HOST'] },
    { given: { HOST: '0.0.0.0', ...tls }, wrong: ['HOST'] },
    { given: { HOST: '0.0.0.0', ...proxy }, wrong: ['HOST'] },
    { given: { HOST: '0.0.0.0', PUBLIC_URL }, wrong: ['HOST', 'PUBLIC_URL'] },
    { given: { HOST: '0.0.0.0', ...tls, PUBLIC_URL: 'https://localhost' }, wrong: ['HOST'] },
    { given: { HOST: '10.0.0.1', ...proxy, PUBLIC_URL: 'http://talk.example.org' }, wrong: ['PUBLIC_URL'] },
    { given: { PUBLIC_URL }, wrong: ['PUBLIC_URL'] },
    { given: { PUBLIC_URL: 'http://talk.example.org' }, wrong: ['PUBLIC_URL'] },
    { given: { ...tls, PUBLIC_URL: 'http://localhost:3978' }, wrong: ['PUBLIC_URL'] },
    { given: { PUBLIC_URL: 'talk.example.org', ...proxy }, wrong: ['PUBLIC_URL'] },
    { given: { PUBLIC_URL: `${PUBLIC_URL}/talk`, ...proxy }, wrong: ['PUBLIC_URL'] },
    { given: { PUBLIC_URL: 'https://me:secret@talk.example.org', ...proxy }, wrong: ['PUBLIC_URL'] },
    { given: { TLS_CERT_FILE: 'cert.pem' }, wrong: ['TLS_KEY_FILE'] },
    { given: { TLS_KEY_FILE: 'key.pem' }, wrong: ['TLS_CERT_FILE'] },
  ])('is refused in a sentence for $wrong when set to $given', ({ given, wrong }) => {
    expect(sentencesFor(given).map(line => line.split(' ')[0])).toEqual(wrong)
    for (const line of sentencesFor(given)) expect(line).toMatch(/^[A-Z_]+ (must|needs) .+[^.]\.$/)
    expect(sentencesFor(given).join()).not.toContain('secret')
  })
})

describe('the trusted proxies', () => {
  it.each([
    { given: '10.0.0.2', read: ['10.0.0.2'] },
    { given: '10.0.0.0/8, fd00::/16', read: ['10.0.0.0/8', 'fd00::/16'] },
    { given: 'loopback', read: ['loopback'] },
    { given: '::1', read: ['::1'] },
  ])('are $given', ({ given, read }) => {
    expect(readConfig({ PUBLIC_URL, TRUSTED_PROXY: given }).trustedProxy).toEqual(read)
  })

  it.each([
    'true',
    '*',
    '1',
    'proxy.example.org',
    '0.0.0.0/0',
    '::/0',
    '0.0.0.0/1, 128.0.0.0/1',
    '10.0.0.0/255.0.0.0',
    '::ffff:0:0/96',
    '0:0:0:0:0:ffff:0:0/96',
    '2000::/3',
    '10.0.0.2,',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
  ])('are not %s', given => {
    expect(sentencesFor({ PUBLIC_URL, TRUSTED_PROXY: given })).toEqual([expect.stringMatching(/^TRUSTED_PROXY must /)])
  })
})

describe('the rate limit', () => {
  it('is tighter where others can reach it', () => {
    expect(readConfig({}).rateLimit).toBe(600_000)
    expect(readConfig({ PUBLIC_URL, ...proxy }).rateLimit).toBe(6_000)
    expect(readConfig({ RATE_LIMIT: '900', PUBLIC_URL, ...proxy }).rateLimit).toBe(900)
  })

  it('may be off on this computer alone', () => {
    expect(readConfig({ RATE_LIMIT: 'off' }).rateLimit).toBe('off')
    expect(sentencesFor({ RATE_LIMIT: 'off', PUBLIC_URL, ...proxy })).toEqual([expect.stringMatching(/^RATE_LIMIT /)])
  })

  it.each(['0', '-1', 'none', '1.5', 'Infinity'])('is not %s', RATE_LIMIT => {
    expect(sentencesFor({ RATE_LIMIT })).toEqual([expect.stringMatching(/^RATE_LIMIT must be how many .+\.$/)])
  })
})

function sentencesFor(given: Record<string, string>): string[] {
  try {
    readConfig(given)
    return []
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : []
  }
}
