import type { Guide, Prompt, Topic } from '../../dialogs/guide/schema.ts'

/** Whom the words of a key reach. Each is a key of the words shown to a linguist. */
export const audiences = [
  'child-all',
  'child-11-to-17',
  'child-to-15',
  'child-under11',
  'child-11to15',
  'child-over15',
  'child-answer',
  'interpreter-says',
  'option',
  'title',
  'hint',
  'practitioner',
  'interpreter-page',
  'glossary',
  'glossary-note',
  'setting',
  'card',
  'paper',
  'letter-child',
  'letter-parent',
  'chat',
  'screen',
] as const
export type Audience = (typeof audiences)[number]

/** Whom a string reaches, and of which topic of the guide it is. */
export interface WordPlace {
  heard: Audience
  /** Said only where an authority does this with what is said. */
  regime?: 'all-shared' | 'safeguarding-only'
  stage?: string
  topic?: string
  /** Where it is of no topic: what it is listed under. */
  part: string
}

/** Where each string of these guides, and of the other files, is used, from its key alone. */
export function createWordPlaces(guides: readonly Guide[]): (file: string, key: string) => WordPlace {
  const prompts = new Map<string, { prompt: Prompt; stage?: string; topic: string; isSpoken: boolean }>()
  const topics = new Map<string, string | undefined>()
  const followUps = new Map<string, string>()
  /** The title of a stage stands over its first topic. */
  const firsts = new Map<string, string | undefined>()
  const add = ({ id: topic, prompts: all }: Topic, stage: string | undefined, isHeard: boolean) => {
    topics.set(topic, stage)
    for (const prompt of all) {
      const isSpoken = isHeard && (stage !== undefined || prompt.kind === 'say')
      prompts.set(prompt.id, { prompt, ...(stage === undefined ? {} : { stage }), topic, isSpoken })
      for (const { id } of prompt.followUps) followUps.set(id, prompt.id)
    }
  }
  for (const { stages, concern } of guides) {
    for (const { id, topics: all, practitionerOnly } of stages) {
      firsts.set(id, all[0]?.id)
      for (const topic of all) add(topic, id, !practitionerOnly)
    }
    add(concern, undefined, true)
  }

  function inGuide(key: string): WordPlace {
    const [kind = '', id = '', ...rest] = key.split('/')
    if (kind === 'stage') return { heard: 'title', stage: id, ...topicOf(firsts.get(id)), part: 'stage' }
    if (kind === 'topic') return { heard: 'title', ...stageOf(topics.get(id)), topic: id, part: 'topic' }
    if (kind === 'answer') return { heard: 'child-answer', part: 'answer' }
    const of = prompts.get(kind === 'follow-up' ? (followUps.get(id) ?? '') : id)
    if (!of) return { heard: 'practitioner', part: kind }
    const regime = of.prompt.regimes.find(each => rest.includes(each))
    const place = { ...stageOf(of.stage), topic: of.topic, part: 'topic', ...(regime ? { regime } : {}) }
    if (kind === 'hint') return { heard: 'hint', ...place }
    if (!of.isSpoken) return { heard: 'practitioner', ...place }
    if (kind === 'option') return { heard: 'option', ...place }
    if (of.prompt.saidBy === 'interpreter') return { heard: 'interpreter-says', ...place }
    return { heard: kind === 'prompt' ? ageIn(of.prompt, rest) : 'child-all', ...place }
  }

  return (file, key) => {
    if (file === 'guide') return inGuide(key)
    const [part = ''] = key.split('/')
    return { heard: file === 'script' ? inScript(key) : file === 'bot' ? 'chat' : 'screen', part }
  }
}

const topicOf = (topic: string | undefined) => (topic === undefined ? {} : { topic })
const stageOf = (stage: string | undefined) => (stage === undefined ? {} : { stage })

/** The ages that hear these words: those with words of their own hear those. */
function ageIn({ ages }: Prompt, rest: readonly string[]): Audience {
  if (rest.includes('under11')) return 'child-under11'
  if (rest.includes('over15')) return 'child-over15'
  if (rest.includes('11to15')) return 'child-11to15'
  const isYoung = ages.includes('under11')
  const isOld = ages.includes('over15')
  if (isYoung && isOld) return 'child-11to15'
  return isYoung ? 'child-11-to-17' : isOld ? 'child-to-15' : 'child-all'
}

function inScript(key: string): Audience {
  const [part] = key.split('/')
  if (part === 'glossary') return key.endsWith('/note') ? 'glossary-note' : 'glossary'
  if (part === 'private') return 'card'
  if (part === 'letter') return lettersToParent.test(key) ? 'letter-parent' : 'letter-child'
  return part === 'paper' || part === 'setting' ? part : 'interpreter-page'
}

const lettersToParent = /^letter\/(?:parent-|young-person$)/
