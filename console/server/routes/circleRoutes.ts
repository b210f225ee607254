import express, { Router } from 'express'
import { z } from 'zod'
import { ChangeCircle, type CircleResponse, type NoticesResponse } from '../../contract/needToKnow.ts'
import type { Person } from '../../contract/people.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { Cases } from '../../records/cases/cases.ts'
import type { Episodes } from '../../records/createEpisodes.ts'
import { interviewIn } from '../access/interviewIn.ts'
import { type Needs, personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'

export interface CircleRouteServices {
  episodes: Episodes
  cases: Pick<Cases, 'allocate'>
  audit: Audit
  needs: Needs
}

/** Who needs to know of an interview, and the notices of those who looked without. */
export function circleRoutes({ episodes, cases, audit, needs }: CircleRouteServices): Router {
  const router = Router()
  const circle = '/api/interviews/:id/circle'

  router.get(circle, needs('interview.read', interviewIn), async (request, response) => {
    const found = await episodes.circleOf(interviewIn(request))
    if (!found) return refuse(response, 'no-such-interview')
    response.json(found satisfies CircleResponse)
  })
  router.patch(
    circle,
    needs('interview.share', interviewIn),
    express.json({ limit: '10kb' }),
    async (request, response) => {
      const change = ChangeCircle.safeParse(request.body)
      if (!change.success) return refuse(response, 'bad-request')
      const interview = interviewIn(request)
      const about = Object.entries(change.data).map(([name, value]) => `${name}=${String(value)}`)
      await audit.write({
        by: personOf(response).id,
        act: 'episode-shared',
        from: 'console',
        interview,
        about: about.join(' '),
      })
      await episodes.change(interview, await keptBy(personOf(response), interview, change.data))
      const { worker } = change.data
      const { id: by, team } = personOf(response)
      const actor = { by, team, from: 'console', deviceAt: new Date().toISOString() } as const
      // Its case says the same of who it is with.
      if (worker !== undefined) await cases.allocate(interview, worker, actor)
      const found = await episodes.circleOf(interview)
      if (!found) return refuse(response, 'no-such-interview')
      response.json(found satisfies CircleResponse)
    },
  )
  router.get('/api/notices', needs('notices.read'), async (_request, response) => {
    response.json({ notices: await episodes.notices(personOf(response).team) } satisfies NoticesResponse)
  })
  router.post('/api/notices/:id/seen', needs('notices.read'), async (request, response) => {
    const id = z.uuid().safeParse(request.params.id)
    if (!id.success) return refuse(response, 'bad-request')
    const { id: by, team } = personOf(response)
    await audit.write({ by, act: 'notice-seen', from: 'console', about: id.data })
    await episodes.seen(id.data, team, by)
    response.json({ notices: await episodes.notices(team) } satisfies NoticesResponse)
  })
  /** Whoever restricts an episode goes on seeing it: they have to be able to see to what they did. */
  async function keptBy({ id }: Person, interview: string, change: ChangeCircle): Promise<ChangeCircle> {
    const before = change.restricted ? await episodes.circleOf(interview) : undefined
    if (!before) return change
    const reviewers = change.reviewers ?? before.reviewers
    const worker = change.worker ?? before.worker
    return worker === id || reviewers.includes(id) ? change : { ...change, reviewers: [...reviewers, id] }
  }

  return router
}
