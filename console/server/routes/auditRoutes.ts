import { Router } from 'express'
import { z } from 'zod'
import {
  AuditInterviewsQuery,
  type AuditInterviewsResponse,
  AuditQuery,
  type AuditResponse,
  type AuditVerifiedResponse,
  type WhoHasSeenResponse,
} from '../../contract/audit.ts'
import type { Person } from '../../contract/people.ts'
import type { AuditTrail } from '../../records/audit/auditTrail.ts'
import { interviewIn } from '../access/interviewIn.ts'
import { type Needs, personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'

export interface AuditRouteServices {
  audit: AuditTrail
  needs: Needs
}

const pageSize = 50

/** What the auditor asks, each look in the audit itself before it is answered; and what a page alone knows of: that it is printed. */
export function auditRoutes({ audit, needs }: AuditRouteServices): Router {
  const router = Router()
  const looked = ({ id }: Person, interview?: string) =>
    audit.write({ by: id, act: 'audit-read', from: 'console', ...(interview === undefined ? {} : { interview }) })
  let verifying: Promise<AuditVerifiedResponse> | undefined

  router.get('/api/audit', needs('audit.read'), async (request, response) => {
    const filter = AuditQuery.safeParse(request.query)
    if (!filter.success) return refuse(response, 'bad-request')
    await looked(personOf(response), filter.data.interview)
    response.json((await audit.lines(filter.data, pageSize)) satisfies AuditResponse)
  })

  router.get('/api/audit/interviews', needs('audit.read'), async (request, response) => {
    const query = AuditInterviewsQuery.safeParse(request.query)
    if (!query.success) return refuse(response, 'bad-request')
    await looked(personOf(response))
    response.json({ interviews: await audit.interviews(query.data.number) } satisfies AuditInterviewsResponse)
  })

  router.get('/api/audit/interviews/:id', needs('audit.read'), async (request, response) => {
    const id = z.uuid().safeParse(request.params.id)
    if (!id.success) return refuse(response, 'not-an-id')
    await looked(personOf(response), id.data)
    const found = await audit.whoHasSeen(id.data)
    if (!found) return refuse(response, 'no-such-interview')
    response.json(found satisfies WhoHasSeenResponse)
  })

  router.post('/api/interviews/:id/printed', needs('interview.read', interviewIn), async (request, response) => {
    const { id: by } = personOf(response)
    await audit.write({ by, act: 'record-printed', from: 'console', interview: interviewIn(request) })
    response.json({})
  })

  router.post('/api/audit/verify', needs('audit.read'), async (_request, response) => {
    await audit.write({ by: personOf(response).id, act: 'audit-verified', from: 'console' })
    // Whoever asks meanwhile is given the answer of the one that is under way: it reads everything.
    verifying ??= audit.verify().finally(() => {
      verifying = undefined
    })
    response.json((await verifying) satisfies AuditVerifiedResponse)
  })
  return router
}
