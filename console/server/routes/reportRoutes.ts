import { type Request, Router } from 'express'
import type { Translator } from '../../../locales/translator.ts'
import type { SpokenSettings } from '../../casework/localSettings.ts'
import { caseReport } from '../../casework/report/caseReport.ts'
import type { Recipient } from '../../casework/sharing/recipients.ts'
import type { Papers } from '../../papers/createPapers.ts'
import { reportPaper } from '../../papers/reportPaper.ts'
import { reportCsv, reportJson } from '../../papers/reportText.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { Needs } from '../access/needs.ts'
import { personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'
import { type ReadCaseToShare, readCaseToShare } from './readCaseToShare.ts'
import { sendFile } from './sendFile.ts'
import { reportWords } from './sharingWords.ts'

export interface ReportRouteServices extends ReadCaseToShare {
  audit: Audit
  needs: Needs
  papers: Pick<Papers, 'document'>
  translator: Translator
  settings: Pick<SpokenSettings, 'said'>
  sharing: ReadCaseToShare['sharing'] & { recipients: readonly Recipient[] }
}

const formats = ['pdf', 'docx', 'json', 'csv'] as const
const episodeIn = ({ params }: Request): string => String(params.id)

/** All of a case as one report, for whoever may read the case and every interview that covers it. */
export function reportRoutes(services: ReportRouteServices): Router {
  const { audit, needs, papers, translator, settings, sharing } = services
  const router = Router()
  router.get('/api/cases/:id/report.:format', needs('case.read', undefined, episodeIn), async (request, response) => {
    const format = formats.find(each => each === request.params.format)
    if (!format) return refuse(response, 'no-such-page')
    const person = personOf(response)
    const episode = episodeIn(request)
    await audit.write({ by: person.id, act: 'case-report-read', from: 'console', episode, about: format })
    const whole = await readCaseToShare(services, episode, person)
    if (typeof whole === 'string') return refuse(response, whole)
    const { state, file, records, covering, regime } = whole
    const report = caseReport({
      events: state.events,
      clocks: state.clocks,
      interviews: covering,
      times: records.map(
        record => state.interviews.find(each => each.interview === record.interview) ?? { held: null, concerns: [] },
      ),
      recipients: [...sharing.recipients, ...file.namedRecipients],
      regime,
      made: new Date().toISOString(),
    })
    const { language } = request.query
    const guides = covering.map(({ guide }) => guide)
    const words = reportWords(translator, typeof language === 'string' ? language : 'en', {
      guides,
      regime,
      said: settings.said,
    })
    if (format === 'json') return sendFile(response, 'report', format, reportJson(report))
    if (format === 'csv') return sendFile(response, 'report', format, reportCsv(report, words))
    const made = await papers.document(reportPaper(report, words, translator), format)
    if (!made.ok) return refuse(response, made.problem === 'busy' ? 'papers-busy' : 'server-fault')
    sendFile(response, 'report', format, made.value)
  })
  return router
}
