import express, { type CookieOptions, type Request, type Response, Router } from 'express'
import type { SpokenSettings } from '../../casework/localSettings.ts'
import {
  type InterpreterCode,
  type InterpretersResponse,
  OpenScript,
  type ScriptRefusal,
  type ScriptResponse,
} from '../../contract/script.ts'
import { interviewIn } from '../access/interviewIn.ts'
import { type Needs, personOf } from '../access/needs.ts'
import type { Edge } from '../edge/createEdge.ts'
import {
  type Interpreting,
  interpreterId,
  scriptCookie,
  scriptHours,
  scriptSecretIn,
} from '../identity/createInterpreting.ts'
import { refuse } from '../refuse.ts'

export interface InterpreterRouteServices {
  interpreting: Interpreting
  settings: SpokenSettings
  needs: Needs
  edge: Pick<Edge, 'addressOf'>
  /** Whether this is served over TLS. */
  secure: boolean
}

/** For whoever takes the interview: inviting an interpreter and ending it. For the interpreter: coming in and leaving. */
export function interpreterRoutes({ interpreting, settings, needs, edge, secure }: InterpreterRouteServices): Router {
  const router = Router()
  const ofInterview = '/api/interviews/:id/interpreters'
  const invites = needs('interview.invite', interviewIn)
  const body = express.json({ limit: '10kb' })
  const cookie: CookieOptions = { httpOnly: true, sameSite: 'strict', path: '/', secure }

  async function answerHere(request: Request, response: Response): Promise<void> {
    const interview = interviewIn(request)
    const everyone = await interpreting.everyone(interview)
    const here = everyone.flatMap(({ until, ...who }) => (until === null ? [who] : []))
    const before = everyone.flatMap(({ until, shown: _, ...who }) => (until === null ? [] : [{ ...who, until }]))
    response.json({ here, before } satisfies InterpretersResponse)
  }
  function answerScript(response: Response, open: boolean): void {
    response.json({ open, settings: open ? { said: settings.said } : null } satisfies ScriptResponse)
  }

  router.get(ofInterview, invites, answerHere)
  router.post(ofInterview, invites, async (request, response) => {
    const invited = await interpreting.invite(interviewIn(request), personOf(response).id)
    if (!invited) return refuse(response, 'no-such-interview')
    const { code, until } = invited
    response.json({ code, link: `/script#${code}`, until: until.toISOString() } satisfies InterpreterCode)
  })
  router.delete(`${ofInterview}/:session`, invites, async (request, response) => {
    await interpreting.end(interviewIn(request), personOf(response).id, String(request.params.session))
    await answerHere(request, response)
  })

  router.get('/api/script', needs('anyone'), async (request, response) => {
    const session = await interpreting.sessionOf(scriptSecretIn(request.headers, secure))
    answerScript(response, session !== undefined)
  })
  router.post('/api/script', needs('anyone'), body, async (request, response) => {
    const asked = OpenScript.safeParse(request.body)
    if (!asked.success) return refuse(response, 'bad-request')
    const { code, name, agency, dialect, mode } = asked.data
    const entered = await interpreting.enter(code, { name, agency, dialect, mode }, edge.addressOf(request))
    if (!entered.ok) {
      const error =
        entered.problem === 'wrong-code'
          ? 'This code is not good: ask for another.'
          : 'Too many wrong codes: wait, then try again.'
      const again = entered.problem === 'locked-out' ? { again: entered.again.toISOString() } : {}
      const refusal: ScriptRefusal = { error, problem: entered.problem, ...again }
      response.status(entered.problem === 'locked-out' ? 429 : 403).json(refusal)
      return
    }
    response.cookie(scriptCookie(secure), entered.secret, { ...cookie, maxAge: scriptHours * 3_600_000 })
    answerScript(response, true)
  })
  router.delete('/api/script', needs('anyone'), async (request, response) => {
    const session = await interpreting.sessionOf(scriptSecretIn(request.headers, secure))
    if (session) await interpreting.end(session.interview, interpreterId(session.id), session.id)
    response.clearCookie(scriptCookie(secure), cookie)
    answerScript(response, false)
  })
  return router
}
