import type { Server as HttpServer } from 'node:http'
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express'
import type { Translator } from '../../locales/translator.ts'
import type { SessionResponse } from '../contract.ts'
import { codeOf } from '../records/codeOf.ts'
import type { Interviews } from '../records/interviews.ts'
import type { CodeLogger } from './CodeLogger.ts'
import { createEdge, thisComputerAlone } from './edge/createEdge.ts'
import type { EdgeSettings } from './edge/Place.ts'
import { type RefusalCode, refuse } from './refuse.ts'
import { healthRoutes } from './routes/healthRoutes.ts'
import { pageRoutes } from './routes/pageRoutes.ts'
import { recordRoutes } from './routes/recordRoutes.ts'
import { sessionRoutes } from './routes/sessionRoutes.ts'
import { wordRoutes } from './routes/wordRoutes.ts'
import type { ConsoleSockets } from './sockets/ConsoleSockets.ts'
import { type AllSocketServices, createSockets } from './sockets/createSockets.ts'

export interface ConsoleServices extends Omit<AllSocketServices, 'edge'> {
  /** Where it is reached: this computer alone, unless said. */
  at?: EdgeSettings
  interviews: Interviews
  translator: Translator
  settings: SessionResponse['settings']
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
  const edge = createEdge(services.at ?? thisComputerAlone)
  edge.receive(app)
  // Before asking where it is from: a channel comes by another name, and nobody gets in without a token.
  app.post('/api/messages', services.postBot)
  app.all('/api/messages', (_request, response) => refuse(response.set('Allow', 'POST'), 'only-post'))
  app.use(edge.admit)
  app.use(healthRoutes(services.ready))
  app.use(sessionRoutes(services))
  app.use(recordRoutes(services))
  app.use('/api', (_request, response) => refuse(response, 'no-such-page'))
  app.use(wordRoutes(services.translator))
  app.use(pageRoutes(services.webFolder))
  app.use((_request, response) => refuse(response, 'no-such-page', 'sentence'))
  app.use(catching(services.logger))
  return { app, ...createSockets({ ...services, edge }) }
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
