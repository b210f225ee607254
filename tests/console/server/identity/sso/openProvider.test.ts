import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { SsoSettings } from '../../../../../console/server/identity/sso/ssoEnvironment.ts'
import { openOidcProvider } from '../../../../support/oidcProvider.ts'
import { webWalk } from '../../../../support/webWalk.ts'
import { ask } from '../../edge/ask.ts'
import { openSsoConsole } from './openSsoConsole.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

async function opened(...options: Parameters<typeof openSsoConsole>) {
  const console = await openSsoConsole(...options)
  closing.push(console.close)
  return console
}
const consoleOf = (issuer: string) => opened({ issuer: new URL(issuer) })

/** Listens, and answers as it is told to. */
async function serverAt(answer: (url: string, server: string) => object | undefined) {
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const said = answer(request.url ?? '', url)
    if (said) response.setHeader('content-type', 'application/json').end(JSON.stringify(said))
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  closing.push(async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })
  return { url, asked }
}

const wayOf = async (url: string) => {
  const { to = '' } = await webWalk().get(`${url}/api/sign-in/sso`)
  return to
}

describe('what is asked of a provider', () => {
  async function askedFor(settings: Partial<SsoSettings>) {
    const console = await opened(settings)
    return Object.fromEntries(new URL(await wayOf(console.url)).searchParams)
  }

  it('is a second factor in the words of its own, where the settings say which', async () => {
    const mfa: SsoSettings['mfa'] = [
      ['acrs', 'c1'],
      ['acr', 'strong'],
    ]
    const { claims = '', acr_values } = await askedFor({ mfa })
    expect(JSON.parse(claims)).toEqual({ id_token: { acrs: { essential: true, value: 'c1' } } })
    expect(acr_values).toBe('strong')
  })

  it('is not to ask who is there where the council leaves that to it', async () => {
    const asked = await askedFor({ asks: 'provider' })
    expect(asked).not.toHaveProperty('prompt')
    expect(asked).not.toHaveProperty('max_age')
  })

  it.each([
    ['same-origin', false],
    ['none', false],
    ['cross-site', true],
    ['same-site', true],
  ])('is who is there even then, where a page of another site began it: %s', async (site, isAsked) => {
    const console = await opened({ asks: 'provider' })
    const { headers } = await ask(`${console.url}/api/sign-in/sso`, {
      headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    })
    expect(new URL(headers.location ?? '').searchParams.has('prompt')).toBe(isAsked)
  })
})

describe('at the address that people use', () => {
  it('it leads back there, and what the browser keeps goes over TLS alone', async () => {
    const console = await opened({}, { secure: true, publicUrl: 'https://talk.example.org' })
    const sent = await webWalk().get(`${console.url}/api/sign-in/sso`)
    expect(new URL(sent.to ?? '').searchParams.get('redirect_uri')).toBe(
      'https://talk.example.org/api/sign-in/sso/back',
    )
    const [cookie = ''] = sent.headers.getSetCookie()
    expect(cookie).toMatch(/^__Secure-return-talk-sso=.*; Secure/)
  })
})

describe('a provider that does not answer', () => {
  it('keeps nobody from signing in another way, and is asked again the next time', async () => {
    const first = await openOidcProvider({ back: [] })
    const { issuer } = first
    await first.close()
    const console = await consoleOf(issuer)
    expect(await wayOf(console.url)).toBe(`${console.url}/#sso-unreachable`)
    expect((await console.session(webWalk())).signIn).toMatchObject({
      password: true,
      sso: { name: 'Example Council' },
    })
    const again = await openOidcProvider({
      back: [`${console.url}/api/sign-in/sso/back`],
      port: Number(new URL(issuer).port),
    })
    closing.push(again.close)
    expect(await wayOf(console.url)).toContain(`${issuer}/auth?`)
  })

  it('is given up after a few seconds when it only holds on', async () => {
    const { url } = await serverAt(() => undefined)
    const console = await consoleOf(url)
    const begun = performance.now()
    expect(await wayOf(console.url)).toBe(`${console.url}/#sso-unreachable`)
    expect(performance.now() - begun).toBeLessThan(8_000)
  }, 20_000)
})

describe('a provider that leads elsewhere', () => {
  const described = (url: string, other: object) => ({
    issuer: url,
    authorization_endpoint: `${url}/auth`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    ...other,
  })

  it('is not believed to be another issuer', async () => {
    const { url } = await serverAt((_path, own) => described(own, { issuer: 'https://evil.example' }))
    const console = await consoleOf(url)
    expect(await wayOf(console.url)).toContain('/#sso-')
  })

  it('has no code sent to another name than its own', async () => {
    const thief = await serverAt(() => ({}))
    const { url } = await serverAt((_path, own) => described(own, { token_endpoint: `${thief.url}/token` }))
    const console = await consoleOf(url)
    const walk = webWalk()
    const { to = '' } = await walk.get(`${console.url}/api/sign-in/sso`)
    const state = new URL(to).searchParams.get('state')
    const finish = await walk.get(`${console.url}/api/sign-in/sso/finish?code=stolen&state=${state}`)
    expect(finish.to).toBe(`${console.url}/#sso-failed`)
    expect(thief.asked).toEqual([])
    expect(console.log.join()).toContain('other-origin')
  })
})
