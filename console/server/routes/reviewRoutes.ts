import { Router } from 'express'
import type { LocalService } from '../../casework/localSettings.ts'
import type { ServicesResponse } from '../../contract/cases.ts'
import type { Needs } from '../access/needs.ts'

export interface ReviewRouteServices {
  needs: Needs
  /** As the settings have them. */
  localServices: readonly LocalService[]
}

/** What the settings say of services near here. Nothing of a case is in it, so that nobody's name stands in the audit for it. */
export function reviewRoutes({ needs, localServices }: ReviewRouteServices): Router {
  const router = Router()
  router.get('/api/services', needs('cases.list'), (_request, response) => {
    const services: ServicesResponse = { services: localServices }
    response.json(services)
  })
  return router
}
