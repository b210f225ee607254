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
  '/audit',
  '/audit/:id',
]

/** The built browser files, and the one document behind every page's address. */
export function pageRoutes(webFolder: string): Router {
  const router = Router()
  // Their names change with what is in them, so a browser never needs to ask again.
  router.use('/assets', express.static(join(webFolder, 'assets'), { index: false, immutable: true, maxAge: '365d' }))
  router.get(pages, (request, response, next) => {
    if (!existsSync(join(webFolder, 'index.html'))) return refuse(response, 'not-built', 'sentence')
    // A page that showed an interview is not shown again by the browser's Back after signing out.
    response.set('Cache-Control', request.params.id === undefined ? 'no-cache' : 'no-store')
    response.sendFile('index.html', { root: webFolder, cacheControl: false }, error => {
      if (error && !response.headersSent) next(error)
    })
  })
  router.use(
    express.static(webFolder, { index: false, setHeaders: response => void response.set('Cache-Control', 'no-cache') }),
  )
  return router
}
