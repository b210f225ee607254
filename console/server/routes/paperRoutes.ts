import { Router } from 'express'
import { PaperQuery } from '../../contract/papers.ts'
import type { PaperMade, Papers } from '../../papers/createPapers.ts'
import type { Needs } from '../access/needs.ts'
import { type RefusalCode, refuse } from '../refuse.ts'

export interface PaperRouteServices {
  papers: Pick<Papers, 'make'>
  needs: Needs
}

/** Papers to print, as PDF. They are made of the guide and its words: nobody's record is in them. */
export function paperRoutes({ papers, needs }: PaperRouteServices): Router {
  const router = Router()
  router.get('/api/papers/:language/:paper', needs('papers.print'), async (request, response) => {
    const query = PaperQuery.safeParse(request.query)
    if (!query.success) return refuse(response, 'bad-request')
    const language = String(request.params.language)
    const paper = String(request.params.paper)
    const { stage, age } = query.data
    const made = await papers.make({ language, paper, stage, age })
    if (!made.ok) return refuse(response, refusals[made.problem])
    const name = ['return-talk', paper, language, stage, age].filter(part => part !== undefined).join('-')
    // A reader built into the browser is a plugin of the page, and styles its own buttons.
    response.set(
      'Content-Security-Policy',
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )
    response.set('Content-Disposition', `inline; filename="${name}.pdf"`)
    response.type('application/pdf').send(made.value)
  })
  return router
}

const refusals: Readonly<Record<Extract<PaperMade, { ok: false }>['problem'], RefusalCode>> = {
  'unknown-language': 'no-such-paper',
  'unknown-paper': 'no-such-paper',
  'unknown-stage': 'no-such-stage',
  'unasked-stage': 'bad-request',
  'unasked-age': 'bad-request',
  busy: 'papers-busy',
  failed: 'server-fault',
}
