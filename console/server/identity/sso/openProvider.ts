import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { codeOf } from '../../../records/codeOf.ts'
import type { Claims } from './personInClaims.ts'
import type { SsoSettings } from './ssoEnvironment.ts'
import type { SsoFlow } from './ssoFlow.ts'

/** Why nobody came back from the provider as someone. `cancelled` is the provider's word for a person who did not go on. */
export type ProviderProblem = 'unreachable' | 'cancelled' | 'failed' | 'not-fresh'

export type ProviderAnswer<Value> =
  | { ok: true; value: Value }
  | { ok: false; problem: ProviderProblem /** For the log: never what was sent. */; code: string }

/** The provider of single sign-on. */
export interface Provider {
  /** Where to send someone, and what to know of it when they are back. */
  ask(how: { back: string; fresh: boolean }): Promise<ProviderAnswer<{ url: string; flow: ProviderFlow }>>
  /** Who came back, from the address they came back to; asked of the provider itself, and checked with its keys. */
  claimed(back: URL, flow: SsoFlow): Promise<ProviderAnswer<Claims>>
  /** Where to sign out there as well, where it has such a page and answers. */
  signOutUrl(after: string): Promise<string | undefined>
}

/** What is sent along and has to come back, or belongs to it. */
export type ProviderFlow = Pick<SsoFlow, 'state' | 'nonce' | 'verifier' | 'fresh'>

const timeoutSeconds = 5
const discoveredForMs = 24 * 60 * 60 * 1000
/** What a clock there may be off by. */
const clockMs = 30_000

export function openProvider(settings: SsoSettings, now: () => Date): Provider {
  let discovered: { configuration: Promise<Configuration>; until: number } | undefined

  /** Asked when it is first needed, and again where it did not answer: a provider that is down does not keep us from starting. */
  function configuration(): Promise<Configuration> {
    const at = now().getTime()
    if (discovered && discovered.until > at) return discovered.configuration
    const asked = discover(settings).catch(error => {
      // Once more for a connection that was just lost; whoever waits has waited long enough for one that holds on.
      if (whyOf(error) === 'OAUTH_TIMEOUT') throw error
      return discover(settings)
    })
    const entry = { configuration: asked, until: at + discoveredForMs }
    discovered = entry
    asked.catch(() => {
      if (discovered === entry) discovered = undefined
    })
    return asked
  }

  return {
    ask: ({ back, fresh }) =>
      answering('unreachable', async () => {
        const provider = await configuration()
        const flow = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), fresh }
        const url = buildAuthorizationUrl(provider, {
          redirect_uri: back,
          scope: settings.scopes,
          response_type: 'code',
          response_mode: 'query',
          state: flow.state,
          nonce: flow.nonce,
          code_challenge: await calculatePKCECodeChallenge(flow.verifier),
          code_challenge_method: 'S256',
          ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
          ...factorsAsked(settings),
        })
        return { ok: true, value: { url: url.href, flow } }
      }),

    claimed: (back, { state, nonce, verifier, fresh, at }) =>
      answering('failed', async () => {
        const provider = await configuration()
        const tokens = await authorizationCodeGrant(provider, back, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims) return { ok: false, problem: 'failed', code: 'no-claims' }
        // What was asked for went through the person's own browser, where it can be taken out: what counts is what was signed.
        const provedAt = typeof claims.auth_time === 'number' ? claims.auth_time * 1000 : 0
        if (fresh && provedAt < at - clockMs) {
          return {
            ok: false,
            problem: 'not-fresh',
            code: claims.auth_time === undefined ? 'no-auth-time' : 'old-auth-time',
          }
        }
        return { ok: true, value: claims }
      }),

    async signOutUrl(after) {
      const provider = await configuration().catch(() => undefined)
      if (provider?.serverMetadata().end_session_endpoint === undefined) return undefined
      return buildEndSessionUrl(provider, { post_logout_redirect_uri: after }).href
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: SsoSettings): Promise<Configuration> {
  return discovery(
    issuer,
    clientId,
    { client_secret: clientSecret, id_token_signed_response_alg: 'RS256' },
    undefined,
    {
      timeout: timeoutSeconds,
      [customFetch]: askingOnly(issuer),
      // Checks the signature of who someone is, although it comes straight from the provider.
      execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
    },
  )
}

/** Nothing is asked of anyone but the issuer. NB: a provider whose token or key address is at another name cannot be used. */
function askingOnly({ origin }: URL): CustomFetch {
  return (url, options) => {
    if (new URL(url).origin !== origin) {
      throw Object.assign(new Error('The provider names an address that is not at its issuer.'), {
        code: 'other-origin',
      })
    }
    return fetch(url, { ...options, redirect: 'error' } as RequestInit)
  }
}

/** Asks for what has to be shown, where there is a way to: a provider need not give it unasked. */
function factorsAsked({ mfa }: SsoSettings): Record<string, string> {
  if (mfa === 'trusted') return {}
  const of = (name: string) => mfa.filter(([claim]) => claim === name).map(([, value]) => value)
  const [acr, acrs] = [of('acr'), of('acrs')]
  return {
    ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}),
    // The authentication context of Entra ID, which documents one `value`.
    ...(acrs.length > 0
      ? {
          claims: JSON.stringify({
            id_token: { acrs: { essential: true, ...(acrs.length > 1 ? { values: acrs } : { value: acrs[0] }) } },
          }),
        }
      : {}),
  }
}

/** NB: what it throws may quote what was sent; only its code goes on. */
async function answering<Value>(
  otherwise: ProviderProblem,
  run: () => Promise<ProviderAnswer<Value>>,
): Promise<ProviderAnswer<Value>> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof AuthorizationResponseError && error.error === 'access_denied') {
      return { ok: false, problem: 'cancelled', code: 'access-denied' }
    }
    const code = whyOf(error)
    return { ok: false, problem: unreachable.test(code) ? 'unreachable' : otherwise, code }
  }
}

/** The provider did not answer, or not as one: what OAuth calls errors of its own are no such thing. */
const unreachable = /^(OAUTH_TIMEOUT|OAUTH_ABORT|OAUTH_RESPONSE_IS_NOT_CONFORM|E[A-Z_]+|UND_ERR_\w+)$/

/** The code of what went wrong first: a connection that was refused is wrapped more than once. */
function whyOf(error: unknown): string {
  const cause = error instanceof Error && !('code' in error && error.code) ? error.cause : undefined
  return cause instanceof Error ? whyOf(cause) : codeOf(error)
}
