import express, { type Request, type Response, Router } from 'express'
import { AnswerDispute, type AttemptNotes, CommentOnTurn, DisputeCode } from '../../contract/practice.ts'
import { personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'
import { attemptGuard, attemptIn } from './practiceAttempts.ts'
import { practicePeople } from './practicePeople.ts'
import type { PracticeRouteServices } from './practiceRoutes.ts'
import { refusePractice } from './refusePractice.ts'

const json = express.json({ limit: '20kb' })

/** What is written beside the turns of an attempt: by a trainer, and by its trainee who doubts a code. */
export function practiceNotesRoutes(services: PracticeRouteServices): Router {
  const { practice, audit, needs } = services
  const { notes, attempts } = practice
  const router = Router()
  const lets = attemptGuard(services)
  const writes = (request: Request, response: Response) =>
    audit.write({
      ...{ by: personOf(response).id, act: 'practice-commented', from: 'console' },
      about: attemptIn(request),
    })
  const answer = async (request: Request, response: Response, isThere: boolean) => {
    if (!isThere) return refusePractice(response, 'no-such-turn')
    response.json(await notesOf(services, attemptIn(request)))
  }

  router.post(
    '/api/practice/attempts/:id/comments',
    needs('practice.train'),
    lets('train'),
    json,
    async (request, response) => {
      const asked = CommentOnTurn.safeParse(request.body)
      if (!asked.success) return refuse(response, 'bad-request')
      await writes(request, response)
      await answer(request, response, await notes.comment(attemptIn(request), asked.data, personOf(response).id))
    },
  )
  router.post(
    '/api/practice/attempts/:id/disputes',
    needs('practice.take'),
    lets('own'),
    json,
    async (request, response) => {
      const asked = DisputeCode.safeParse(request.body)
      if (!asked.success) return refuse(response, 'bad-request')
      const line = await attempts.line(attemptIn(request))
      if (line && line.ended === undefined) return refusePractice(response, 'attempt-goes-on')
      await answer(request, response, await notes.dispute(attemptIn(request), asked.data, personOf(response).id))
    },
  )
  router.post(
    '/api/practice/attempts/:id/disputes/answer',
    needs('practice.train'),
    lets('train'),
    json,
    async (request, response) => {
      const asked = AnswerDispute.safeParse(request.body)
      if (!asked.success) return refuse(response, 'bad-request')
      await writes(request, response)
      await answer(request, response, await notes.answer(attemptIn(request), asked.data, personOf(response).id))
    },
  )
  return router
}

/** What stands beside an attempt, with whoever wrote it. */
export async function notesOf(services: PracticeRouteServices, attempt: string): Promise<AttemptNotes> {
  const { comments, disputes } = await services.practice.notes.of(attempt)
  const writers = [...comments, ...disputes, ...disputes.flatMap(({ answer }) => (answer ? [answer] : []))]
  return {
    comments,
    disputes,
    people: await practicePeople(
      services,
      writers.map(({ by }) => by),
    ),
  }
}
