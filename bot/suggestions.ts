import { setImmediate } from 'node:timers/promises'
import type { FollowUp } from '../dialogs/guide/schema.ts'
import { type Suggestion as Heard, hear } from '../dialogs/hearing/hear.ts'
import type { Intent } from '../dialogs/intent.ts'
import type { Entry, InterviewRecord } from '../dialogs/record/record.ts'
import { concernField } from '../dialogs/record/recordFrom.ts'
import type { View } from './view.ts'

/** Something heard in the accounts of the present prompt, for the practitioner to keep or to set aside. */
export interface Suggestion {
  /** Its place among all that was heard here. It does not change when another is kept, so that "keep 2" means one thing. */
  number: number
  coverage: string
  told: 'yes' | 'no'
  because: string
  /** The newest account it was heard in. */
  account: string
  /** Neither kept nor set aside yet. */
  open: boolean
}

/** Everything heard in the accounts of the present prompt, worked out anew from the record. */
export function suggestionsIn(view: View): readonly Suggestion[] {
  if (view.step.kind !== 'ask') return []
  const heard = new Map<string, Omit<Suggestion, 'number' | 'open'>>()
  for (const entry of accountsIn(view)) {
    for (const each of heardIn(view, entry)) heard.set(each.coverage, { ...each, account: entry.event })
  }
  return [...heard.values()].map((each, place) => ({ ...each, number: place + 1, open: isOpen(view.record, each) }))
}

const heardBefore = new WeakMap<Entry, readonly Heard[]>()

/** What is heard in words that are being kept, worked out while the commit is waited for; undefined where they are no account. */
export async function hearMeanwhile(view: View, intent: Intent): Promise<HeardMeanwhile | undefined> {
  const words = intent.do === 'reply' ? intent.text.trim() : intent.do === 'account' ? intent.words : undefined
  if (words === undefined || view.step.kind !== 'ask' || view.step.prompt.kind !== 'account') return undefined
  const { language } = view.record
  // Not before the commit has been asked for.
  await setImmediate()
  const lexicon = view.lexicon(language)
  return { words, language, heard: lexicon ? hear(lexicon, words, view.step.prompt) : [] }
}

export interface HeardMeanwhile {
  words: string
  language: string
  heard: readonly Heard[]
}

/** Nothing is heard twice: the newest account at the present prompt, where these are its words. */
export function rememberHeard(view: View, { words, language, heard }: HeardMeanwhile): void {
  const newest = accountsIn(view).at(-1)
  const isIt = newest?.value.kind === 'account' && newest.value.words === words && newest.language === language
  if (isIt) heardBefore.set(newest, heard)
}

/** What is heard in one account. It never changes, and each turn at its prompt asks again, so it is heard once. */
function heardIn(view: View, entry: Entry): readonly Heard[] {
  const before = heardBefore.get(entry)
  if (before) return before
  const lexicon = view.lexicon(entry.language)
  const prompt = view.step.kind === 'ask' ? view.step.prompt : undefined
  const heard = lexicon && entry.value.kind === 'account' ? hear(lexicon, entry.value.words, prompt) : []
  heardBefore.set(entry, heard)
  return heard
}

/** The accounts given at the present prompt, oldest first. */
export function accountsIn({ record, step }: View): readonly Entry[] {
  if (step.kind !== 'ask') return []
  const field = step.concern ? concernField(step.concern.id, step.prompt.id) : step.prompt.id
  return (record.fields[field]?.entries ?? []).filter(({ value }) => value.kind === 'account')
}

/**
 * One open thing to say next, about what has not come up: the first after one account, the second after two, and so on
 * round, so that a young person who does not take one up is not asked the same again at once.
 */
export function followUpIn(view: View, suggestions: readonly Suggestion[]): FollowUp | undefined {
  if (view.step.kind !== 'ask') return undefined
  const heard = new Set(suggestions.filter(({ open }) => open).map(({ coverage }) => coverage))
  const hasComeUp = (id: string) => heard.has(id) || (view.record.fields[id]?.entries.length ?? 0) > 0
  const left = view.step.prompt.followUps.filter(({ opens }) => !opens.some(hasComeUp))
  return left.length === 0 ? undefined : left[(accountsIn(view).length - 1) % left.length]
}

function isOpen(record: InterviewRecord, { coverage, account }: { coverage: string; account: string }): boolean {
  return !record.fields[coverage]?.entries.length && !record.setAside[coverage]?.includes(account)
}
