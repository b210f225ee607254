import type { Intent } from '../dialogs/intent.ts'
import { promptsIn } from '../dialogs/plan/promptsIn.ts'
import { plainText } from '../dialogs/replies/plainText.ts'
import type { Translator } from '../locales/translator.ts'
import type { Incoming } from './incoming.ts'
import { lastAnswer } from './lastAnswer.ts'
import { suggestionsIn } from './suggestions.ts'
import { uuidFrom } from './turnId.ts'
import type { View } from './view.ts'

/** Something asked that records nothing. */
export type Query = 'start' | 'where' | 'help' | 'topics' | 'said' | 'language'

export type Command =
  | { kind: 'query'; query: Query }
  | { kind: 'correct'; text: string }
  | { kind: 'undo' }
  | { kind: 'intent'; intent: Intent }

const queries = ['start', 'where', 'help', 'topics', 'said', 'language'] as const

const intents: Readonly<Record<string, (incoming: Incoming, view: View) => Intent>> = {
  next: () => ({ do: 'next' }),
  back: () => ({ do: 'back' }),
  skip: () => ({ do: 'skip' }),
  'rather not': () => ({ do: 'rather-not' }),
  concern: ({ turn }, view) => ({ do: 'concern', concern: concernJustRaised(view) ?? uuidFrom('concern', turn) }),
  pause: () => ({ do: 'pause' }),
  resume: () => ({ do: 'resume' }),
  stop: () => ({ do: 'stop', whoseChoice: 'young-person' }),
  'stop me': () => ({ do: 'stop', whoseChoice: 'practitioner' }),
  decline: () => ({ do: 'decline' }),
  'not reached': () => ({ do: 'not-reached' }),
}

/** Tapped twice it is one concern: another can be raised once something of this one has been answered. */
function concernJustRaised({ step }: View): string | undefined {
  const concern = step.kind === 'ask' ? step.concern : undefined
  return concern && Object.keys(concern.dealt).length === 0 ? concern.id : undefined
}

/** Every command that is one exact phrase. */
export const commandCodes: readonly string[] = [...queries, ...Object.keys(intents), 'undo']

/**
 * What was typed, read as a command only where it is exactly one; anything more or less is a reply. "Not good" or "go
 * home" is what a young person said, because nothing in the guide is called that.
 */
export function commandIn(view: View, incoming: Incoming): Command {
  const said = plainText(incoming.text)
  const code = phrasesIn(view).get(said)
  const query = queries.find(each => each === code)
  if (query) return { kind: 'query', query }
  const intent = code === undefined ? undefined : intents[code]
  if (intent) return { kind: 'intent', intent: intent(incoming, view) }
  if (code === 'undo') return { kind: 'undo' }
  return commandWithMore(view, incoming) ?? { kind: 'intent', intent: { do: 'reply', text: incoming.text } }
}

type Spoken = Pick<View, 'translator' | 'screen'> & Partial<Pick<View, 'record'>>

/** Whether text is a command's code, or one of the words for it in the practitioner's or the talk's language. */
export const isCalled = (view: Spoken, code: string, said: string) => phrasesIn(view).get(said) === code

const phrases = new WeakMap<Translator, Map<string, ReadonlyMap<string, string>>>()

/** Every phrase that is a command, with its code. Kept for each language, because each turn begins with it. */
function phrasesIn(view: Spoken): ReadonlyMap<string, string> {
  const { translator, record, screen } = view
  const languages = `${screen} ${record?.language ?? screen}`
  const byLanguage = phrases.get(translator) ?? new Map<string, ReadonlyMap<string, string>>()
  phrases.set(translator, byLanguage)
  const known = byLanguage.get(languages)
  if (known) return known
  const made = new Map(
    commandCodes.toReversed().flatMap(code => [code, ...wordsFor(view, code)].map(word => [word, code])),
  )
  byLanguage.set(languages, made)
  return made
}

function wordsFor({ translator, record, screen }: Spoken, code: string): readonly string[] {
  return [screen, 'en', record?.language ?? screen]
    .filter(language => translator.has(language, 'bot', `command/${code}`))
    .flatMap(language => translator.words(language, 'bot')(`command/${code}`).split(';').map(plainText))
}

function commandWithMore(view: View, { text, turn }: Incoming): Command | undefined {
  const after = (code: string, parting: RegExp = /^(:|\s)/): string | undefined => {
    const typed = text.trim()
    // The longest first: "go to" is not "go" to a place that is called "to".
    const phrases = [code, ...wordsFor(view, code)].toSorted((a, b) => b.length - a.length)
    const said = phrases.find(word => typed.toLowerCase().startsWith(word) && parting.test(typed.slice(word.length)))
    return said === undefined ? undefined : typed.slice(said.length).replace(/^:/, '').trim()
  }
  const kept = after('keep')
  if (kept) return isCoverage(view, kept) ? intended(keep(view, kept)) : undefined
  const aside = after('not')
  if (aside) return isCoverage(view, aside) ? intended(setAside(view, aside, turn)) : undefined
  const place = after('go')
  if (place)
    return isId(place) || placeIn(view, place) ? intended({ do: 'go', to: placeIn(view, place) ?? place }) : undefined
  const language = after('language')
  if (language && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language)) return intended({ do: 'language', to: language })
  const correct = after('correct', takesAnyWords(view) ? /^:/ : undefined)
  if (correct) return lastAnswer(view) ? { kind: 'correct', text: correct } : undefined
  // Where their words are kept anyway, "words" is the first of them.
  if (view.step.kind !== 'ask' || view.step.prompt.kind === 'account') return undefined
  const words = after('words')
  return words ? intended({ do: 'account', prompt: view.step.prompt.id, words }) : undefined
}

const intended = (intent: Intent): Command => ({ kind: 'intent', intent })

/** "Correct me if I am wrong" is an answer wherever words are kept as they are: there a correction has its colon. */
const takesAnyWords = ({ step }: View) => step.kind === 'ask' && ['say', 'account', 'text'].includes(step.prompt.kind)

const isId = (text: string) => /^[a-z][a-z-]*(\.[a-z0-9][a-z0-9-]*)+$/.test(text)
const isNumber = (text: string) => /^\d{1,2}$/.test(plainText(text))
const isCoverage = (view: View, text: string) => isNumber(text) || isId(text) || coverageIn(view, text) !== undefined

function keep(view: View, text: string): Intent {
  const heard = suggestionCalled(view, text)
  if (heard) return { do: 'cover', coverage: heard.coverage, told: heard.told, because: heard.because }
  return { do: 'cover', coverage: coverageIn(view, text) ?? text, told: 'yes' }
}

function setAside(view: View, text: string, turn: string): Intent {
  const heard = suggestionCalled(view, text)
  return {
    do: 'set-aside',
    coverage: heard?.coverage ?? coverageIn(view, text) ?? text,
    account: heard?.account ?? turn,
  }
}

function suggestionCalled(view: View, text: string) {
  const coverage = coverageIn(view, text)
  const number = isNumber(text) ? Number(plainText(text)) : undefined
  return suggestionsIn(view).find(each => each.coverage === coverage || each.number === number)
}

function coverageIn(view: View, text: string): string | undefined {
  return view.guide.coverage.find(({ id }) => isNamed(view, `coverage/${id}`, id, text))?.id
}

function placeIn(view: View, text: string): string | undefined {
  if (promptsIn(view.guide).has(text)) return text
  const { stages } = view.guide
  const stage = stages.find(({ id }) => isNamed(view, `stage/${id}`, id, text))
  const topics = stages.flatMap(each => each.topics)
  return stage?.id ?? topics.find(({ id }) => isNamed(view, `topic/${id}`, id, text))?.id
}

function isNamed(view: View, key: string, id: string, text: string): boolean {
  const said = plainText(text)
  return said === id || said === plainText(view.own(key)) || said === plainText(view.talk(key))
}
