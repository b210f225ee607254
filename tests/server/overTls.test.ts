import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../console/server/edge/ask.ts'
import { type Certificate, certificateFor } from '../support/certificate.ts'
import { ServerProcess } from '../support/serverProcess.ts'

let certificate: Certificate
let folder: string
beforeAll(async () => {
  certificate = certificateFor('localhost')
  folder = await mkdtemp(join(tmpdir(), 'rt-tls-'))
  await chmod(folder, 0o755)
})
afterAll(async () => {
  certificate.remove()
  await rm(folder, { recursive: true, force: true, maxRetries: 20 })
})

const start = (env: Record<string, string>) => new ServerProcess(join(folder, 'data'), { env })

it('answers over TLS where it says, once it has a certificate', { timeout: 90_000 }, async () => {
  const server = start({ TLS_CERT_FILE: certificate.certFile, TLS_KEY_FILE: certificate.keyFile })
  try {
    const { origin: url, protocol } = new URL(await server.ready())
    expect(protocol).toBe('https:')
    const { status, body } = await ask(`${url}/healthz`, { ca: certificate.cert })
    expect([status, JSON.parse(body)]).toEqual([200, { up: true }])
    await expect(ask(url.replace('https', 'http'))).rejects.toThrow()
  } finally {
    await server.end('SIGTERM')
  }
})

it.each([
  { env: { HOST: '0.0.0.0' }, says: /^HOST must be .*TRUSTED_PROXY are set\.\n$/ },
  {
    env: { TLS_CERT_FILE: '/nowhere/cert.pem', TLS_KEY_FILE: '/nowhere/key.pem' },
    says: /^TLS_CERT_FILE .*ENOENT\.\n$/,
  },
])('does not listen at all with $env, and says why in a sentence', { timeout: 90_000 }, async ({ env, says }) => {
  const { code, out, err } = await start(env).ended
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(says)
})
