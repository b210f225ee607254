import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ChangePerson, Invite, type Person } from '../../contract/people.ts'
import { type Needs, personOf } from '../access/needs.ts'
import type { Identity } from '../identity/createIdentity.ts'
import { type Outcome, refused } from '../identity/outcome.ts'
import { answerOutcome, refuseAccount } from './refuseAccount.ts'

export interface PeopleRouteServices {
  identity: Pick<Identity, 'peopleCare'>
  needs: Needs
}

/** What administrators do for other people's accounts. */
export function peopleRoutes({ identity: { peopleCare }, needs }: PeopleRouteServices): Router {
  const router = Router()
  const json = express.json({ limit: '10kb' })
  const manages = needs('people.manage')

  /** Done to whom the address names. */
  const to =
    <Value>(
      nobody: 'no-such-person' | 'no-such-invitation',
      run: (id: string, by: Person, request: Request) => Promise<Outcome<Value>>,
    ) =>
    async (request: Request, response: Response) => {
      const id = z.uuid().safeParse(request.params.id)
      answerOutcome(response, id.success ? await run(id.data, personOf(response), request) : refused(nobody))
    }

  router.get('/api/people', manages, async (_request, response) => {
    response.json(await peopleCare.all(personOf(response)))
  })
  router.post('/api/people/invitations', manages, json, async (request, response) => {
    const invite = Invite.safeParse(request.body)
    if (!invite.success) return refuseAccount(response, refused('bad-request'))
    response.json(await peopleCare.invite(invite.data, personOf(response)))
  })
  router.delete('/api/people/invitations/:id', manages, to('no-such-invitation', peopleCare.callBack))
  router.patch(
    '/api/people/:id',
    manages,
    json,
    to('no-such-person', async (id, by, request) => {
      const change = ChangePerson.safeParse(request.body)
      return change.success ? peopleCare.change(id, change.data, by) : refused('bad-request')
    }),
  )
  router.delete('/api/people/:id/sessions', manages, to('no-such-person', peopleCare.endSessions))
  router.post('/api/people/:id/reset', manages, to('no-such-person', peopleCare.reset))
  return router
}
