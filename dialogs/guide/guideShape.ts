import type { Words } from './faults.ts'
import type { Guide, Prompt, Regime, Topic } from './schema.ts'

/** What is said to each age: the default, and where the words differ for the youngest and the oldest. */
export interface SpokenWords {
  default: string
  under11?: string
  over15?: string
}

/** A prompt's words in one language; for each sharing regime apart where they differ, the default being all-shared. */
export interface ShapedWords extends SpokenWords {
  regimes?: Partial<Record<Regime, SpokenWords>>
}

export interface ShapedPrompt {
  id: string
  kind: Prompt['kind']
  practitionerOnly: boolean
  words: Record<string, ShapedWords>
  listenFor: readonly string[]
  followUps: { id: string; words: Record<string, string> }[]
  sources: readonly string[]
  options?: readonly string[]
}

export interface ShapedTopic {
  id: string
  title: string
  prompts: ShapedPrompt[]
}

/** The whole guide with its words, as `cli guide --json` prints it. Titles are in the first language given. */
export interface GuideShape {
  version: number
  stages: { id: string; title: string; topics: ShapedTopic[] }[]
  concern: ShapedTopic
  coverage: { id: string; title: string; sources: readonly string[] }[]
}

/** The guide with its words in these languages, by language. Throws nothing for a missing word: it is then empty. */
export function guideShape(guide: Guide, words: Readonly<Record<string, Words>>): GuideShape {
  const [first = {}] = Object.values(words)
  const title = (key: string) => first[key] ?? ''
  const topic = (given: Topic, isForPractitioner: (prompt: Prompt) => boolean): ShapedTopic => ({
    id: given.id,
    title: title(`topic/${given.id}`),
    prompts: given.prompts.map(prompt => shaped(prompt, isForPractitioner(prompt), words)),
  })
  return {
    version: guide.version,
    stages: guide.stages.map(stage => ({
      id: stage.id,
      title: title(`stage/${stage.id}`),
      topics: stage.topics.map(each => topic(each, () => stage.practitionerOnly)),
    })),
    // Of a concern's prompts only what is spoken is for the young person to hear.
    concern: topic(guide.concern, prompt => prompt.kind !== 'say'),
    coverage: guide.coverage.map(({ id, sources }) => ({ id, title: title(`coverage/${id}`), sources })),
  }
}

function shaped(prompt: Prompt, practitionerOnly: boolean, words: Readonly<Record<string, Words>>): ShapedPrompt {
  return {
    id: prompt.id,
    kind: prompt.kind,
    practitionerOnly,
    words: inEach(words, firstKeyOf(prompt), given => wordsOf(prompt, given)),
    listenFor: prompt.listenFor,
    followUps: prompt.followUps.map(({ id }) => ({
      id,
      words: inEach(words, `follow-up/${id}`, given => given[`follow-up/${id}`] ?? ''),
    })),
    sources: prompt.sources,
    ...(prompt.options ? { options: prompt.options } : {}),
  }
}

function wordsOf(prompt: Prompt, words: Words): ShapedWords {
  const spoken = (key: string): SpokenWords => ({
    default: words[key] ?? '',
    ...(prompt.ages.includes('under11') ? { under11: words[`${key}/under11`] ?? '' } : {}),
    ...(prompt.ages.includes('over15') ? { over15: words[`${key}/over15`] ?? '' } : {}),
  })
  const [first] = prompt.regimes
  if (!first) return spoken(`prompt/${prompt.id}`)
  const regimes = Object.fromEntries(
    prompt.regimes.map(regime => [regime, spoken(`prompt/${prompt.id}/${regime}`)]),
  ) as Partial<Record<Regime, SpokenWords>>
  return { ...spoken(`prompt/${prompt.id}/${first}`), regimes }
}

const firstKeyOf = ({ id, regimes: [regime] }: Prompt) => (regime ? `prompt/${id}/${regime}` : `prompt/${id}`)

/** In the first language, and in those others that have words of their own for it: what only a practitioner reads is not in all. */
function inEach<T>(words: Readonly<Record<string, Words>>, key: string, of: (given: Words) => T): Record<string, T> {
  const there = Object.entries(words).filter(([, given], place) => place === 0 || given[key] !== undefined)
  return Object.fromEntries(there.map(([language, given]) => [language, of(given)]))
}
