import { createHash } from 'node:crypto'
import express, { type Response, Router } from 'express'
import { z } from 'zod'
import { recordFrom } from '../../../dialogs/record/recordFrom.ts'
import { ExportChange, withChange } from '../../casework/subjectAccess/exportChoices.ts'
import type { Reviewed } from '../../casework/subjectAccess/exportLine.ts'
import {
  type FinishedExport,
  handedOut,
  type SubjectAccess,
  seenByRoles,
  subjectAccess,
} from '../../casework/subjectAccess/subjectAccess.ts'
import {
  EraseEpisode,
  type ExportResponse,
  FinishExport,
  type HandedOutResponse,
  HoldEpisode,
  type KeepingResponse,
} from '../../contract/keeping.ts'
import type { Person } from '../../contract/people.ts'
import type { AuditTrail } from '../../records/audit/auditTrail.ts'
import type { Cases } from '../../records/cases/cases.ts'
import type { Interviews } from '../../records/interviews.ts'
import type { Exports } from '../../records/keeping/createExports.ts'
import type { Keeping } from '../../records/keeping/createKeeping.ts'
import { interviewIn } from '../access/interviewIn.ts'
import { type Needs, personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'

export interface KeepingRouteServices {
  keeping: Keeping
  exports: Exports
  interviews: Pick<Interviews, 'eventsSince'>
  cases: Pick<Cases, 'ofInterview'>
  audit: AuditTrail
  identity: { personById(id: string): Promise<Person | undefined> }
  needs: Needs
}

const json = express.json({ limit: '20kb' })

/** Holding, erasing, and handing a young person what is held about them. */
export function keepingRoutes(services: KeepingRouteServices): Router {
  const { keeping, needs } = services
  const router = Router()

  const answerStanding = async (interview: string, response: Response) => {
    const standing = await keeping.standing(interview)
    if (!standing) return refuse(response, 'no-such-interview')
    response.json(standing satisfies KeepingResponse)
  }
  router.get('/api/interviews/:id/keeping', needs('interview.hold', interviewIn), (request, response) =>
    answerStanding(interviewIn(request), response),
  )
  router.post('/api/interviews/:id/hold', needs('interview.hold', interviewIn), json, async (request, response) => {
    const asked = HoldEpisode.safeParse(request.body)
    if (!asked.success) return refuse(response, 'bad-request')
    const done = await keeping.hold(interviewIn(request), personOf(response).id, asked.data.reason)
    if (done === 'held-already') return refuse(response, done)
    await answerStanding(interviewIn(request), response)
  })
  router.delete('/api/interviews/:id/hold', needs('interview.hold', interviewIn), async (request, response) => {
    const done = await keeping.release(interviewIn(request), personOf(response).id)
    if (done === 'not-held') return refuse(response, done)
    await answerStanding(interviewIn(request), response)
  })
  router.post('/api/interviews/:id/erase', needs('interview.erase', interviewIn), json, async (request, response) => {
    const asked = EraseEpisode.safeParse(request.body)
    if (!asked.success) return refuse(response, 'bad-request')
    const interview = interviewIn(request)
    if (!interview.toLowerCase().startsWith(asked.data.number.toLowerCase())) return refuse(response, 'not-that-one')
    const done = await keeping.erase(interview, { by: personOf(response).id, from: 'console' }, asked.data.reason)
    if (done === 'held') return refuse(response, done)
    if (done === 'unknown-interview') return refuse(response, 'no-such-interview')
    response.json({ erased: true })
  })
  addExports(router, services)
  return router
}

function addExports(router: Router, services: KeepingRouteServices): void {
  const { exports, audit, needs } = services
  const exported = (response: Response, interview: string, about: string) =>
    audit.write({ by: personOf(response).id, act: 'record-exported', from: 'console', interview, about })
  const sourcesOf = sourcesFrom(services)

  const answerDraft = async (interview: string, response: Response) => {
    const sources = await sourcesOf(interview)
    if (!sources) return refuse(response, 'no-such-interview')
    const draft = subjectAccess({ ...sources, choices: await exports.choices(interview) })
    const finished = await exports.finished(interview)
    response.json({ draft, digest: digestOf(draft), finished } satisfies ExportResponse)
  }

  router.get('/api/interviews/:id/export', needs('interview.export', interviewIn), async (request, response) => {
    await exported(response, interviewIn(request), 'draft')
    await answerDraft(interviewIn(request), response)
  })
  router.post(
    '/api/interviews/:id/export/passages',
    needs('interview.export', interviewIn),
    json,
    async (request, response) => {
      const asked = ExportChange.safeParse(request.body)
      if (!asked.success) return refuse(response, 'bad-request')
      const interview = interviewIn(request)
      await exported(response, interview, asked.data.do)
      const by = personOf(response).id
      const changed = await exports.change(interview, by, choices => withChange(choices, asked.data))
      if (!changed) return refuse(response, 'no-such-interview')
      await answerDraft(interview, response)
    },
  )
  router.post('/api/interviews/:id/export', needs('interview.export', interviewIn), json, async (request, response) => {
    const asked = FinishExport.safeParse(request.body)
    if (!asked.success) return refuse(response, 'bad-request')
    const interview = interviewIn(request)
    const sources = await sourcesOf(interview)
    if (!sources) return refuse(response, 'no-such-interview')
    await exported(response, interview, 'finished')
    const made = await exports.finish(interview, personOf(response).id, choices => {
      const draft = subjectAccess({ ...sources, choices })
      return digestOf(draft) === asked.data.digest ? JSON.stringify(handedOut(draft)) : undefined
    })
    if (!made) return refuse(response, 'export-changed')
    response.json(made satisfies FinishedExport)
  })
  router.get(
    '/api/interviews/:id/exports/:export',
    needs('interview.export', interviewIn),
    async (request, response) => {
      const id = z.uuid().safeParse(request.params.export)
      if (!id.success) return refuse(response, 'no-such-export')
      const interview = interviewIn(request)
      await exported(response, interview, id.data)
      const finished = (await exports.finished(interview)).find(each => each.id === id.data.toLowerCase())
      const text = await exports.read(interview, id.data)
      if (!finished || text === undefined) return refuse(response, 'no-such-export')
      response.json({ ...(JSON.parse(text) as SubjectAccess), preparedAt: finished.at } satisfies HandedOutResponse)
    },
  )
}

/** Reads what an export is made of; undefined where there is no such interview. Everyone in it is known by role alone. */
function sourcesFrom({ interviews, cases, audit, identity }: KeepingRouteServices) {
  return async (interview: string) => {
    const events = await interviews.eventsSince(interview, 0)
    if (events.length === 0) return undefined
    const caseEvents = (await cases.ofInterview(interview))?.events ?? []
    const seen = (await audit.whoHasSeen(interview))?.seen ?? []
    const people = [...new Set([...events, ...caseEvents, ...seen].map(({ by }) => by))]
    const roles = new Map(
      await Promise.all(people.map(async id => [id, (await identity.personById(id))?.role] as const)),
    )
    const roleOf = (person: string) => roles.get(person) ?? 'unknown'
    return { record: recordFrom(events), events, caseEvents, roleOf, seenBy: seenByRoles(seen, roleOf) }
  }
}

/** Of what would be handed out, but for who has seen it: looking at it changes that. */
const digestOf = (draft: SubjectAccess<Reviewed>): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...handedOut(draft), seenBy: [] }))
    .digest('hex')
