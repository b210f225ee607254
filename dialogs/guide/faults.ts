import type { Condition, Guide, Path, Prompt, Stage, Topic } from './schema.ts'
import { seedItems } from './sources/seedItems.ts'
import { placeholders, wordKeysOf } from './wordKeys.ts'

/** Everything that can be wrong with a guide or its words. */
export type FaultKind =
  | 'duplicate-id'
  | 'unknown-coverage'
  | 'opens-what-is-not-listened-for'
  | 'never-listened-for'
  | 'looks-at-nothing'
  | 'looks-forward'
  | 'no-such-option'
  | 'condition-in-concern'
  | 'never-due'
  | 'options-missing'
  | 'options-not-allowed'
  | 'more-than-said-with-pens-down'
  | 'ages-wrong'
  | 'regimes-wrong'
  | 'unknown-source'
  | 'words-missing'
  | 'words-left-over'
  | 'unknown-placeholder'

/** One thing wrong: where it is (an id or a word key), and what it is about (an id, an option, a language). */
export interface Fault {
  kind: FaultKind
  at: string
  about?: string
}

/** The words of a language by key, as its `guide.json` holds them. */
export type Words = Readonly<Record<string, string>>

/** Whatever is wrong with the guide and, where they are given, its words in each language. Empty when it may be used. */
export function faultsIn(guide: Guide, words: Readonly<Record<string, Words>> = {}): Fault[] {
  const places = placesIn(guide)
  return [
    ...idFaults(guide),
    ...coverageFaults(guide),
    ...conditionFaults(guide, places),
    ...promptsOf(guide).flatMap(shapeFaults),
    ...guide.stages.flatMap(pensDownFaults),
    ...sourceFaults(guide),
    ...Object.entries(words).flatMap(([language, given]) => wordFaults(guide, language, given)),
  ]
}

/** A prompt with what stands around it and its place in the order of the guide. */
interface Place {
  prompt: Prompt
  topic: Topic
  index: number
}

const placesIn = (guide: Guide): Place[] =>
  guide.stages
    .flatMap(stage => stage.topics.flatMap(topic => topic.prompts.map(prompt => ({ prompt, topic }))))
    .map((place, index) => ({ ...place, index }))

const topicsOf = (guide: Guide): Topic[] => [...guide.stages.flatMap(stage => stage.topics), guide.concern]

const promptsOf = (guide: Guide): Prompt[] => topicsOf(guide).flatMap(topic => topic.prompts)

function idFaults(guide: Guide): Fault[] {
  // A topic, a prompt and a coverage item share one space: people go to any of them by id.
  const ids = [
    ...topicsOf(guide).map(topic => topic.id),
    ...promptsOf(guide).flatMap(prompt => [prompt.id, ...prompt.followUps.map(followUp => followUp.id)]),
    ...guide.coverage.map(item => item.id),
  ]
  const options = promptsOf(guide).flatMap(prompt =>
    repeated(prompt.options ?? []).map(about => ({ at: prompt.id, about })),
  )
  return [
    ...[...repeated(ids), ...repeated(guide.stages.map(stage => stage.id))].map(at => fault('duplicate-id', at)),
    ...options.map(({ at, about }) => fault('duplicate-id', at, about)),
  ]
}

function coverageFaults(guide: Guide): Fault[] {
  const known = new Set(guide.coverage.map(item => item.id))
  const heard = new Set(promptsOf(guide).flatMap(prompt => prompt.listenFor))
  const ofPrompt = (prompt: Prompt) => [
    ...prompt.listenFor.filter(id => !known.has(id)).map(id => fault('unknown-coverage', prompt.id, id)),
    ...prompt.followUps.flatMap(({ id: followUp, opens }) =>
      opens.flatMap(id => {
        if (!known.has(id)) return [fault('unknown-coverage', followUp, id)]
        return prompt.listenFor.includes(id) ? [] : [fault('opens-what-is-not-listened-for', followUp, id)]
      }),
    ),
  ]
  const unheard = guide.coverage.filter(item => !heard.has(item.id))
  return [...promptsOf(guide).flatMap(ofPrompt), ...unheard.map(item => fault('never-listened-for', item.id))]
}

function conditionFaults(guide: Guide, places: readonly Place[]): Fault[] {
  const ofTopics = guide.stages
    .flatMap(stage => stage.topics)
    .flatMap(topic => {
      const first = places.find(place => place.topic === topic)
      return first ? lookFaults(topic.id, topic.askWhen, first.index, guide, places) : []
    })
  const ofPrompts = places.flatMap(({ prompt, index }) => lookFaults(prompt.id, prompt.askWhen, index, guide, places))
  const looks = [...ofTopics, ...ofPrompts]
  const inConcern = [guide.concern, ...guide.concern.prompts].filter(each => each.askWhen)
  const blind = new Set(looks.map(({ at }) => at))
  const never = places.filter(
    place =>
      !blind.has(place.prompt.id) &&
      !blind.has(place.topic.id) &&
      !place.topic.paths.some(path => waysToBeDue(place, path, places).length > 0),
  )
  return [
    ...looks,
    ...inConcern.map(({ id }) => fault('condition-in-concern', id)),
    ...never.map(({ prompt }) => fault('never-due', prompt.id)),
  ]
}

/** What is wrong with where a condition looks, for something that stands at this place in the guide. */
function lookFaults(
  at: string,
  condition: Condition | undefined,
  index: number,
  guide: Guide,
  places: readonly Place[],
): Fault[] {
  return atomsOf(condition).flatMap(atom => {
    if ('told' in atom) {
      if (!guide.coverage.some(item => item.id === atom.told)) return [fault('looks-at-nothing', at, atom.told)]
      const back = places.some(place => place.index < index && place.prompt.listenFor.includes(atom.told))
      return back ? [] : [fault('looks-forward', at, atom.told)]
    }
    const looked = places.find(place => place.prompt.id === atom.answered)
    if (!looked) return [fault('looks-at-nothing', at, atom.answered)]
    if (looked.index >= index) return [fault('looks-forward', at, atom.answered)]
    return answersOf(looked.prompt).includes(atom.is)
      ? []
      : [fault('no-such-option', at, `${atom.answered} ${atom.is}`)]
  })
}

type Atom = Extract<Condition, { answered: string } | { told: string }>

function atomsOf(condition: Condition | undefined): Atom[] {
  if (!condition) return []
  if ('all' in condition) return condition.all.flatMap(atomsOf)
  if ('any' in condition) return condition.any.flatMap(atomsOf)
  if ('not' in condition) return atomsOf(condition.not)
  return [condition]
}

function answersOf(prompt: Prompt): readonly string[] {
  if (prompt.kind === 'plain') return ['yes', 'no']
  return prompt.options ?? []
}

/** One way a condition can hold: each atom it needs, true or false. */
type Way = ReadonlyMap<string, { atom: Atom; holds: boolean }>

function waysToBeDue(place: Place, path: Path, places: readonly Place[]): Way[] {
  const conditions = [place.topic.askWhen, place.prompt.askWhen].filter(each => each !== undefined)
  if (conditions.length === 0) return [new Map()]
  return ways({ all: conditions }, true, place.index, path, places)
}

/** Every way for the condition to come out as wanted on this path, for something standing at this place. */
function ways(condition: Condition, wanted: boolean, index: number, path: Path, places: readonly Place[]): Way[] {
  const each = (inner: Condition) => ways(inner, wanted, index, path, places)
  if ('not' in condition) return ways(condition.not, !wanted, index, path, places)
  if ('all' in condition) return wanted ? together(condition.all.map(each), places) : condition.all.flatMap(each)
  if ('any' in condition) return wanted ? condition.any.flatMap(each) : together(condition.any.map(each), places)
  const itself: Way = new Map([[JSON.stringify(condition), { atom: condition, holds: wanted }]])
  if (!wanted) return [itself]
  const before = places.filter(place => place.index < index && place.topic.paths.includes(path))
  if ('told' in condition) return before.some(({ prompt }) => prompt.listenFor.includes(condition.told)) ? [itself] : []
  // An answer means that the prompt was due, so its own conditions held as well.
  const looked = before.find(({ prompt }) => prompt.id === condition.answered)
  return looked ? together([[itself], waysToBeDue(looked, path, places)], places) : []
}

function together(choices: readonly Way[][], places: readonly Place[]): Way[] {
  return choices.reduce<Way[]>(
    (sofar, choice) => sofar.flatMap(way => choice.flatMap(other => joined(way, other, places))),
    [new Map()],
  )
}

/** Both ways at once, unless they contradict: an atom both true and false, or two answers to what takes one. */
function joined(way: Way, other: Way, places: readonly Place[]): Way[] {
  const both = new Map(way)
  for (const [key, needed] of other) {
    const known = both.get(key)
    if (known && known.holds !== needed.holds) return []
    both.set(key, needed)
  }
  const answers = [...both.values()].flatMap(({ atom, holds }) => (holds && 'answered' in atom ? [atom.answered] : []))
  const takesOne = (id: string) => places.find(({ prompt }) => prompt.id === id)?.prompt.kind !== 'choices'
  return repeated(answers).some(takesOne) ? [] : [both]
}

function shapeFaults(prompt: Prompt): Fault[] {
  const takesOptions = prompt.kind === 'choice' || prompt.kind === 'choices'
  const agesWrong = prompt.ages.includes('11to15') || repeated(prompt.ages).length > 0
  const regimesWrong = prompt.regimes.length > 0 && new Set(prompt.regimes).size !== 2
  return [
    ...(takesOptions && !prompt.options ? [fault('options-missing', prompt.id)] : []),
    ...(!takesOptions && prompt.options ? [fault('options-not-allowed', prompt.id)] : []),
    // The default words are those for 11 to 15, so that age never differs from them.
    ...(agesWrong ? [fault('ages-wrong', prompt.id)] : []),
    ...(regimesWrong || repeated(prompt.regimes).length > 0 ? [fault('regimes-wrong', prompt.id)] : []),
  ]
}

function pensDownFaults(stage: Stage): Fault[] {
  if (!stage.pensDown) return []
  const noted = (prompt: Prompt) => prompt.kind !== 'say' || prompt.listenFor.length > 0 || prompt.followUps.length > 0
  const prompts = stage.topics.flatMap(topic => topic.prompts).filter(noted)
  return prompts.map(({ id }) => fault('more-than-said-with-pens-down', id))
}

function sourceFaults(guide: Guide): Fault[] {
  const known = new Set(seedItems)
  const citing = [...guide.coverage, ...promptsOf(guide).flatMap(prompt => [prompt, ...prompt.followUps])]
  return citing.flatMap(({ id, sources }) =>
    sources.filter(source => !known.has(source)).map(source => fault('unknown-source', id, source)),
  )
}

function wordFaults(guide: Guide, language: string, words: Words): Fault[] {
  const needed = new Set(wordKeysOf(guide))
  const unknown = (text: string) =>
    [...text.matchAll(/\{\{\s*(\w*)\s*\}\}/g)].some(([, name]) => !placeholders.some(known => known === name))
  return [
    ...[...needed].filter(key => !words[key]?.trim()).map(key => fault('words-missing', key, language)),
    ...Object.keys(words)
      .filter(key => !needed.has(key))
      .map(key => fault('words-left-over', key, language)),
    ...Object.entries(words)
      .filter(([, text]) => unknown(text))
      .map(([key]) => fault('unknown-placeholder', key, language)),
  ]
}

function fault(kind: FaultKind, at: string, about?: string): Fault {
  return about === undefined ? { kind, at } : { kind, at, about }
}

const repeated = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
]
