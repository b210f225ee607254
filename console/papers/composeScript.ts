import type { AgeBand, Guide, Prompt, Regime, Stage, Topic } from '../../dialogs/guide/schema.ts'
import { promptWordsKey } from '../../dialogs/guide/wordKeys.ts'
import { plainCodes } from '../../dialogs/replies/readChoice.ts'
import { stagesOnPaper } from '../casework/papers.ts'
import type { Both, ScriptPaper, ScriptPrompt, ScriptStage } from './paper.ts'
import type { PaperWords } from './paperWords.ts'

interface ScriptAsked {
  regime: Regime
  stage?: string | undefined
  age?: AgeBand | undefined
}

/**
 * Everything said to a young person, or one stage of it; undefined where there is no such stage. What is between the young
 * person and the practitioner alone is left out: an interpreter holds this paper.
 */
export function composeScript(guide: Guide, words: PaperWords, asked: ScriptAsked): ScriptPaper | undefined {
  const stages = stagesOnPaper(guide).filter(({ id }) => asked.stage === undefined || id === asked.stage)
  if (stages.length === 0) return undefined
  return {
    paper: 'script',
    how: words.script('paper/how'),
    fillIn: {
      date: words.say('papers/date'),
      initials: words.say('papers/initials'),
      noName: words.say('papers/no-name'),
    },
    stages: stages.map(stage => stageOf(stage, guide.concern.id, words, asked)),
  }
}

function stageOf({ id, pensDown, topics }: Stage, concern: string, words: PaperWords, asked: ScriptAsked): ScriptStage {
  const isConcern = id === concern
  return {
    title: isConcern ? words.script('paper/concern') : words.guide(`stage/${id}`),
    ...(pensDown ? { pensDown: words.script('paper/pens-down') } : {}),
    topics: topics
      .map(topic => ({
        ...(isConcern ? {} : { title: words.guide(`topic/${topic.id}`) }),
        prompts: topic.prompts
          .filter(each => !each.private)
          .map(each => promptOnPaper(each, topic, pensDown, words, asked)),
      }))
      .filter(({ prompts }) => prompts.length > 0),
  }
}

function promptOnPaper(
  prompt: Prompt,
  topic: Topic,
  pensDown: boolean,
  words: PaperWords,
  { regime, age }: ScriptAsked,
): ScriptPrompt {
  const { id, kind, options = [], followUps } = prompt
  const isConditional = prompt.askWhen !== undefined || topic.askWhen !== undefined
  return {
    ...(isConditional ? { onlyIf: words.say('papers/only-if') } : {}),
    ...(prompt.saidBy === 'interpreter' ? { saidBy: words.script('now/you-say') } : {}),
    said: agesOf(prompt, age).map(each => ({
      words: words.guide(promptWordsKey(prompt, each, regime)),
      ...ageTitle(each, words, age),
    })),
    answers:
      kind === 'plain'
        ? plainCodes.map(code => words.guide(`answer/${code}`))
        : options.map(option => words.guide(`option/${id}/${option}`)),
    scale: kind === 'scale',
    ...(followUps.length > 0
      ? {
          followUps: {
            title: words.script('paper/follow-up'),
            said: followUps.map(each => words.guide(`follow-up/${each.id}`)),
          },
        }
      : {}),
    room: pensDown ? 0 : lines[kind],
  }
}

const lines: Readonly<Record<Prompt['kind'], number>> = {
  say: 0,
  account: 6,
  choice: 1,
  choices: 2,
  plain: 1,
  scale: 1,
  when: 1,
  people: 4,
  places: 4,
  text: 2,
}

/** The ages whose words are printed: all that differ, the usual ones first, or those for the one that was asked for. */
const agesOf = ({ ages }: Prompt, age: AgeBand | undefined): AgeBand[] =>
  age ? [age] : ['11to15', ...ages.filter(each => each !== '11to15')]

function ageTitle(each: AgeBand, words: PaperWords, age: AgeBand | undefined): { age?: Both } {
  return age !== undefined || each === '11to15' ? {} : { age: words.script(`paper/${each}`) }
}
