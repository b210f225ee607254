import express, { type Request, type Response, Router } from 'express'
import type { z } from 'zod'
import {
  AcceptInvitation,
  AddPasskey,
  ChangePassword,
  ConfirmTotp,
  type FactorAdded,
  LookAtInvitation,
} from '../../contract/account.ts'
import { askingIn } from '../identity/askingIn.ts'
import type { Added } from '../identity/createAccountCare.ts'
import type { Asking } from '../identity/createSignIn.ts'
import { type Outcome, refused } from '../identity/outcome.ts'
import { answerOutcome, refuseAccount } from './refuseAccount.ts'
import { type SessionRouteServices, sessionAnswers } from './sessionRoutes.ts'

/**
 * One's own account, and the links that lead to one. NB: every route asks for the session itself, because someone who has yet
 * to set up a second factor may do that and nothing else.
 */
export function accountRoutes(services: SessionRouteServices): Router {
  const { identity, needs } = services
  const { accountCare, peopleCare } = identity
  const router = Router()
  const json = express.json({ limit: '10kb' })
  const withPasskey = express.json({ limit: '100kb' })
  const { sessionOf, hold, letGo, answerMoved } = sessionAnswers(services)
  const asking = (request: Request) => askingIn(services, request)

  const parsed =
    <Sent>(schema: z.ZodType<Sent>, run: (sent: Sent, request: Request, response: Response) => Promise<void>) =>
    async (request: Request, response: Response) => {
      const sent = schema.safeParse(request.body)
      if (sent.success) await run(sent.data, request, response)
      else refuseAccount(response, refused('bad-request'))
    }

  async function answerAdded(request: Request, response: Response, outcome: Outcome<Added>): Promise<void> {
    if (!outcome.ok) return refuseAccount(response, outcome)
    const { recoveryCodes, secret } = outcome.value
    if (secret !== undefined) hold(response, secret)
    const now: Asking = { ...asking(request), ...(secret === undefined ? {} : { secret }) }
    const account = await accountCare.look(now)
    if (!account.ok) return refuseAccount(response, account)
    const session = await sessionOf(now.secret)
    response.json({ session, account: account.value, recoveryCodes } satisfies FactorAdded)
  }

  router.get('/api/account', needs('anyone'), async (request, response) =>
    answerOutcome(response, await accountCare.look(asking(request))),
  )
  router.post('/api/account/totp', needs('anyone'), async (request, response) =>
    answerOutcome(response, await accountCare.wantTotp(asking(request))),
  )
  router.post(
    '/api/account/totp/confirm',
    needs('anyone'),
    json,
    parsed(ConfirmTotp, async (sent, request, response) =>
      answerAdded(request, response, await accountCare.confirmTotp(sent, asking(request))),
    ),
  )
  router.post('/api/account/passkeys/options', needs('anyone'), async (request, response) =>
    answerOutcome(response, await accountCare.wantPasskey(asking(request))),
  )
  router.post(
    '/api/account/passkeys',
    needs('anyone'),
    withPasskey,
    parsed(AddPasskey, async (sent, request, response) =>
      answerAdded(request, response, await accountCare.addPasskey(sent, asking(request))),
    ),
  )
  router.delete('/api/account/factors/:id', needs('anyone'), async (request, response) =>
    answerOutcome(response, await accountCare.removeFactor(String(request.params.id), asking(request))),
  )
  router.post('/api/account/recovery-codes', needs('anyone'), async (request, response) =>
    answerOutcome(response, await accountCare.newRecoveryCodes(asking(request))),
  )
  router.post(
    '/api/account/password',
    needs('anyone'),
    json,
    parsed(ChangePassword, async (sent, request, response) =>
      answerOutcome(response, await accountCare.changePassword(sent, asking(request))),
    ),
  )
  router.delete('/api/account/sessions/:id', needs('anyone'), async (request, response) => {
    const outcome = await accountCare.endSession(String(request.params.id), asking(request))
    if (outcome.ok && outcome.value.sessions.every(({ here }) => !here)) letGo(response)
    answerOutcome(response, outcome)
  })

  router.post(
    '/api/invitations/look',
    needs('anyone'),
    json,
    parsed(LookAtInvitation, async ({ code }, _request, response) =>
      answerOutcome(response, await peopleCare.lookAt(code)),
    ),
  )
  router.post(
    '/api/invitations/accept',
    needs('anyone'),
    json,
    parsed(AcceptInvitation, async (sent, request, response) =>
      answerMoved(response, await peopleCare.accept(sent, asking(request))),
    ),
  )
  return router
}
