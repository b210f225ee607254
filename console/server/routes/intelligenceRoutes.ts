import { createHash } from 'node:crypto'
import express, { type Request, type Response, Router } from 'express'
import type { Translator } from '../../../locales/translator.ts'
import { forPolice } from '../../casework/intelligence/forPolice.ts'
import { policeForm } from '../../casework/intelligence/policeForm.ts'
import { proposedFrom } from '../../casework/intelligence/proposedFrom.ts'
import { toldIn } from '../../casework/linked/toldIn.ts'
import type { Recipient } from '../../casework/sharing/recipients.ts'
import { choicesFor } from '../../casework/sharing/wishesFrom.ts'
import type { IntelligenceResponse } from '../../contract/intelligence.ts'
import type { Person } from '../../contract/people.ts'
import { SendShared } from '../../contract/sharing.ts'
import { composePoliceForm } from '../../papers/composePoliceForm.ts'
import { documentFormats, type Papers } from '../../papers/createPapers.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { Cases } from '../../records/cases/cases.ts'
import { type Needs, personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'
import { policeFormWords } from './policeFormWords.ts'
import { type ReadCaseToShare, readCaseToShare } from './readCaseToShare.ts'
import { sendFile } from './sendFile.ts'

export interface IntelligenceRouteServices extends ReadCaseToShare {
  cases: Pick<Cases, 'read' | 'write'>
  audit: Audit
  needs: Needs
  papers: Pick<Papers, 'document'>
  translator: Translator
  sharing: ReadCaseToShare['sharing'] & { recipients: readonly Recipient[] }
}

const json = express.json({ limit: '100kb' })
const episodeIn = ({ params }: Request): string => String(params.id)
const languageIn = ({ language }: Request['query']): string => (typeof language === 'string' ? language : 'en')

/** What is written down for police, the form they would read, and that they were sent it. The program sends nothing itself. */
export function intelligenceRoutes(services: IntelligenceRouteServices): Router {
  const { cases, audit, needs, papers, translator, sharing } = services
  const router = Router()
  const reading = needs('case.read', undefined, episodeIn)
  const seen = (response: Response, episode: string, about: string) =>
    audit.write({ by: personOf(response).id, act: 'case-shared-read', from: 'console', episode, about })

  router.get('/api/cases/:id/intelligence', reading, async (request, response) => {
    await seen(response, episodeIn(request), 'police-form')
    const prepared = await preparedFor(episodeIn(request), personOf(response), languageIn(request.query))
    if (typeof prepared === 'string') return refuse(response, prepared)
    response.json(prepared.preview)
  })
  router.get('/api/cases/:id/intelligence/:form', reading, async (request, response) => {
    const format = documentFormats.find(each => request.params.form === `police-form.${each}`)
    if (!format) return refuse(response, 'no-such-page')
    await seen(response, episodeIn(request), `police-form.${format}`)
    const prepared = await preparedFor(episodeIn(request), personOf(response), languageIn(request.query))
    if (typeof prepared === 'string') return refuse(response, prepared)
    if (!prepared.preview.sendable) return refuse(response, 'not-sendable')
    const { language, preview, made } = prepared
    const file = await papers.document(composePoliceForm(translator, language, preview.form, made), format)
    if (!file.ok) return refuse(response, file.problem === 'busy' ? 'papers-busy' : 'server-fault')
    sendFile(response, 'police-form', format, file.value)
  })
  router.post(
    '/api/cases/:id/intelligence/sent',
    needs('case.write', undefined, episodeIn),
    json,
    async (request, response) => {
      const asked = SendShared.safeParse(request.body)
      if (!asked.success) return refuse(response, 'bad-request')
      const { id, deviceAt, language, digest, at, means, words } = asked.data
      const person = personOf(response)
      const episode = episodeIn(request)
      await audit.write({ by: person.id, act: 'case-written', from: 'console', episode })
      const prepared = await preparedFor(episode, person, language)
      if (typeof prepared === 'string') return refuse(response, prepared)
      if (!prepared.preview.sendable) return refuse(response, 'not-sendable')
      // What was sent is what was read: whoever says so says it of this form.
      if (prepared.preview.digest !== digest) return refuse(response, 'sharing-changed')
      const items = prepared.preview.items.flatMap(({ event, goes }) => (goes ? [event] : []))
      const outcome = await cases.write(
        episode,
        { id, body: { type: 'intelligenceSent', items, at, means, digest, ...(words ? { words } : {}) } },
        { by: person.id, team: person.team, from: 'console', deviceAt },
      )
      if (!outcome.ok) return refuse(response, outcome.problem === 'unknown-case' ? 'no-such-case' : 'sharing-changed')
      response.json({ written: true })
    },
  )
  return router

  async function preparedFor(episode: string, person: Person, asked: string) {
    const police = sharing.recipients.find(({ kind }) => kind === 'police')
    if (!police) return 'no-such-recipient' as const
    const read = await readCaseToShare(services, episode, person)
    if (typeof read === 'string') return read
    const { file, records, items } = read
    const language = translator.has(asked, 'console', 'police-form/title') ? asked : 'en'
    const { words, asOf } = policeFormWords(translator, language)
    const ruled = forPolice(police, file.intelligence.items, items, choicesFor(police, file, records))
    const form = policeForm(file, ruled, words)
    const preview: IntelligenceResponse = {
      recipient: police.id,
      proposed: proposedFrom(records.map(toldIn), file.intelligence.items),
      items: [
        ...ruled.goes.map(({ item, why }) => ({ event: item.event, goes: true as const, why })),
        ...ruled.held.map(({ item, why }) => ({ event: item.event, goes: false as const, why })),
      ],
      form,
      digest: createHash('sha256').update(JSON.stringify(form)).digest('hex'),
      sendable: ruled.goes.length > 0,
    }
    return { preview, language, made: asOf(file.changedAt) }
  }
}
