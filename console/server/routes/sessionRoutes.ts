import express, { type Response, Router } from 'express'
import type { Translator } from '../../../locales/translator.ts'
import { ChoosePerson, type Person, type SessionResponse } from '../../contract.ts'
import { personAsking, type SessionServices, sessionCookie, sessionCookieOptions } from '../access/session.ts'
import { refuse } from '../refuse.ts'

export interface SessionRouteServices extends SessionServices {
  translator: Pick<Translator, 'languages'>
  settings: SessionResponse['settings']
  demo: boolean
}

/** Who is signed in, choosing who to be, and signing out. NB: choosing needs no password until there are accounts. */
export function sessionRoutes(services: SessionRouteServices): Router {
  const { tokens, people, translator, settings, demo } = services
  const router = Router()
  const answer = (response: Response, person: Person | null) =>
    void response.json({ person, people, demo, languages: translator.languages, settings } satisfies SessionResponse)

  router.get('/api/session', async (request, response) => {
    answer(response, (await personAsking(services, request.headers)) ?? null)
  })
  router.post('/api/session', express.json({ limit: '10kb' }), async (request, response) => {
    const chosen = ChoosePerson.safeParse(request.body)
    if (!chosen.success) return refuse(response, 'bad-request')
    const person = people.find(({ id }) => id === chosen.data.person)
    if (!person) return refuse(response, 'no-such-person')
    response.cookie(sessionCookie, await tokens.issue(person), sessionCookieOptions)
    answer(response, person)
  })
  router.delete('/api/session', (_request, response) => {
    const { maxAge: _, ...options } = sessionCookieOptions
    response.clearCookie(sessionCookie, options)
    answer(response, null)
  })
  return router
}
