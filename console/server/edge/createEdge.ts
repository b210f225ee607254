import type { IncomingMessage } from 'node:http'
import type { Express, RequestHandler, Response } from 'express'
import proxyAddr from 'proxy-addr'
import { refuse } from '../refuse.ts'
import { securityHeaders } from '../securityHeaders.ts'
import { changeRefusal } from './changeRefusal.ts'
import { createLimits, type Limit, type Limits } from './createLimits.ts'
import { isFromHere } from './isFromHere.ts'
import { networkOf } from './networkOf.ts'
import { isProtected } from './ownOrigin.ts'
import { type EdgeSettings, placeOf } from './Place.ts'

/** What stands between the network and the console: the same for its routes and its sockets. */
export interface Edge {
  limits: Limits
  /** On every answer, the sockets' too. */
  headers: RequestHandler
  /** Who is counted as one, behind a proxy the one it passes on. */
  addressOf(request: IncomingMessage): string
  /** Before anything else of Express's: whose word on an address is taken, headers, no caching, requests per address. */
  receive(app: Express): void
  /** Before every route but the bot's, whose channels come by other names and bring a token and no cookie. */
  admit: RequestHandler
  /** `too-many` where this person has asked too much, and the answer says how long to wait. Once they are known. */
  personRefusal(person: string, response: Response): Promise<'too-many' | undefined>
  /** Why a socket may not be opened; undefined where it may. */
  socketRefusal(request: IncomingMessage): Promise<'too-many' | 'not-from-here' | undefined>
}

/** Where only this computer can reach it, by its own name. */
export const thisComputerAlone: EdgeSettings = {
  host: '127.0.0.1',
  tls: undefined,
  trustedProxy: [],
  publicUrl: undefined,
  rateLimit: 600_000,
}

export function createEdge(settings: EdgeSettings): Edge {
  const place = placeOf(settings)
  const limits = createLimits(settings.rateLimit)
  const headers = securityHeaders(place)
  const isBehind = settings.trustedProxy.length > 0

  const addressOf = (request: IncomingMessage): string =>
    networkOf((isBehind ? proxyAddr(request, place.isTrusted) : request.socket.remoteAddress) ?? '')

  return {
    limits,
    headers,
    addressOf,
    receive(app) {
      app.set('trust proxy', place.isTrusted)
      app.use(headers)
      app.use('/api', (_request, response, next) => {
        response.set('Cache-Control', 'no-store')
        next()
      })
      app.use(async (request, response, next) => {
        const as = request.path.startsWith('/api/') ? 'json' : 'sentence'
        if (!isProtected(request, place)) return refuse(response, 'not-from-here', as)
        const why = await tooMany(limits.address, addressOf(request), response)
        if (why !== undefined) return refuse(response, why, as)
        if (isUpload(request)) return refuse(response, 'not-json', as)
        next()
      })
    },
    admit(request, response, next) {
      if (!isFromHere(request, place)) return refuse(response, 'not-from-here')
      const why = request.path.startsWith('/api/') ? changeRefusal(request) : undefined
      if (why === undefined) next()
      else refuse(response, why)
    },
    personRefusal: (person, response) => tooMany(limits.person, person, response),
    async socketRefusal(request) {
      if ((await limits.address.take(addressOf(request))) > 0) return 'too-many'
      return isFromHere(request, place) ? undefined : 'not-from-here'
    },
  }
}

/** NB: there is nowhere to put a file, so none is even read; the bot takes any other type for JSON, as channels differ. */
const isUpload = ({ headers }: IncomingMessage) => /^\s*multipart\//i.test(headers['content-type'] ?? '')

async function tooMany(limit: Limit, key: string, response: Response): Promise<'too-many' | undefined> {
  const wait = await limit.take(key)
  if (wait === 0) return undefined
  response.set('Retry-After', String(wait))
  return 'too-many'
}
