import express, { type Response, Router } from 'express'
import { mayDo } from '../../casework/roles.ts'
import type { Person } from '../../contract/people.ts'
import {
  type AssignmentsResponse,
  AssignScenario,
  type AttemptLine,
  type CohortResponse,
  type CohortSharesResponse,
  type DrillsResponse,
  KeepDrills,
} from '../../contract/practice.ts'
import { isUuid } from '../../records/turnIds.ts'
import { personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'
import { practicePeople, practicePerson } from './practicePeople.ts'
import type { PracticeRouteServices } from './practiceRoutes.ts'
import { refusePractice } from './refusePractice.ts'

const json = express.json({ limit: '50kb' })

/** What trainers ask of their team and see of it, and the exercises beside the talks. */
export function practiceTeamRoutes(services: PracticeRouteServices): Router {
  const { practice, audit, identity, needs } = services
  const { attempts, notes, assignments, drills, scores } = practice
  const router = Router()
  const takes = needs('practice.take')
  const trains = needs('practice.train')
  const act = (response: Response, as: 'practice-read' | 'practice-assigned', about: string) =>
    audit.write({ by: personOf(response).id, act: as, from: 'console', about })

  async function answerAssignments(response: Response): Promise<void> {
    const { id, role, team } = personOf(response)
    const own = await assignments.own(id)
    const ofTeam = mayDo(role, 'practice.train') ? await assignments.ofTeam(team) : []
    const people = await practicePeople(
      services,
      [...own, ...ofTeam].flatMap(({ by, trainee }) => [by, trainee]),
    )
    response.json({ own, team: ofTeam, people } satisfies AssignmentsResponse)
  }

  /** Whether a trainer may ask this of someone: of whoever practises in their own team. */
  async function isOfTeam(id: string, { team }: Person): Promise<boolean> {
    const person = await identity.personById(id)
    return person !== undefined && person.team === team && mayDo(person.role, 'practice.take')
  }

  router.get('/api/practice/assignments', takes, (_request, response) => answerAssignments(response))
  router.post('/api/practice/assignments', trains, json, async (request, response) => {
    const asked = AssignScenario.safeParse(request.body)
    if (!asked.success) return refuse(response, 'bad-request')
    const { assignment, trainees, scenario } = asked.data
    if (!attempts.scenarios().some(({ id }) => id === scenario)) return refusePractice(response, 'unknown-scenario')
    const trainer = personOf(response)
    const known = await Promise.all(trainees.map(id => isOfTeam(id, trainer)))
    if (known.includes(false)) return refuse(response, 'no-such-person')
    await act(response, 'practice-assigned', assignment)
    await assignments.assign(asked.data, trainer)
    await answerAssignments(response)
  })
  router.delete('/api/practice/assignments/:id', trains, async (request, response) => {
    const id = String(request.params.id)
    if (!isUuid(id)) return refuse(response, 'not-an-id')
    await act(response, 'practice-assigned', id)
    await assignments.takeBack(id, personOf(response).team)
    await answerAssignments(response)
  })
  router.get('/api/practice/cohort', trains, async (_request, response) => {
    const { team } = personOf(response)
    await act(response, 'practice-read', 'cohort')
    const [present, done, asked, unanswered, lastSaid] = await Promise.all([
      identity.ofTeam(team),
      attempts.ofTeam(team),
      assignments.ofTeam(team),
      notes.unanswered(team),
      attempts.lastSaid(team),
    ])
    const practising = present.filter(({ role }) => mayDo(role, 'practice.take')).map(practicePerson)
    const others = [...done.map(({ person }) => person), ...asked.map(({ trainee }) => trainee)].filter(
      id => !practising.some(person => person.id === id),
    )
    const people = [...practising, ...(await practicePeople(services, others))]
    response.json({ people, attempts: done, assignments: asked, unanswered, lastSaid } satisfies CohortResponse)
  })
  router.get('/api/practice/cohort/shares', trains, async (_request, response) => {
    const { team } = personOf(response)
    await act(response, 'practice-read', 'cohort')
    const counted = await scores.of(newestOfEach(await attempts.ofTeam(team)))
    const shares = Object.fromEntries(counted.map(({ attempt, scores: { recommended } }) => [attempt.id, recommended]))
    response.json({ shares } satisfies CohortSharesResponse)
  })
  router.get('/api/practice/drills', takes, async (request, response) => {
    const { id, role, team } = personOf(response)
    const { trainee } = request.query
    if (typeof trainee !== 'string' || trainee === id) {
      return void response.json({ results: await drills.of(id) } satisfies DrillsResponse)
    }
    if (!mayDo(role, 'practice.train')) return refusePractice(response, 'not-your-attempt')
    if (!(await identity.personById(trainee))) return refuse(response, 'no-such-person')
    await act(response, 'practice-read', 'drills')
    response.json({ results: await drills.of(trainee, team) } satisfies DrillsResponse)
  })
  router.post('/api/practice/drills', takes, json, async (request, response) => {
    const asked = KeepDrills.safeParse(request.body)
    if (!asked.success) return refuse(response, 'bad-request')
    const person = personOf(response)
    await drills.keep(asked.data.answers, person)
    response.json({ results: await drills.of(person.id) } satisfies DrillsResponse)
  })
  return router
}

const mostOfEach = 8

/** The newest of each person's attempts that have ended. A retry shares turns with another attempt and is left out. */
function newestOfEach(attempts: readonly AttemptLine[]): readonly AttemptLine[] {
  const counted = attempts.filter(({ ended, retryOf }) => ended !== undefined && retryOf === undefined)
  return [...Map.groupBy(counted, ({ person }) => person).values()].flatMap(each => each.slice(0, mostOfEach))
}
