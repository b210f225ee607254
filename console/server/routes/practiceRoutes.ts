import express, { type Response, Router } from 'express'
import type { Person } from '../../contract/people.ts'
import {
  type AttemptResponse,
  type AttemptsResponse,
  BeginAttempt,
  RetryAttempt,
  type ScenariosResponse,
} from '../../contract/practice.ts'
import type { SessionResponse } from '../../contract/signIn.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { PracticeRoom } from '../../records/practice/createPracticeRoom.ts'
import type { OpenAttempt } from '../../records/practice/practice.ts'
import { type Needs, personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'
import { attemptGuard, attemptIn } from './practiceAttempts.ts'
import { practiceDebriefRoutes } from './practiceDebriefRoutes.ts'
import { practiceNotesRoutes } from './practiceNotesRoutes.ts'
import { traineeOf } from './practicePeople.ts'
import { practiceTeamRoutes } from './practiceTeamRoutes.ts'
import { grantedOf, refusePractice } from './refusePractice.ts'

export interface PracticeRouteServices {
  practice: PracticeRoom
  audit: Audit
  identity: {
    personById(id: string): Promise<Person | undefined>
    /** Those of a team, as they are now. */
    ofTeam(team: string): Promise<readonly Person[]>
  }
  settings: Pick<SessionResponse['settings'], 'regime'>
  needs: Needs
}

const json = express.json({ limit: '20kb' })

/** The practice room: what can be practised, one's own attempts, and those of the people one trains. Nothing of a real record. */
export function practiceRoutes(services: PracticeRouteServices): Router {
  const { practice, audit, settings, needs } = services
  const { attempts } = practice
  const router = Router()
  const takes = needs('practice.take')
  const lets = attemptGuard(services)
  const begins = (response: Response, about: string) =>
    audit.write({ by: personOf(response).id, act: 'practice-begun', from: 'console', about })

  async function answer(response: Response, open: OpenAttempt | undefined): Promise<void> {
    if (!open) return refusePractice(response, 'unknown-attempt')
    response.json({ ...open, trainee: await traineeOf(services, open.attempt) } satisfies AttemptResponse)
  }

  router.get('/api/practice/scenarios', takes, (_request, response) => {
    response.json({ scenarios: attempts.scenarios() } satisfies ScenariosResponse)
  })
  router.get('/api/practice/attempts', takes, async (_request, response) => {
    response.json({ attempts: await attempts.own(personOf(response).id) } satisfies AttemptsResponse)
  })
  router.post('/api/practice/attempts', takes, json, async (request, response) => {
    const asked = BeginAttempt.safeParse(request.body)
    if (!asked.success) return refuse(response, 'bad-request')
    await begins(response, asked.data.attempt)
    const begun = await attempts.begin({ ...asked.data, regime: settings.regime }, personOf(response))
    const open = grantedOf(response, begun)
    if (open) await answer(response, open)
  })
  router.get('/api/practice/attempts/:id', takes, lets('see'), async (request, response) => {
    await answer(response, await attempts.read(attemptIn(request)))
  })
  router.post('/api/practice/attempts/:id/end', takes, lets('own'), async (request, response) => {
    const open = grantedOf(response, await attempts.end(attemptIn(request)))
    if (open) await answer(response, open)
  })
  router.post('/api/practice/attempts/:id/retry', takes, lets('own'), json, async (request, response) => {
    const asked = RetryAttempt.safeParse(request.body)
    if (!asked.success) return refuse(response, 'bad-request')
    await begins(response, asked.data.attempt)
    const open = grantedOf(response, await attempts.retry(attemptIn(request), asked.data, personOf(response)))
    if (open) await answer(response, open)
  })
  router.delete('/api/practice/attempts/:id', takes, lets('own'), async (request, response) => {
    const about = attemptIn(request)
    await audit.write({ by: personOf(response).id, act: 'practice-deleted', from: 'console', about })
    await attempts.remove(about)
    response.json({})
  })
  router.use(practiceDebriefRoutes(services))
  router.use(practiceNotesRoutes(services))
  router.use(practiceTeamRoutes(services))
  return router
}
