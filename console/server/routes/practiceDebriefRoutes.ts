import { type Response, Router } from 'express'
import { codesRefusal } from '../../casework/practice/practiceRules.ts'
import { mayDo } from '../../casework/roles.ts'
import type { AttemptDebriefResponse, AttemptTurnsResponse, ProgressResponse } from '../../contract/practice.ts'
import { talkOf } from '../../records/practice/createScores.ts'
import type { WholeAttempt } from '../../records/practice/practice.ts'
import { personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'
import { attemptGuard, attemptIn } from './practiceAttempts.ts'
import { notesOf } from './practiceNotesRoutes.ts'
import { practicePerson, traineeOf } from './practicePeople.ts'
import type { PracticeRouteServices } from './practiceRoutes.ts'
import { refusePractice } from './refusePractice.ts'

/** What a talk showed, once it has ended, and what came of one talk after another. */
export function practiceDebriefRoutes(services: PracticeRouteServices): Router {
  const { practice, audit, identity, needs } = services
  const { attempts, scores } = practice
  const router = Router()
  const takes = needs('practice.take')
  const lets = attemptGuard(services)

  /** With its codes, where they may be seen; undefined where that was refused, and answered. */
  async function wholeFor(response: Response, id: string): Promise<WholeAttempt | undefined> {
    const [owner, whole] = await Promise.all([attempts.owner(id), attempts.whole(id)])
    if (!owner || !whole) {
      refusePractice(response, 'unknown-attempt')
      return undefined
    }
    const refusal = codesRefusal(personOf(response), { ...owner, ended: whole.attempt.ended })
    if (refusal === undefined) return whole
    refusePractice(response, refusal)
    return undefined
  }

  router.get('/api/practice/attempts/:id/turns', takes, lets('see'), async (request, response) => {
    const id = attemptIn(request)
    const whole = await wholeFor(response, id)
    if (!whole) return
    const { attempt, scenario, first, turns, events } = whole
    const notes = await notesOf(services, id)
    response.json({ attempt, scenario, first, turns, events, notes } satisfies AttemptTurnsResponse)
  })
  router.get('/api/practice/attempts/:id/debrief', takes, lets('see'), async (request, response) => {
    const id = attemptIn(request)
    const whole = await wholeFor(response, id)
    if (!whole) return
    const open = await attempts.read(id)
    if (!open) return refusePractice(response, 'unknown-attempt')
    response.json({
      ...open,
      trainee: await traineeOf(services, open.attempt),
      scenario: whole.scenario,
      debrief: practice.debrief(talkOf(whole)),
      notes: await notesOf(services, id),
    } satisfies AttemptDebriefResponse)
  })
  router.get('/api/practice/progress', takes, async (request, response) => {
    const person = personOf(response)
    const { trainee: asked } = request.query
    const isOwn = typeof asked !== 'string' || asked === person.id
    if (!isOwn && !mayDo(person.role, 'practice.train')) return refusePractice(response, 'not-your-attempt')
    const trainee = isOwn ? person : await identity.personById(asked)
    if (!trainee) return refuse(response, 'no-such-person')
    if (!isOwn) await audit.write({ by: person.id, act: 'practice-read', from: 'console', about: 'progress' })
    const own = await attempts.own(trainee.id)
    // Of what they practised elsewhere a trainer sees nothing.
    const ofTeam = isOwn ? own : (await attempts.ofTeam(person.team)).filter(line => line.person === trainee.id)
    const found = await scores.of(ofTeam.toReversed())
    response.json({ trainee: practicePerson(trainee), attempts: found } satisfies ProgressResponse)
  })
  return router
}
