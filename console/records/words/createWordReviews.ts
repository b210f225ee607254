import type { Namespace } from '../../../locales/createWords.ts'
import type { Language } from '../../../locales/languages.ts'
import { hashOf } from '../../../locales/review.ts'
import type { ShippedLanguage } from '../../../locales/shippedWords.ts'
import { type Progress, progressOf } from '../../../locales/wordStates.ts'
import type { Audit } from '../audit/audit.ts'
import type { Database } from '../database/openDatabase.ts'
import { createSerialQueues } from '../serialQueues.ts'
import { createWordChanges, type NewWordChange } from './createWordChanges.ts'
import { nameOf, type ReviewedWord, reviewedWords, type WordId } from './reviewedWords.ts'
import { type BroughtWord, type Sorted, sortedFrom } from './sortedFrom.ts'
import type { WordChange } from './standingFrom.ts'
import { auditActOf, changesNothing, problemOf, stateAfter, type WordAct, type WordProblem } from './wordAct.ts'

export type { ReviewedWord } from './reviewedWords.ts'

type Outcome<T> = { ok: true; value: T } | { ok: false; problem: WordProblem }

/** The words of every language other than English as linguists here have corrected, checked and signed them. */
export interface WordReviews {
  languages: readonly Language[]
  /** Undefined where there is no such language. In the order of the English. */
  strings(language: string): readonly ReviewedWord[] | undefined
  progress(language: string): Progress
  act(language: string, act: WordAct, by: string): Promise<Outcome<ReviewedWord>>
  /** Newest first. */
  history(language: string, id: WordId): Promise<readonly WordChange[]>
  sort(language: string, brought: readonly BroughtWord[]): Sorted | undefined
  /** Keeps all that is changed in it as drafts of this person, or nothing where one of them has changed since it was sorted. */
  bring(language: string, sorted: Sorted, by: string): Promise<Outcome<number>>
  /** Reads again what stands, because another process changed it. */
  refresh(language: string): Promise<void>
  /** Told after each change that this process made. Answers with how to listen no more. */
  onChange(listener: (language: string) => void): () => void
  /** Listens to no other process any more. */
  stop(): void
}

export interface WordReviewServices {
  database: Database
  audit: Audit
  shipped: readonly ShippedLanguage[]
  /** Says this word so from now on. */
  correct(language: string, file: Namespace, key: string, text: string): void
  now(): Date
  onFault(error: unknown): void
  /** How often it is asked whether another process changed something, in case nobody told. */
  everyMs?: number
}

interface Kept {
  shipped: ShippedLanguage
  words: ReadonlyMap<string, ReviewedWord>
}

/** Reads what stands, and has it said; from then on each change is said as soon as it is kept. */
export async function createWordReviews(services: WordReviewServices): Promise<WordReviews> {
  const { database, audit, shipped, correct, now, onFault, everyMs = 60_000 } = services
  const changes = createWordChanges(database, now)
  const queues = createSerialQueues()
  const listeners = new Set<(language: string) => void>()
  const kept = new Map<string, Kept>()
  let counted = 0

  const refresh = (code: string) =>
    queues.inTurn(code, async () => {
      const one = shipped.find(({ language }) => language.code === code)
      if (!one) return
      const words = reviewedWords(one, await changes.of(code))
      const before = kept.get(code)?.words
      for (const [name, { file, key, text }] of words) {
        const said = before ? before.get(name)?.text : one.words[file]?.[key]
        if (text !== '' && text !== said) correct(code, file, key, text)
      }
      kept.set(code, { shipped: one, words })
    })

  /** Whether it was kept: then it is said here, and told to the others. Read again either way. */
  async function keep(code: string, made: readonly NewWordChange[], by: string): Promise<boolean> {
    const isKept = await changes.write(code, made, by)
    await refresh(code)
    if (isKept) for (const listener of listeners) listener(code)
    return isKept
  }

  const refused = (problem: WordProblem) => ({ ok: false, problem }) as const

  async function follow(): Promise<void> {
    const count = await changes.count()
    if (count === counted) return
    for (const { language } of shipped) await refresh(language.code)
    counted = count
  }

  counted = await changes.count()
  for (const { language } of shipped) await refresh(language.code)
  const timer = setInterval(() => void queues.inTurn('', follow).catch(onFault), everyMs)
  timer.unref()

  return {
    languages: shipped.map(({ language }) => language),
    strings(code) {
      const words = kept.get(code)?.words
      return words && [...words.values()]
    },
    progress: code => progressOf([...(kept.get(code)?.words.values() ?? [])].map(({ state }) => state)),
    async act(code, given, by) {
      const one = kept.get(code)
      const word = one?.words.get(nameOf(given))
      if (!one || !word) return refused('unknown-words')
      const problem = problemOf(given, word, one.shipped.language, by)
      // Another process may have changed it, and nobody told yet.
      if (problem === 'changed-meanwhile') await refresh(code)
      if (problem !== undefined) return refused(problem)
      if (changesNothing(given, word)) return { ok: true, value: word }
      await audit.write({ by, act: auditActOf[given.do], from: 'console', about: `${code} ${nameOf(given)}` })
      if (!(await keep(code, [{ ...given, state: stateAfter(given, word) }], by))) return refused('changed-meanwhile')
      const value = kept.get(code)?.words.get(nameOf(given))
      return value ? { ok: true, value } : refused('unknown-words')
    },
    history: changes.history,
    sort(code, brought) {
      const one = kept.get(code)
      return one && sortedFrom(one.shipped.language, one.words, brought)
    },
    async bring(code, { changed }, by) {
      if (!kept.has(code)) return refused('unknown-words')
      await audit.write({ by, act: 'words-imported', from: 'console', about: `${code} ${changed.length}` })
      const drafts = changed.map(({ file, key, text, standing: { english, seen, note, backTranslation } }) => ({
        ...{ file, key, text, seen, note, backTranslation },
        ...{ english: hashOf(english), state: 'draft' as const },
      }))
      return (await keep(code, drafts, by)) ? { ok: true, value: drafts.length } : refused('changed-meanwhile')
    },
    refresh,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => clearInterval(timer),
  }
}
