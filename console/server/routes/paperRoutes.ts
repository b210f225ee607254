import { Router } from 'express'
import { PaperQuery } from '../../contract/papers.ts'
import type { Papers } from '../../papers/createPapers.ts'
import type { Needs } from '../access/needs.ts'
import { refuse } from '../refuse.ts'
import { sendPaper } from './sendPaper.ts'

export interface PaperRouteServices {
  papers: Pick<Papers, 'make'>
  needs: Needs
}

/** Papers to print, as PDF, and letters to fill in by hand as Word too. They are made of the words of the guide and of letters: nobody's record is in them. */
export function paperRoutes({ papers, needs }: PaperRouteServices): Router {
  const router = Router()
  router.get('/api/papers/:language/:paper', needs('papers.print'), async (request, response) => {
    const query = PaperQuery.safeParse(request.query)
    if (!query.success) return refuse(response, 'bad-request')
    const language = String(request.params.language)
    const paper = String(request.params.paper)
    const { stage, age, format } = query.data
    const made = await papers.make({ language, paper, stage, age, format })
    sendPaper(response, made, [paper, language, stage, age], format)
  })
  return router
}
