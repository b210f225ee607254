import { createHash } from 'node:crypto'
import express, { type Request, type Response, Router } from 'express'
import { publishedGuides } from '../../../dialogs/guide/guide.ts'
import { hashOf } from '../../../locales/review.ts'
import type { Translator } from '../../../locales/translator.ts'
import { fromXliff, toXliff } from '../../../locales/xliff.ts'
import { createWordPlaces } from '../../casework/whoHears.ts'
import {
  ActOnWord,
  type ImportDone,
  type ImportPreview,
  ImportWords,
  type LanguageResponse,
  type LanguagesResponse,
  longestXliff,
  type ReviewedKeys,
  type WordActed,
  WordHistoryQuery,
  type WordHistoryResponse,
  type WordLine,
} from '../../contract/languages.ts'
import type { Person } from '../../contract/people.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { ReviewedWord, WordReviews } from '../../records/words/createWordReviews.ts'
import { nameOf } from '../../records/words/reviewedWords.ts'
import type { Sorted } from '../../records/words/sortedFrom.ts'
import { type Needs, personOf } from '../access/needs.ts'
import type { Identity } from '../identity/createIdentity.ts'
import { refuse } from '../refuse.ts'
import { refuseWords } from './refuseWords.ts'
import { sentStrings } from './sentStrings.ts'

export interface LanguageRouteServices {
  wordReviews: WordReviews
  translator: Pick<Translator, 'words'>
  identity: Pick<Identity, 'personById'>
  audit: Audit
  needs: Needs
}

const placeOf = createWordPlaces(publishedGuides)

/** For linguists: how far each language has come, its strings, and what they do to them; and for anyone which are still drafts. */
export function languageRoutes(services: LanguageRouteServices): Router {
  const { wordReviews, translator, identity, audit, needs } = services
  const router = Router()
  const reads = needs('words.read')
  const reviews = needs('words.review')
  const ofLanguage = '/api/languages/:language'
  const languageIn = (request: Request) => String(request.params.language)

  async function peopleIn(ids: readonly (string | undefined)[]): Promise<LanguageResponse['people']> {
    const given = [...new Set(ids)].filter(id => id !== undefined)
    const known = await Promise.all(given.map(id => identity.personById(id)))
    return Object.fromEntries(
      known.flatMap(person => (person ? [[person.id, { role: person.role, ...nameIn(person) }]] : [])),
    )
  }
  const acted = async (word: ReviewedWord, { id }: Person): Promise<WordActed> => ({
    line: lineOf(word, id),
    people: await peopleIn([whoIn(word)]),
  })

  router.get('/locales/:language/review.json', (request, response) => {
    const words = wordReviews.strings(request.params.language)
    if (!words) return refuse(response, 'no-such-words')
    const of = (state: ReviewedWord['state']) => words.filter(word => word.state === state).map(nameOf)
    const keys: ReviewedKeys = { checked: of('checked'), signed: of('signed'), stale: of('stale') }
    response.set('Cache-Control', 'no-cache').json(keys)
  })

  router.get('/api/languages', reads, (_request, response) => {
    const languages = wordReviews.languages.map(({ code }) => ({
      language: code,
      progress: wordReviews.progress(code),
    }))
    response.json({ languages } satisfies LanguagesResponse)
  })

  router.get(ofLanguage, reads, async (request, response) => {
    const words = wordReviews.strings(languageIn(request))
    if (!words) return refuseWords(response, 'unknown-words')
    const { id } = personOf(response)
    const lines = words.map(word => lineOf(word, id))
    response.json({ lines, people: await peopleIn(words.map(whoIn)) } satisfies LanguageResponse)
  })

  router.get(`${ofLanguage}/history`, reads, async (request, response) => {
    const query = WordHistoryQuery.safeParse(request.query)
    const word = query.success && wordIn(wordReviews, languageIn(request), query.data)
    if (!word) return refuseWords(response, query.success ? 'unknown-words' : 'bad-request')
    const history = await wordReviews.history(languageIn(request), word)
    const changes = history.map(({ at, english, ...change }) => ({
      ...change,
      at: at.toISOString(),
      isPresent: english === hashOf(word.english),
    }))
    response.json({ changes, people: await peopleIn(history.map(({ by }) => by)) } satisfies WordHistoryResponse)
  })

  router.post(`${ofLanguage}/words`, reviews, express.json({ limit: '100kb' }), async (request, response) => {
    const asked = ActOnWord.safeParse(request.body)
    if (!asked.success) return refuseWords(response, 'bad-request')
    const person = personOf(response)
    const outcome = await wordReviews.act(languageIn(request), asked.data, person.id)
    if (outcome.ok) return void response.json((await acted(outcome.value, person)) satisfies WordActed)
    const now = outcome.problem === 'changed-meanwhile' && wordIn(wordReviews, languageIn(request), asked.data)
    refuseWords(response, outcome.problem, now ? await acted(now, person) : undefined)
  })

  router.get(`${ofLanguage}/export`, reads, async (request, response) => {
    const language = languageIn(request)
    const words = wordReviews.strings(language)
    if (!words) return refuseWords(response, 'unknown-words')
    await audit.write({ by: personOf(response).id, act: 'words-exported', from: 'console', about: language })
    const xliff = await toXliff(language, sentStrings(words, placeOf, translator.words('en', 'console')))
    response.attachment(`return-talk-${language}.xlf`).type('application/xliff+xml').send(xliff)
  })

  // Some characters take four bytes, and JSON escapes some.
  const file = express.json({ limit: longestXliff * 2 })
  router.post(`${ofLanguage}/import`, reviews, file, async (request, response) => {
    await answerImport(request, response)
  })
  async function answerImport(request: Request, response: Response): Promise<void> {
    const asked = ImportWords.safeParse(request.body)
    if (!asked.success) return refuseWords(response, 'bad-request')
    const { xliff, digest } = asked.data
    if (xliff.length > longestXliff) return refuse(response, 'too-large')
    const language = languageIn(request)
    if (!wordReviews.strings(language)) return refuseWords(response, 'unknown-words')
    const read = await fromXliff(xliff, language)
    if (!read.ok) return refuseWords(response, read.problem)
    const sorted = wordReviews.sort(language, read.strings)
    if (!sorted) return refuseWords(response, 'unknown-words')
    const preview = previewOf(sorted)
    if (digest === undefined) return void response.json(preview)
    if (digest !== preview.digest) return refuseWords(response, 'changed-meanwhile')
    const outcome = await wordReviews.bring(language, sorted, personOf(response).id)
    if (outcome.ok) response.json({ kept: outcome.value } satisfies ImportDone)
    else refuseWords(response, outcome.problem)
  }
  return router
}

function lineOf({ writer, ...word }: ReviewedWord, person: string): WordLine {
  return { ...word, hash: hashOf(word.english), yours: writer === person }
}

const wordIn = (wordReviews: WordReviews, language: string, { file, key }: Pick<ReviewedWord, 'file' | 'key'>) =>
  wordReviews.strings(language)?.find(word => word.file === file && word.key === key)

const whoIn = ({ by }: ReviewedWord) => (by !== null && 'person' in by ? by.person : undefined)
const nameIn = ({ name }: Person) => (name === undefined ? {} : { name })

/** What is shown before anything is kept. The digest is of what would be kept, and of what it would take the place of. */
function previewOf({ changed, same, otherEnglish, faulty, unknown }: Sorted): ImportPreview {
  const lines = changed.map(({ file, key, text, standing }) => ({
    ...{ file, key, text },
    ...{ before: standing.text, state: standing.state },
  }))
  const kept = changed.map(({ file, key, text, standing }) => [
    file,
    key,
    text,
    hashOf(standing.english),
    standing.seen,
  ])
  const digest = createHash('sha256').update(JSON.stringify(kept)).digest('hex')
  return { digest, changed: lines, same, otherEnglish, faulty, unknown }
}
