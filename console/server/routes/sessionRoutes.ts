import express, { type Request, type Response, Router } from 'express'
import type { z } from 'zod'
import type { Translator } from '../../../locales/translator.ts'
import { ChoosePerson, type SessionResponse, SignIn, SignInCode, SignInPasskey, Unlock } from '../../contract/signIn.ts'
import type { Needs } from '../access/needs.ts'
import type { Edge } from '../edge/createEdge.ts'
import { askingIn } from '../identity/askingIn.ts'
import type { Identity } from '../identity/createIdentity.ts'
import type { Asking, Moved } from '../identity/createSignIn.ts'
import { refused } from '../identity/outcome.ts'
import { secretIn, sessionCookie, sessionCookieOptions } from '../identity/session.ts'
import { answerOutcome, refuseAccount } from './refuseAccount.ts'

export interface SessionRouteServices {
  identity: Identity
  edge: Pick<Edge, 'addressOf'>
  needs: Needs
  translator: Pick<Translator, 'languages'>
  settings: SessionResponse['settings']
  casework: SessionResponse['casework']
  demo: boolean
  /** Single sign-on, by the name it goes by here. */
  sso?: { name: string } | undefined
}

/** What every route about accounts has at hand. */
export type SessionAnswers = ReturnType<typeof sessionAnswers>

/** Answers with the session, and sets the cookie that holds it. */
export function sessionAnswers({ identity, translator, settings, casework, demo, sso }: SessionRouteServices) {
  const cookie = sessionCookie(identity.secure)
  const options = sessionCookieOptions(identity.secure)

  async function sessionOf(secret: string | undefined): Promise<SessionResponse> {
    const { state, person, methods, colleagues } = await identity.sessionHeld(secret)
    return {
      state,
      person,
      methods,
      colleagues,
      people: identity.people,
      signIn: {
        password: true,
        sso: sso ?? null,
        demo: identity.people.length > 0,
        firstStart: await identity.isFirstStart(),
      },
      idleMinutes: identity.idleMinutes,
      demo,
      languages: translator.languages,
      settings,
      casework,
    }
  }

  return {
    sessionOf,
    hold: (response: Response, secret: string) => response.cookie(cookie, secret, options),
    letGo(response: Response) {
      const { maxAge: _, ...rest } = options
      response.clearCookie(cookie, rest)
    },
    async answer(response: Response, secret: string | undefined) {
      response.json(await sessionOf(secret))
    },
    /** Under its new secret, or why not. */
    async answerMoved(response: Response, moved: Moved) {
      if (!moved.ok) return refuseAccount(response, moved)
      response.cookie(cookie, moved.value, options)
      response.json(await sessionOf(moved.value))
    },
  }
}

/** Signing in and out, locking and unlocking. Whoever asks is nobody yet: what they show decides. */
export function sessionRoutes(services: SessionRouteServices): Router {
  const { identity, needs } = services
  const { signIn } = identity
  const router = Router()
  const json = express.json({ limit: '10kb' })
  const withPasskey = express.json({ limit: '100kb' })
  const { answer, answerMoved, letGo } = sessionAnswers(services)

  /** Parses what was sent, and answers with the session that comes of it. */
  const moving =
    <Sent>(schema: z.ZodType<Sent>, move: (sent: Sent, asking: Asking) => Promise<Moved>) =>
    async (request: Request, response: Response) => {
      const sent = schema.safeParse(request.body)
      const moved = sent.success ? await move(sent.data, askingIn(services, request)) : refused('bad-request')
      await answerMoved(response, moved)
    }

  router.get('/api/session', needs('anyone'), (request, response) =>
    answer(response, secretIn(request.headers, identity.secure)),
  )
  router.post(
    '/api/session',
    needs('anyone'),
    json,
    moving(ChoosePerson, ({ person }, asking) => signIn.choose(person, asking)),
  )
  router.delete('/api/session', needs('anyone'), async (request, response) => {
    await signIn.signOut(askingIn(services, request))
    letGo(response)
    await answer(response, undefined)
  })
  router.post('/api/session/lock', needs('anyone'), async (request, response) => {
    const asking = askingIn(services, request)
    const locked = await signIn.lock(asking)
    if (locked.ok) await answer(response, asking.secret)
    else refuseAccount(response, locked)
  })
  // Asking for the session is not being there. Typing without a connection to send it over is: the guard counts this.
  router.post('/api/session/here', needs('signed-in'), (request, response) =>
    answer(response, secretIn(request.headers, identity.secure)),
  )
  router.post('/api/session/unlock', needs('anyone'), withPasskey, moving(Unlock, signIn.unlock))
  router.post('/api/session/unlock/options', needs('anyone'), async (request, response) =>
    answerOutcome(response, await signIn.askUnlock(askingIn(services, request))),
  )
  router.post('/api/sign-in', needs('anyone'), json, moving(SignIn, signIn.withPassword))
  router.post(
    '/api/sign-in/code',
    needs('anyone'),
    json,
    moving(SignInCode, ({ code }, asking) => signIn.withCode(code, asking)),
  )
  router.post('/api/sign-in/passkey/options', needs('anyone'), async (request, response) =>
    answerOutcome(response, await signIn.askPasskey(askingIn(services, request))),
  )
  router.post(
    '/api/sign-in/passkey',
    needs('anyone'),
    withPasskey,
    moving(SignInPasskey, ({ passkey }, asking) => signIn.withPasskey(passkey, asking)),
  )
  return router
}
