import { Router } from 'express'
import { recordFrom } from '../../../dialogs/record/recordFrom.ts'
import type { RecordResponse } from '../../contract/interviews.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { Interviews } from '../../records/interviews.ts'
import { interviewIn } from '../access/interviewIn.ts'
import { type Needs, personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'

export interface RecordRouteServices {
  interviews: Pick<Interviews, 'eventsSince'>
  audit: Audit
  needs: Needs
}

/** The present record of an interview with the events behind it, for scripts. */
export function recordRoutes({ interviews, audit, needs }: RecordRouteServices): Router {
  const router = Router()
  router.get('/api/interviews/:id/record', needs('interview.read', interviewIn), async (request, response) => {
    const interview = interviewIn(request)
    await audit.write({ by: personOf(response).id, act: 'record-read', from: 'console', interview })
    // Read once and folded, so that the fields are those of exactly these events.
    const events = await interviews.eventsSince(interview, 0)
    if (events.length === 0) return refuse(response, 'no-such-interview')
    const { seq, fields } = recordFrom(events)
    response.json({ seq, fields, events } satisfies RecordResponse)
  })
  return router
}
