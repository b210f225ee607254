import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import { refuse } from '../refuse.ts'

const pages = [
  '/',
  '/desk',
  '/cases/new',
  '/cases/:id',
  '/cases/:id/balance',
  '/cases/:id/balance/tell',
  '/interviews',
  '/notices',
  '/papers',
  '/interviews/begin',
  '/interviews/:id',
  '/interviews/:id/record',
  '/interviews/:id/export',
  '/practice',
  '/practice/progress',
  '/practice/progress/record',
  '/practice/drills',
  '/practice/cohort',
  '/practice/begin/:scenario',
  '/practice/:id',
  '/practice/:id/debrief',
  '/practice/:id/record',
  '/audit',
  '/audit/:id',
  '/languages',
  '/languages/:language',
  '/join',
  '/link',
  '/account',
  '/people',
]

/** Shows people by name. */
const ofPeople = ['/account', '/people']

/** The built browser files, and the document behind every page's address: interpreters have a small one of their own. */
export function pageRoutes(webFolder: string): Router {
  const router = Router()
  // Their names change with what is in them, so a browser never needs to ask again.
  router.use('/assets', express.static(join(webFolder, 'assets'), { index: false, immutable: true, maxAge: '365d' }))
  const document =
    (file: string): RequestHandler =>
    (request, response, next) => {
      if (!existsSync(join(webFolder, file))) return refuse(response, 'not-built', 'sentence')
      // A page that showed an interview or people is not shown again by the browser's Back after signing out.
      const { id, language } = request.params
      const isShownOnce = id !== undefined || language !== undefined || ofPeople.includes(request.path)
      response.set('Cache-Control', isShownOnce ? 'no-store' : 'no-cache')
      response.sendFile(file, { root: webFolder, cacheControl: false }, error => {
        if (error && !response.headersSent) next(error)
      })
    }
  router.get(pages, document('index.html'))
  router.get('/script', document('script.html'))
  router.use(
    express.static(webFolder, { index: false, setHeaders: response => void response.set('Cache-Control', 'no-cache') }),
  )
  return router
}
