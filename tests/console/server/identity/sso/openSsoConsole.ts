import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { SessionResponse } from '../../../../../console/contract/signIn.ts'
import { createEpisodes } from '../../../../../console/records/createEpisodes.ts'
import { createNeeds, createPermissions } from '../../../../../console/server/access/needs.ts'
import { createEdge, thisComputerAlone } from '../../../../../console/server/edge/createEdge.ts'
import { createIdentity } from '../../../../../console/server/identity/createIdentity.ts'
import { createSso } from '../../../../../console/server/identity/sso/createSso.ts'
import type { SsoSettings } from '../../../../../console/server/identity/sso/ssoEnvironment.ts'
import { createTokens } from '../../../../../console/server/identity/tokens.ts'
import { createLogger } from '../../../../../console/server/logger.ts'
import { sessionRoutes } from '../../../../../console/server/routes/sessionRoutes.ts'
import { ssoRoutes } from '../../../../../console/server/routes/ssoRoutes.ts'
import { createTranslator } from '../../../../../locales/translator.ts'
import { freshDatabase } from '../../../../support/database.ts'
import { keysOf } from '../../../../support/keys.ts'
import { type OidcProvider, openOidcProvider } from '../../../../support/oidcProvider.ts'
import { type Step, type WebWalk, webWalk } from '../../../../support/webWalk.ts'

export type SsoConsole = Awaited<ReturnType<typeof openSsoConsole>>

/** Signing in as the console serves it, with a real database before a real provider, and a clock that can be moved. */
export async function openSsoConsole(
  settings: Partial<SsoSettings> = {},
  { secure = false, publicUrl }: { secure?: boolean; publicUrl?: string } = {},
) {
  const database = await freshDatabase()
  const { keys, audit, episodeKeys } = keysOf(database)
  const log: string[] = []
  const logger = createLogger('info', { write: line => void log.push(line) })
  const clock = { aheadMs: 0 }
  const now = () => new Date(Date.now() + clock.aheadMs)
  const identity = await createIdentity({
    database,
    keys,
    audit,
    tokens: createTokens(new Uint8Array(32).fill(7)),
    now,
    people: [],
    secure,
    onFault: () => {},
  })
  const app = express()
  const server = createServer(app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider = await openOidcProvider({ back: [`${url}/api/sign-in/sso/back`], after: [`${url}/`] })
  const sso = await createSso({
    settings: { ...usual(provider), ...settings },
    database,
    keys,
    identity,
    audit,
    now,
    logger,
  })
  const edge = createEdge(thisComputerAlone)
  edge.receive(app)
  app.use(edge.admit)
  const episodes = createEpisodes(database, episodeKeys, now)
  const permissions = createPermissions({ episodes, audit })
  const needs = createNeeds({ permissions, asking: async () => 'signed-out' })
  const services = {
    identity,
    edge,
    needs,
    sso,
    publicUrl,
    demo: false,
    translator: createTranslator(),
    casework: null,
    settings: { regime: 'all-shared', said: {}, inEnglish: {}, unverified: [] } as const,
  }
  app.use(sessionRoutes(services), ssoRoutes(services))
  app.use((_request, response) => void response.send('A page of ours'))

  return {
    url,
    provider,
    log,
    clock,
    database,
    identity,
    /** Everything audited so far. */
    audited: () => database.db.selectFrom('audit').select(['by', 'act', 'about']).orderBy('seq').execute(),
    accounts: () => database.db.selectFrom('accounts').selectAll().orderBy('made_at').execute(),
    session: async (walk: WebWalk) => JSON.parse((await walk.get(`${url}/api/session`)).text) as SessionResponse,
    async close() {
      await new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
      await provider.close()
      await database.close()
    },
  }
}

const usual = ({ issuer, clientId, clientSecret }: OidcProvider): SsoSettings => ({
  issuer: new URL(issuer),
  clientId,
  clientSecret,
  name: 'Example Council',
  scopes: 'openid profile',
  roleClaim: 'roles',
  roles: [
    ['Talk.Manager', 'manager'],
    ['Talk.Interviewer', 'interviewer'],
  ],
  teamClaim: 'department',
  teams: undefined,
  team: 'north',
  mfa: [['amr', 'mfa']],
  asks: 'each-time',
})

/** From our page to the provider's, where `change` may change the address first. */
export async function sentToProvider(
  { url }: Pick<SsoConsole, 'url'>,
  walk: WebWalk,
  to = '/interviews',
  change: (address: URL) => void = () => {},
): Promise<Step> {
  const sent = await walk.get(`${url}/api/sign-in/sso?to=${encodeURIComponent(to)}`)
  const address = new URL(sent.to ?? '')
  change(address)
  return walk.get(address.href)
}

/** Signs in on the provider's page, or does not, and stops where it leads back to us. */
export async function signedInAtProvider(walk: WebWalk, step: Step, login: string | undefined): Promise<string> {
  let at = step
  for (let count = 0; count < 8; count += 1) {
    if (at.to?.includes('/api/sign-in/sso/back')) return at.to
    if (at.to !== undefined) at = await walk.get(at.to)
    else if (at.text.includes('name="login"')) {
      at = await walk.post(at.url, login === undefined ? { cancel: 'yes' } : { login })
    } else throw new Error(`The provider shows something else (${at.status}): ${at.text.slice(0, 500)}`)
  }
  throw new Error('The provider never led back.')
}

/** On from where the provider leads, until we show a page. Answers with its address. */
export async function cameBack(walk: WebWalk, back: string): Promise<string> {
  let at = await walk.get(back)
  for (let count = 0; count < 5 && at.to !== undefined; count += 1) {
    // What is after # is the browser's own.
    if (new URL(at.to).hash) return at.to
    at = await walk.get(at.to)
  }
  return at.url
}

/** All of it. Answers with the path it ends on. */
export async function signedInBySso(
  console: Pick<SsoConsole, 'url'>,
  login: string,
  { walk = webWalk(), to = '/interviews' }: { walk?: WebWalk; to?: string } = {},
): Promise<{ walk: WebWalk; path: string }> {
  const back = await signedInAtProvider(walk, await sentToProvider(console, walk, to), login)
  const { pathname, search, hash } = new URL(await cameBack(walk, back))
  return { walk, path: `${pathname}${search}${hash}` }
}
