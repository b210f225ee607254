import { Router } from 'express'
import { standingDates } from '../../casework/clocks/standing.ts'
import type { CalendarResponse } from '../../contract/calendar.ts'
import type { Needs } from '../access/needs.ts'

export interface CalendarRouteServices {
  needs: Needs
}

/** What comes round by the calendar. The browser has no calendar of its own. */
export function calendarRoutes({ needs }: CalendarRouteServices): Router {
  const router = Router()
  router.get('/api/calendar', needs('cases.list'), (_request, response) => {
    response.json({ dates: standingDates(new Date().toISOString()) } satisfies CalendarResponse)
  })
  return router
}
