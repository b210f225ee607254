import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'
import { refuse } from '../refuse.ts'

const pages = [
  '/',
  '/interviews',
  '/notices',
  '/interviews/begin',
  '/interviews/:id',
  '/interviews/:id/record',
  '/interviews/:id/export',
  '/audit',
  '/audit/:id',
  '/join',
  '/script',
  '/link',
  '/account',
  '/people',
]

/** Shows people by name. */
const ofPeople = ['/account', '/people']

/** The built browser files, and the one document behind every page's address. */
export function pageRoutes(webFolder: string): Router {
  const router = Router()
  // Their names change with what is in them, so a browser never needs to ask again.
  router.use('/assets', express.static(join(webFolder, 'assets'), { index: false, immutable: true, maxAge: '365d' }))
  router.get(pages, (request, response, next) => {
    if (!existsSync(join(webFolder, 'index.html'))) return refuse(response, 'not-built', 'sentence')
    // A page that showed an interview or people is not shown again by the browser's Back after signing out.
    const isShownOnce = request.params.id !== undefined || ofPeople.includes(request.path)
    response.set('Cache-Control', isShownOnce ? 'no-store' : 'no-cache')
    response.sendFile('index.html', { root: webFolder, cacheControl: false }, error => {
      if (error && !response.headersSent) next(error)
    })
  })
  router.use(
    express.static(webFolder, { index: false, setHeaders: response => void response.set('Cache-Control', 'no-cache') }),
  )
  return router
}
