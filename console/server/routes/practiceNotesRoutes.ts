import express, { type Request, type Response, Router } from 'express'
import type { ZodType } from 'zod'
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
  /** Reads what is sent, writes it beside the turn that it names, and answers with all that stands there then. */
  const written =
    <Sent>(schema: ZodType<Sent>, write: (attempt: string, sent: Sent, by: string) => Promise<boolean>) =>
    async (request: Request, response: Response) => {
      const asked = schema.safeParse(request.body)
      if (!asked.success) return refuse(response, 'bad-request')
      const isThere = await write(attemptIn(request), asked.data, personOf(response).id)
      if (!isThere) return refusePractice(response, 'no-such-turn')
      response.json(await notesOf(services, attemptIn(request)))
    }
  const commented = (about: string, by: string) =>
    audit.write({ by, act: 'practice-commented', from: 'console', about })
  const trainers = [needs('practice.train'), lets('train'), json] as const

  router.post(
    '/api/practice/attempts/:id/comments',
    ...trainers,
    written(CommentOnTurn, async (attempt, comment, by) => {
      await commented(attempt, by)
      return notes.comment(attempt, comment, by)
    }),
  )
  router.post(
    '/api/practice/attempts/:id/disputes',
    needs('practice.take'),
    lets('own'),
    json,
    async (request, response, next) => {
      const line = await attempts.line(attemptIn(request))
      if (line && line.ended === undefined) return refusePractice(response, 'attempt-goes-on')
      next()
    },
    written(DisputeCode, (attempt, dispute, by) => notes.dispute(attempt, dispute, by)),
  )
  router.post(
    '/api/practice/attempts/:id/disputes/answer',
    ...trainers,
    written(AnswerDispute, async (attempt, answer, by) => {
      await commented(attempt, by)
      return notes.answer(attempt, answer, by)
    }),
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
