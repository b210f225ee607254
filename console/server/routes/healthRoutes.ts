import { Router } from 'express'
import { refuse } from '../refuse.ts'

/** Whether the process is up, and whether it can do its work. */
export function healthRoutes(ready: () => Promise<boolean>): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.json({ up: true })
  })
  router.get('/readyz', async (_request, response) => {
    if (await ready().catch(() => false)) response.json({ ready: true })
    else refuse(response, 'not-ready')
  })
  return router
}
