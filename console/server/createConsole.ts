import type { Server as HttpServer } from 'node:http'
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express'
import type { Translator } from '../../locales/translator.ts'
import type { Person } from '../contract/people.ts'
import type { SessionResponse } from '../contract/signIn.ts'
import type { Papers } from '../papers/createPapers.ts'
import type { AuditTrail } from '../records/audit/auditTrail.ts'
import { codeOf } from '../records/codeOf.ts'
import type { Interviews } from '../records/interviews.ts'
import type { Exports } from '../records/keeping/createExports.ts'
import type { Keeping } from '../records/keeping/createKeeping.ts'
import type { WordReviews } from '../records/words/createWordReviews.ts'
import { createNeeds } from './access/needs.ts'
import type { CodeLogger } from './CodeLogger.ts'
import { createEdge, type Edge, thisComputerAlone } from './edge/createEdge.ts'
import type { ChannelLinking } from './identity/createChannelLinking.ts'
import type { Identity } from './identity/createIdentity.ts'
import type { Sso } from './identity/sso/createSso.ts'
import { type RefusalCode, refuse } from './refuse.ts'
import { accountRoutes } from './routes/accountRoutes.ts'
import { auditRoutes } from './routes/auditRoutes.ts'
import { calendarRoutes } from './routes/calendarRoutes.ts'
import { channelRoutes } from './routes/channelRoutes.ts'
import { circleRoutes } from './routes/circleRoutes.ts'
import { healthRoutes } from './routes/healthRoutes.ts'
import { intelligenceRoutes } from './routes/intelligenceRoutes.ts'
import { interpreterRoutes } from './routes/interpreterRoutes.ts'
import { keepingRoutes } from './routes/keepingRoutes.ts'
import { languageRoutes } from './routes/languageRoutes.ts'
import { letterRoutes } from './routes/letterRoutes.ts'
import { linkedRoutes } from './routes/linkedRoutes.ts'
import { pageRoutes } from './routes/pageRoutes.ts'
import { paperRoutes } from './routes/paperRoutes.ts'
import { peopleRoutes } from './routes/peopleRoutes.ts'
import { practiceRoutes } from './routes/practiceRoutes.ts'
import { recordRoutes } from './routes/recordRoutes.ts'
import { reportRoutes } from './routes/reportRoutes.ts'
import { type ReviewRouteServices, reviewRoutes } from './routes/reviewRoutes.ts'
import { sessionRoutes } from './routes/sessionRoutes.ts'
import { type SharingRouteServices, sharingRoutes } from './routes/sharingRoutes.ts'
import { ssoRoutes } from './routes/ssoRoutes.ts'
import { wordRoutes } from './routes/wordRoutes.ts'
import type { ConsoleSockets } from './sockets/ConsoleSockets.ts'
import { type AllSocketServices, createSockets } from './sockets/createSockets.ts'

export interface ConsoleServices extends Omit<AllSocketServices, 'edge' | 'secure'> {
  /** Who is answered, and how often: this computer alone, unless said. */
  edge?: Edge
  interviews: Interviews
  audit: AuditTrail
  identity: Identity
  /** Where people may come in by single sign-on. */
  sso?: Sso | undefined
  /** Where people reach this server, where that is set. */
  publicUrl?: string | undefined
  channels: ChannelLinking
  keeping: Keeping
  exports: Exports
  wordReviews: WordReviews
  /** Who may be told, and of what by the rules here. */
  sharing: SharingRouteServices['sharing']
  localServices: ReviewRouteServices['localServices']
  papers: Papers
  translator: Translator
  settings: SessionResponse['settings']
  casework: SessionResponse['casework']
  /** Whether what is due is told on channels. */
  remindsOnChannels: boolean
  demo: boolean
  /** Folder of the built pages: console/web/dist. */
  webFolder: string
  /** Takes a Bot Framework activity and answers it. It checks the bearer token and reads the body itself. */
  postBot(request: Request, response: Response): Promise<void>
  /** Whether the database answers. */
  ready(): Promise<boolean>
}

export interface Console {
  app: Express
  /** Carries the sockets over this server. Once. */
  attach(httpServer: HttpServer): ConsoleSockets
  /** Lets everyone go and closes the server it was attached to. */
  close(): Promise<void>
}

/** The console's server side: its routes and its sockets, over whatever store and bot it is given. */
export function createConsole(services: ConsoleServices): Console {
  const app = express()
  const edge = services.edge ?? createEdge(thisComputerAlone)
  edge.receive(app)
  // Before asking where it is from: a channel comes by another name, and nobody gets in without a token.
  app.post('/api/messages', services.postBot)
  app.all('/api/messages', (_request, response) => refuse(response.set('Allow', 'POST'), 'only-post'))
  app.use(edge.admit)
  const asking = async (request: Request): Promise<Person | RefusalCode> => {
    const signed = await services.identity.signedIn(request.headers)
    if (!signed) return 'signed-out'
    if (signed.state === 'set-up') return 'set-up-first'
    if (signed.state === 'locked') return 'locked'
    return (request.res && (await edge.personRefusal(signed.person.id, request.res))) ?? signed.person
  }
  const guarded = { ...services, edge, needs: createNeeds({ ...services, asking }) }
  app.use(healthRoutes(services.ready))
  app.use(sessionRoutes(guarded))
  app.use(ssoRoutes(guarded))
  app.use(accountRoutes(guarded))
  app.use(peopleRoutes(guarded))
  app.use(recordRoutes(guarded))
  app.use(calendarRoutes(guarded))
  app.use(circleRoutes(guarded))
  app.use(auditRoutes(guarded))
  app.use(keepingRoutes(guarded))
  app.use(linkedRoutes(guarded))
  app.use(intelligenceRoutes(guarded))
  app.use(sharingRoutes(guarded))
  app.use(letterRoutes(guarded))
  app.use(reportRoutes(guarded))
  app.use(reviewRoutes(guarded))
  app.use(channelRoutes(guarded))
  app.use(interpreterRoutes({ ...guarded, secure: services.identity.secure }))
  app.use(languageRoutes(guarded))
  app.use(paperRoutes(guarded))
  app.use(practiceRoutes(guarded))
  app.use('/api', (_request, response) => refuse(response, 'no-such-page'))
  app.use(wordRoutes(services.translator))
  app.use(pageRoutes(services.webFolder))
  app.use((_request, response) => refuse(response, 'no-such-page', 'sentence'))
  app.use(catching(services.logger))
  return { app, ...createSockets({ ...services, edge, secure: services.identity.secure }) }
}

/** The last stop of anything thrown on the way: a sentence for who asked, a code for the log. */
function catching(logger: CodeLogger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const refusal = refusalOf(error)
    if (refusal === 'server-fault') logger.error({ method: request.method, code: codeOf(error) }, 'http-request-failed')
    refuse(response, refusal)
  }
}

/** Express marks with a 4xx status what is wrong with the request itself. */
function refusalOf(error: unknown): RefusalCode {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  if (status === 404) return 'no-such-page'
  if (status === 413) return 'too-large'
  return status >= 400 && status < 500 ? 'bad-request' : 'server-fault'
}
