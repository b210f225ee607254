import type { Namespace } from '../../../locales/createWords.ts'
import { graveFaults, wordFaults } from '../../../locales/languageFaults.ts'
import type { Language } from '../../../locales/languages.ts'
import { hashOf, type ReviewEntry } from '../../../locales/review.ts'
import type { ShippedLanguage } from '../../../locales/shippedWords.ts'
import { type Progress, progressOf } from '../../../locales/wordStates.ts'
import type { AuditAct } from '../../casework/auditActs.ts'
import type { Audit } from '../audit/audit.ts'
import type { Database } from '../database/openDatabase.ts'
import { createSerialQueues } from '../serialQueues.ts'
import { storable } from '../storable.ts'
import { standingFrom, type WordChange, type WordStanding } from './standingFrom.ts'

/** Which string. */
export interface WordId {
  file: Namespace
  key: string
}

/** One string of a language: its English, and where it stands here. */
export interface ReviewedWord extends WordId, WordStanding {
  english: string
}

/** What someone does to one string, and what they saw when they did. */
export interface WordAct extends WordId {
  do: 'save' | 'check' | 'sign'
  /** Hash of the English they saw. */
  english: string
  /** Number of the newest change they saw; 0 for none. */
  seen: number
  text: string
  note: string
  backTranslation: string
}

/** One string of a file that came back from a translator's tool. */
export interface BroughtWord extends WordId {
  /** The English as the file has it. */
  source: string
  target: string
}

/** What an import would do, string by string. */
export interface Sorted {
  /** To be kept as drafts, each in the place of what stands. */
  changed: readonly (WordId & { text: string; standing: ReviewedWord })[]
  /** Those that are so already, or have no words. */
  same: number
  /** Their English is not the present one. */
  otherEnglish: readonly WordId[]
  faulty: readonly (WordId & { faults: ReturnType<typeof wordFaults> })[]
  /** This language has no such string. */
  unknown: readonly string[]
}

export type WordProblem = 'unknown-words' | 'changed-meanwhile' | 'own-words' | 'faulty-words'
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
  const { db } = database
  const queues = createSerialQueues()
  const listeners = new Set<(language: string) => void>()
  const kept = new Map<string, Kept>()
  let counted = 0

  async function read({ language: { code }, ...files }: ShippedLanguage): Promise<Kept['words']> {
    const rows = await db
      .selectFrom('word_changes')
      .selectAll()
      .where('language', '=', code)
      .orderBy('number')
      .execute()
    const changes = Map.groupBy(rows, ({ file, key }) => nameOf({ file: file as Namespace, key }))
    return new Map(
      idsOf(files.english).map(({ file, key, english }) => {
        const text = files.words[file]?.[key]
        const entry: ReviewEntry | undefined = files.review[file]?.[key]
        const name = nameOf({ file, key })
        const standing = standingFrom({ english, text, entry }, (changes.get(name) ?? []).map(changeFrom))
        return [name, { file, key, english, ...standing }]
      }),
    )
  }

  const refresh = (code: string) =>
    queues.inTurn(code, async () => {
      const one = shipped.find(({ language }) => language.code === code)
      if (!one) return
      const words = await read(one)
      const before = kept.get(code)?.words
      for (const [name, { file, key, text }] of words) {
        const said = before ? before.get(name)?.text : one.words[file]?.[key]
        if (text !== '' && text !== said) correct(code, file, key, text)
      }
      kept.set(code, { shipped: one, words })
    })

  /** After what was kept here: said here, and told to the others. */
  async function changed(code: string): Promise<void> {
    await refresh(code)
    for (const listener of listeners) listener(code)
  }

  /** Writes these, each right after the change its writer saw; nothing at all where another came between. */
  async function write(
    code: string,
    rows: readonly (WordAct & { state: WordChange['state'] })[],
    by: string,
  ): Promise<boolean> {
    const at = now()
    return db
      .transaction()
      .execute(async tx => {
        for (const { file, key, seen, english, text, state, note, backTranslation } of rows) {
          const words = storable({ text, note, back_translation: backTranslation })
          const { numInsertedOrUpdatedRows } = await tx
            .insertInto('word_changes')
            .values({ language: code, file, key, number: seen + 1, at, by, english, state, ...words })
            .onConflict(conflict => conflict.doNothing())
            .executeTakeFirst()
          if (numInsertedOrUpdatedRows !== 1n) throw new Overtaken()
        }
        return true
      })
      .catch((error: unknown) => {
        if (error instanceof Overtaken) return false
        throw error
      })
  }

  const refused = (problem: WordProblem) => ({ ok: false, problem }) as const

  async function countChanges(): Promise<number> {
    const { count } = await db
      .selectFrom('word_changes')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  async function follow(): Promise<void> {
    const count = await countChanges()
    if (count === counted) return
    for (const { language } of shipped) await refresh(language.code)
    counted = count
  }

  counted = await countChanges()
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
      await audit.write({ by, act: actOf[given.do], from: 'console', about: `${code} ${nameOf(given)}` })
      if (!(await write(code, [{ ...given, state: stateAfter(given, word) }], by))) {
        await refresh(code)
        return refused('changed-meanwhile')
      }
      await changed(code)
      const value = kept.get(code)?.words.get(nameOf(given))
      return value ? { ok: true, value } : refused('unknown-words')
    },
    async history(code, { file, key }) {
      const rows = await db
        .selectFrom('word_changes')
        .selectAll()
        .where('language', '=', code)
        .where('file', '=', file)
        .where('key', '=', key)
        .orderBy('number', 'desc')
        .execute()
      return rows.map(changeFrom)
    },
    sort(code, brought) {
      const one = kept.get(code)
      return one && sortedFrom(one.shipped.language, one.words, brought)
    },
    async bring(code, { changed: words }, by) {
      if (!kept.has(code)) return refused('unknown-words')
      await audit.write({ by, act: 'words-imported', from: 'console', about: `${code} ${words.length}` })
      const rows = words.map(({ file, key, text, standing: { english, seen, note, backTranslation } }) => ({
        ...{ do: 'save' as const, state: 'draft' as const },
        ...{ file, key, text, seen, note, backTranslation, english: hashOf(english) },
      }))
      if (!(await write(code, rows, by))) {
        await refresh(code)
        return refused('changed-meanwhile')
      }
      await changed(code)
      return { ok: true, value: rows.length }
    },
    refresh,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => clearInterval(timer),
  }
}

/** Another change came between. */
class Overtaken extends Error {}

export const nameOf = ({ file, key }: WordId) => `${file}:${key}`

const actOf = { save: 'words-corrected', check: 'words-checked', sign: 'words-signed' } as const satisfies Record<
  WordAct['do'],
  AuditAct
>

/** Other words are a draft again; other notes leave the words what they were. */
function stateAfter({ do: act, text }: WordAct, word: WordStanding): WordChange['state'] {
  if (act === 'check') return word.state === 'signed' ? 'signed' : 'checked'
  if (act === 'sign') return 'signed'
  return text === word.text && word.state !== 'missing' ? word.state : 'draft'
}

/** Why this may not be done to a string as it stands; undefined where it may. */
function problemOf(given: WordAct, word: ReviewedWord, language: Language, by: string): WordProblem | undefined {
  if (given.seen !== word.seen || given.english !== hashOf(word.english)) return 'changed-meanwhile'
  // Checked and signed is what stands: other words are saved first, and seen by whoever signs them.
  if (given.do !== 'save' && given.text !== word.text) return 'changed-meanwhile'
  const faults = wordFaults(language, given.text, word.english)
  if (faults.some(fault => graveFaults.includes(fault))) return 'faulty-words'
  return given.do === 'sign' && word.writer === by ? 'own-words' : undefined
}

/** What is signed is checked already. */
function changesNothing(given: WordAct, word: ReviewedWord): boolean {
  const { text, note, backTranslation } = word
  const isSame = given.text === text && given.note === note && given.backTranslation === backTranslation
  return isSame && (given.do === 'save' || stateAfter(given, word) === word.state)
}

function sortedFrom(language: Language, words: Kept['words'], brought: readonly BroughtWord[]): Sorted {
  const changed: Sorted['changed'][number][] = []
  const otherEnglish: WordId[] = []
  const faulty: Sorted['faulty'][number][] = []
  const unknown: string[] = []
  let same = 0
  for (const { file, key, source, target } of brought) {
    const standing = words.get(nameOf({ file, key }))
    if (!standing) unknown.push(nameOf({ file, key }))
    else if (source !== standing.english) otherEnglish.push({ file, key })
    else if (target === '' || target === standing.text) same++
    else {
      const faults = wordFaults(language, target, source)
      if (faults.length > 0) faulty.push({ file, key, faults })
      else changed.push({ file, key, text: target, standing })
    }
  }
  return { changed, same, otherEnglish, faulty, unknown }
}

const idsOf = (english: ShippedLanguage['english']) =>
  Object.entries(english).flatMap(([file, entries]) =>
    Object.entries(entries).map(([key, text]) => ({ file: file as Namespace, key, english: text })),
  )

type Row = Omit<WordChange, 'backTranslation' | 'state'> & { back_translation: string; state: string }

const changeFrom = ({ number, at, by, english, text, state, note, back_translation }: Row): WordChange => ({
  ...{ number, at, by, english, text, note },
  state: state as WordChange['state'],
  backTranslation: back_translation,
})
