import { Router } from 'express'
import { z } from 'zod'
import { recordFrom } from '../../../dialogs/record/recordFrom.ts'
import { seesInterviews } from '../../casework/roles.ts'
import type { RecordResponse } from '../../contract.ts'
import type { Interviews } from '../../records/interviews.ts'
import { personAsking, type SessionServices } from '../access/session.ts'
import { refuse } from '../refuse.ts'

export interface RecordRouteServices extends SessionServices {
  interviews: Pick<Interviews, 'eventsSince'>
}

/** The present record of an interview with the events behind it, for scripts. */
export function recordRoutes(services: RecordRouteServices): Router {
  const router = Router()
  router.get('/api/interviews/:id/record', async (request, response) => {
    const person = await personAsking(services, request.headers)
    if (!person) return refuse(response, 'signed-out')
    if (!seesInterviews(person.role)) return refuse(response, 'not-allowed')
    const id = z.uuid().safeParse(request.params.id)
    if (!id.success) return refuse(response, 'not-an-id')
    // Read once and folded, so that the fields are those of exactly these events.
    const events = await services.interviews.eventsSince(id.data, 0)
    if (events.length === 0) return refuse(response, 'no-such-interview')
    const { seq, fields } = recordFrom(events)
    response.json({ seq, fields, events } satisfies RecordResponse)
  })
  return router
}
