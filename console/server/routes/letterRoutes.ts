import { type Request, Router } from 'express'
import { type CaseFile, caseFrom } from '../../casework/episode/caseFile.ts'
import { type LetterAbout, letterNamed } from '../../casework/papers.ts'
import { LetterQuery } from '../../contract/papers.ts'
import type { Person } from '../../contract/people.ts'
import type { Papers } from '../../papers/createPapers.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { Cases } from '../../records/cases/cases.ts'
import { type Needs, personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'
import { sendPaper } from './sendPaper.ts'

export interface LetterRouteServices {
  cases: Pick<Cases, 'read'>
  papers: Pick<Papers, 'make'>
  audit: Audit
  needs: Needs
}

const episodeIn = ({ params }: Request): string => String(params.id)

/** Letters of one case, with whom they are for, who sends them and the day. The program sends none. */
export function letterRoutes({ cases, papers, audit, needs }: LetterRouteServices): Router {
  const router = Router()
  router.get('/api/cases/:id/letters/:letter', needs('case.read', undefined, episodeIn), async (request, response) => {
    const query = LetterQuery.safeParse(request.query)
    const letter = letterNamed(String(request.params.letter))
    if (letter === undefined) return refuse(response, 'no-such-paper')
    if (!query.success) return refuse(response, 'bad-request')
    const { language, format = 'pdf' } = query.data
    const person = personOf(response)
    const episode = episodeIn(request)
    await audit.write({
      by: person.id,
      act: 'case-letter-made',
      from: 'console',
      episode,
      about: `${letter}.${format}`,
    })
    const state = await cases.read(episode, 0)
    if (!state) return refuse(response, 'no-such-case')
    const about = aboutCase(caseFrom(state.events), person, new Date())
    const made = await papers.make({ language, paper: letter, format, about })
    response.set('Cache-Control', 'no-store')
    sendPaper(response, made, [letter, language], format)
  })
  return router
}

const aboutCase = ({ calledAs, facts, consent }: CaseFile, { name }: Person, now: Date): LetterAbout => ({
  youngPerson: calledAs,
  practitioner: name,
  day: dayIn('Europe/London', now),
  unaccompanied: facts.unaccompanied === true,
  mayNeedConsent: consent?.answer !== 'not-needed' && consent?.answer !== 'given',
})

/** YYYY-MM-DD. */
const dayIn = (timeZone: string, now: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)
