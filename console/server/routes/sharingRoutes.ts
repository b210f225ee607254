import { createHash } from 'node:crypto'
import express, { type Request, type Response, Router } from 'express'
import type { Guide, Regime } from '../../../dialogs/guide/schema.ts'
import type { Translator } from '../../../locales/translator.ts'
import type { SpokenSettings } from '../../casework/localSettings.ts'
import { nameWordsOf } from '../../casework/namesIn.ts'
import { type Recipient, RecipientId } from '../../casework/sharing/recipients.ts'
import {
  type DocumentWords,
  type SharedFormat,
  sharedDocument,
  sharedFormats,
  sharedText,
} from '../../casework/sharing/sharedDocument.ts'
import { isSendable, sharedWith } from '../../casework/sharing/sharedWith.ts'
import { peopleNamed, type shareItems } from '../../casework/sharing/shareItems.ts'
import { choicesFor } from '../../casework/sharing/wishesFrom.ts'
import type { Person } from '../../contract/people.ts'
import { SendShared, type SharingPart, type SharingResponse } from '../../contract/sharing.ts'
import { type DocumentFormat, documentFormats, type Papers } from '../../papers/createPapers.ts'
import { sharedPaper } from '../../papers/sharedPaper.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { Cases } from '../../records/cases/cases.ts'
import type { Interviews } from '../../records/interviews.ts'
import type { Needs, Permissions } from '../access/needs.ts'
import { personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'
import { readCaseToShare } from './readCaseToShare.ts'
import { sendFile } from './sendFile.ts'
import { sharingWords } from './sharingWords.ts'

export interface SharingRouteServices {
  cases: Pick<Cases, 'read' | 'write'>
  interviews: Pick<Interviews, 'eventsSince'>
  audit: Audit
  permissions: Pick<Permissions, 'refusal'>
  translator: Translator
  settings: Pick<SpokenSettings, 'said'>
  papers: Pick<Papers, 'document'>
  needs: Needs
  sharing: {
    /** Those of the settings; a case may name others. */
    recipients: readonly Recipient[]
    /** What is done here with what was said, where no interview says it. */
    regime: Regime
    guideOf(version: number): Guide
  }
}

const json = express.json({ limit: '100kb' })
const episodeIn = ({ params }: Request): string => String(params.id)

/** What each recipient would read, before anything is sent, and that it was. The program sends nothing itself. */
export function sharingRoutes(services: SharingRouteServices): Router {
  const { cases, audit, needs, sharing, papers } = services
  const router = Router()
  const reading = needs('case.read', undefined, episodeIn)
  const preparedFor = preparing(services)
  const seen = (response: Response, episode: string, about: string) =>
    audit.write({ by: personOf(response).id, act: 'case-shared-read', from: 'console', episode, about })

  router.get('/api/cases/:id/sharing', reading, (_request, response) => {
    response.json({ recipients: sharing.recipients.map(({ id, name }) => ({ id, ...(name ? { name } : {}) })) })
  })
  router.get('/api/cases/:id/sharing/:recipient', reading, async (request, response) => {
    const recipient = RecipientId.safeParse(request.params.recipient)
    if (!recipient.success) return refuse(response, 'no-such-recipient')
    await seen(response, episodeIn(request), recipient.data)
    const language = languageIn(request.query)
    const prepared = await preparedFor(episodeIn(request), recipient.data, personOf(response), language)
    if (typeof prepared === 'string') return refuse(response, prepared)
    response.json(prepared.preview)
  })
  router.get('/api/cases/:id/shared/:document', reading, async (request, response) => {
    const { name, format } = documentIn(String(request.params.document))
    if (!RecipientId.safeParse(name).success || !format) return refuse(response, 'no-such-recipient')
    await seen(response, episodeIn(request), `${name}.${format}`)
    const prepared = await preparedFor(episodeIn(request), name, personOf(response), languageIn(request.query))
    if (typeof prepared === 'string') return refuse(response, prepared)
    if (!prepared.preview.sendable) return refuse(response, 'not-sendable')
    if (format !== 'pdf' && format !== 'docx') return sendFile(response, name, format, prepared.text(format))
    const drawn = await papers.document(prepared.paper(), format)
    if (!drawn.ok) return refuse(response, drawn.problem === 'busy' ? 'papers-busy' : 'server-fault')
    sendFile(response, name, format, drawn.value)
  })
  router.post(
    '/api/cases/:id/shared/:recipient',
    needs('case.write', undefined, episodeIn),
    json,
    async (request, response) => {
      const asked = SendShared.safeParse(request.body)
      if (!asked.success) return refuse(response, 'bad-request')
      const { id, deviceAt, language, digest, at, means, words } = asked.data
      const person = personOf(response)
      const episode = episodeIn(request)
      await audit.write({ by: person.id, act: 'case-written', from: 'console', episode })
      const prepared = await preparedFor(episode, String(request.params.recipient), person, language)
      if (typeof prepared === 'string') return refuse(response, prepared)
      if (!prepared.preview.sendable) return refuse(response, 'not-sendable')
      // What was sent is what was read: whoever says so says it of these words.
      if (prepared.preview.digest !== digest) return refuse(response, 'sharing-changed')
      const items = prepared.preview.parts.flatMap(part => (part.goes ? [part.id] : []))
      const outcome = await cases.write(
        episode,
        {
          id,
          body: {
            type: 'shared',
            recipient: prepared.preview.recipient,
            items,
            at,
            means,
            digest,
            ...(words ? { words } : {}),
          },
        },
        { by: person.id, team: person.team, from: 'console', deviceAt },
      )
      if (!outcome.ok) return refuse(response, outcome.problem === 'unknown-case' ? 'no-such-case' : 'sharing-changed')
      response.json({ written: true })
    },
  )
  return router
}

const languageIn = ({ language }: Request['query']): string => (typeof language === 'string' ? language : 'en')

function documentIn(document: string): { name: string; format: SharedFormat | DocumentFormat | undefined } {
  const dot = document.lastIndexOf('.')
  const format = [...sharedFormats, ...documentFormats].find(each => each === document.slice(dot + 1))
  return { name: document.slice(0, Math.max(0, dot)), format }
}

/** Reads the case and every interview that covers it, and says what one recipient may be told of them. */
function preparing(services: SharingRouteServices) {
  const { translator, settings, sharing } = services
  return async (episode: string, asked: string, person: Person, language: string) => {
    const read = await readCaseToShare(services, episode, person)
    if (typeof read === 'string') return read
    const { state, file, records, covering, regime, items } = read
    const recipient = [...sharing.recipients, ...file.namedRecipients].find(({ id }) => id === asked)
    if (!recipient) return 'no-such-recipient' as const
    const choices = choicesFor(recipient, file, records)
    const told = sharedWith(recipient, items, choices)
    const document = sharedDocument(recipient, told, state.clocks, nameWordsOf(peopleNamed(covering)), {
      ...file,
      made: new Date().toISOString(),
    })
    const guides = covering.map(({ guide }) => guide)
    const words = sharingWords(translator, language, recipient, { guides, regime, said: settings.said })
    const text = (format: SharedFormat) => sharedText(document, format, words)
    const shown = text('txt')
    const preview: SharingResponse = {
      recipient: recipient.id,
      text: shown,
      digest: createHash('sha256').update(shown).digest('hex'),
      sendable: isSendable(told),
      wishes: choices.wishes.map(({ at, answer, items: about, words: said }) => ({
        ...{ at, answer, about: about === 'all' ? null : about.length },
        ...(said === undefined ? {} : { words: said }),
      })),
      parts: [
        ...told.shared.map(each => ({
          ...partOf(each.item, words),
          goes: true,
          why: each.why,
          needsReason: each.needsReason,
        })),
        ...told.withheld.map(each => ({ ...partOf(each.item, words), goes: false, why: each.why, needsReason: false })),
      ] as SharingPart[],
    }
    return { preview, text, paper: () => sharedPaper(document, words, translator) }
  }
}

const partOf = (
  { id, field, at, voice, codes, pieces, aboutOthers }: ReturnType<typeof shareItems>[number],
  words: DocumentWords,
) => ({
  ...{ id, at, voice, aboutOthers },
  label: words.field(field),
  said: [...codes.map(code => words.code(field, code)), ...pieces.map(({ text }) => text)],
})
