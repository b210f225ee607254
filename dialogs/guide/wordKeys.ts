import type { AgeBand, Guide, Prompt, Regime, Stage, Topic } from './schema.ts'

/**
 * What the words may leave open, to be filled from local settings when they are said. `recipients`: who gets to read it,
 * "your social worker and the police". `reachMe`: ways and times, "call or text 07700 900123". `helplines`: each with its
 * number. `practitioner`: the name they give.
 */
export const placeholders = ['recipients', 'reachMe', 'helplines', 'practitioner'] as const

/** Every key the guide needs in a language's `guide.json`: no more and no fewer. */
export function wordKeysOf(guide: Guide): string[] {
  return [
    ...guide.stages.flatMap(keysOfStage),
    ...keysOfTopic(guide.concern),
    ...guide.coverage.map(item => `coverage/${item.id}`),
    ...answerKeys,
  ]
}

const answerKeys = ['answer/yes', 'answer/no', 'answer/rather-not']

/** Of those, what a young person may hear and what an interpreter is shown: every language of a talk needs these. */
export function spokenKeysOf({ stages, concern }: Guide): string[] {
  const heard = stages.filter(({ practitionerOnly }) => !practitionerOnly)
  const said = { ...concern, prompts: concern.prompts.filter(({ kind }) => kind === 'say') }
  const keys = [...heard.flatMap(keysOfStage), ...keysOfTopic(said), ...answerKeys]
  return keys.filter(key => !key.startsWith('hint/'))
}

/** The key of what is said for this prompt to someone of this age, where this is done with what they say. */
export function promptWordsKey(prompt: Prompt, age: AgeBand, regime: Regime): string {
  const key = prompt.regimes.length > 0 ? `prompt/${prompt.id}/${regime}` : `prompt/${prompt.id}`
  return prompt.ages.includes(age) ? `${key}/${age}` : key
}

function keysOfStage(stage: Stage): string[] {
  return [`stage/${stage.id}`, ...stage.topics.flatMap(keysOfTopic)]
}

function keysOfTopic(topic: Topic): string[] {
  return [`topic/${topic.id}`, ...topic.prompts.flatMap(keysOfPrompt)]
}

function keysOfPrompt(prompt: Prompt): string[] {
  const spoken = prompt.regimes.length > 0 ? prompt.regimes.map(regime => `/${regime}`) : ['']
  const variants = ['', ...prompt.ages.map(age => `/${age}`)]
  return [
    ...spoken.flatMap(regime => variants.map(age => `prompt/${prompt.id}${regime}${age}`)),
    ...(prompt.hinted ? [`hint/${prompt.id}`] : []),
    ...(prompt.options ?? []).map(option => `option/${prompt.id}/${option}`),
    ...prompt.followUps.map(followUp => `follow-up/${followUp.id}`),
  ]
}
