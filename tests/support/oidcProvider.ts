import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { decodeJwt, importJWK, type JWK, SignJWT } from 'jose'
import { type InteractionResults, Provider } from 'oidc-provider'

/** What the provider says of someone, and in `amr` by what they showed who they are. */
export type SaidOf = Readonly<Record<string, unknown>> & { amr?: string[] }

export interface OidcProvider {
  issuer: string
  clientId: string
  clientSecret: string
  /** By login. Whoever is not here is nobody to us. */
  people: Map<string, SaidOf>
  /** Changes what is in the next tokens, which are signed anew with this provider's own key unless told otherwise. */
  tamper: Tamper | undefined
  /** How often it was asked for tokens. */
  asked: number
  close(): Promise<void>
}

export type Tamper = (claims: Record<string, unknown>) => { claims: Record<string, unknown>; foreignKey?: boolean }

/** A real provider of OpenID Connect on a free port, with pages to sign in on, for two clients at the same address. */
export async function openOidcProvider(client: {
  back: readonly string[]
  after?: readonly string[]
  port?: number
}): Promise<OidcProvider> {
  const server = createServer()
  const issuer = `http://localhost:${await listening(server, client.port)}`
  const [own, foreign] = [newKey(), newKey()]
  const registered = {
    client_secret: 'an-invented-client-secret-of-the-tests',
    redirect_uris: [...client.back],
    post_logout_redirect_uris: [...(client.after ?? [])],
    token_endpoint_auth_method: 'client_secret_post' as const,
  }
  const people = new Map<string, SaidOf>()
  const minutes = 600
  const provider = new Provider(issuer, {
    clients: [
      { ...registered, client_id: 'return-talk' },
      { ...registered, client_id: 'another-program' },
    ],
    jwks: { keys: [own as never] },
    claims: { openid: ['sub', 'amr', 'roles', 'groups', 'department', 'name', 'preferred_username', 'email'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['invented'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/here/${uid}` },
    pkce: { required: () => true },
    ttl: {
      AccessToken: minutes,
      AuthorizationCode: minutes,
      Grant: minutes,
      IdToken: minutes,
      Interaction: minutes,
      Session: minutes,
    },
    // Nobody is asked whether we may know who they are: councils answer that for everyone.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    findAccount: (_context, id) => {
      const { amr: _, ...claims } = people.get(id) ?? {}
      return { accountId: id, claims: () => ({ sub: id, ...claims }) }
    },
  })
  const result: OidcProvider = {
    issuer,
    clientId: 'return-talk',
    clientSecret: registered.client_secret,
    people,
    tamper: undefined,
    asked: 0,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }

  async function tampered(idToken: string, tamper: Tamper): Promise<string> {
    const { claims, foreignKey } = tamper({ ...decodeJwt(idToken) })
    const key = await importJWK(foreignKey ? foreign : own, 'RS256')
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key)
  }

  provider.use(async (context, next) => {
    if (context.path.startsWith('/here/')) return signInPage(provider, context, people)
    await next()
    if (context.path !== '/token') return
    result.asked += 1
    const body = context.body as { id_token?: string } | undefined
    if (result.tamper && body?.id_token) body.id_token = await tampered(body.id_token, result.tamper)
  })
  server.on('request', provider.callback())
  return result
}

const page = `<!doctype html><title>Example Council</title><h1>Example Council</h1><form method="post" action="">
<label>Login <input name="login"></label><button>Sign in here</button><button name="cancel" value="yes">Cancel</button></form>`

type PageContext = Parameters<Parameters<Provider['use']>[0]>[0]

async function signInPage(provider: Provider, context: PageContext, people: OidcProvider['people']): Promise<void> {
  if (context.method === 'GET') {
    context.type = 'html'
    context.body = page
    return
  }
  const sent = new URLSearchParams(await text(context.req))
  const login = sent.get('login') ?? ''
  const came: InteractionResults = sent.has('cancel')
    ? { error: 'access_denied', error_description: 'They did not go on.' }
    : { login: { accountId: login, amr: people.get(login)?.amr ?? ['pwd'] } }
  context.redirect(await provider.interactionResult(context.req, context.res, came, { mergeWithLastSubmission: false }))
}

const newKey = (): JWK => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  kid: 'own',
  alg: 'RS256',
  use: 'sig',
})

async function listening(server: Server, port = 0): Promise<number> {
  await new Promise<void>(resolve => server.listen(port, 'localhost', resolve))
  return (server.address() as AddressInfo).port
}
