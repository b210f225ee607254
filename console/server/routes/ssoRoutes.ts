import { type CookieOptions, type Request, type Response, Router } from 'express'
import { askingIn } from '../identity/askingIn.ts'
import type { Sso, SsoProblem } from '../identity/sso/createSso.ts'
import { flowMinutes } from '../identity/sso/ssoFlow.ts'
import { refuse } from '../refuse.ts'
import { type SessionRouteServices, sessionAnswers } from './sessionRoutes.ts'

export interface SsoRouteServices extends Omit<SessionRouteServices, 'sso'> {
  sso?: Sso | undefined
  /** Where people reach this server, where that is set. */
  publicUrl?: string | undefined
}

const at = '/api/sign-in/sso'

/**
 * Signing in by single sign-on. The provider leads to `back`, which leads to `finish` from a page of our own: only then does
 * the browser send, and keep for the next page, a cookie that goes with nothing that began on another site.
 */
export function ssoRoutes(services: SsoRouteServices): Router {
  const { identity, needs, sso, publicUrl } = services
  const router = Router()
  const { hold } = sessionAnswers(services)
  const cookie = identity.secure ? '__Secure-return-talk-sso' : 'return-talk-sso'
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', path: at, secure: identity.secure }
  const ourselves = (request: Request) => publicUrl ?? `${request.protocol}://${request.host}`
  const backOf = (request: Request) => `${ourselves(request)}${at}/back`

  const withSso =
    (run: (sso: Sso, request: Request, response: Response) => Promise<void> | void) =>
    (request: Request, response: Response) =>
      sso ? run(sso, request, response) : refuse(response, 'no-such-page')

  router.get(
    at,
    needs('anyone'),
    withSso(async (provider, request, response) => {
      const begun = await provider.begin(
        request.query.to,
        { back: backOf(request), unasked: isFromElsewhere(request) },
        askingIn(services, request),
      )
      if (!begun.ok) return sayWhy(response, begun.problem)
      response.cookie(cookie, begun.kept, { ...options, maxAge: flowMinutes * 60_000 })
      response.redirect(303, begun.url)
    }),
  )

  router.get(
    `${at}/back`,
    needs('anyone'),
    withSso((_sso, request, response) => {
      const answer = answerIn(request).toString()
      if (answer.length > 10_000) return sayWhy(response, 'failed')
      response.type('html').send(onwards(`${at}/finish?${answer}`))
    }),
  )

  router.get(
    `${at}/finish`,
    needs('anyone'),
    withSso(async (provider, request, response) => {
      const back = new URL(backOf(request))
      back.search = answerIn(request).toString()
      // Once, whatever comes of it.
      response.clearCookie(cookie, options)
      const finished = await provider.finish(back, cookieIn(request, cookie), askingIn(services, request))
      if (!finished.ok) return sayWhy(response, finished.problem)
      hold(response, finished.secret)
      response.redirect(303, finished.to)
    }),
  )

  router.get(
    `${at}/out`,
    needs('anyone'),
    withSso(async (provider, request, response) => {
      response.redirect(303, (await provider.signOutUrl(`${ourselves(request)}/`)) ?? '/')
    }),
  )
  return router
}

/** NB: a link on another site, which may open itself, or a browser too old to say. */
const isFromElsewhere = ({ headers }: Request) => !['same-origin', 'none'].includes(String(headers['sec-fetch-site']))

/** On the page where one signs in; after the `#`, which stays in the browser. */
function sayWhy(response: Response, problem: SsoProblem): void {
  response.redirect(303, `/#sso-${problem}`)
}

/** What of a provider's answer is looked at. Sent twice, it stays twice, and is refused for it. */
function answerIn({ originalUrl }: Request): URLSearchParams {
  const sent = new URLSearchParams(originalUrl.slice(originalUrl.indexOf('?') + 1))
  return new URLSearchParams([...sent].filter(([name]) => ['code', 'state', 'iss', 'error'].includes(name)))
}

/** A page of ours that goes on by itself. The link is for whoever has told their browser not to. */
function onwards(path: string): string {
  const url = path.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<!doctype html><meta charset="utf-8"><title>Return Talk</title><meta http-equiv="refresh" content="0;url=${url}"><a href="${url}">Return Talk</a>`
}

function cookieIn({ headers }: Request, name: string): string | undefined {
  const ours = headers.cookie?.split(';').find(each => each.trimStart().startsWith(`${name}=`))
  return ours?.slice(ours.indexOf('=') + 1).trim()
}
