import type { Guide } from '../guide/schema.ts'
import type { InterviewRecord } from '../record/record.ts'
import { belongs } from './isDue.ts'
import { promptsIn } from './promptsIn.ts'

/** How far a topic has come: prompts that belong in this interview, and how each was left. */
export interface TopicProgress {
  topic: string
  stage: string
  /** Prompt ids that belong, in order. */
  prompts: readonly string[]
  answered: number
  /** Skipped or moved on from with no answer. */
  notAsked: number
  left: number
}

/** How far the interview has come. Counts prompts; `coverage` is what has been told, whoever raised it. */
export interface Progress {
  topics: readonly TopicProgress[]
  answered: number
  notAsked: number
  left: number
  total: number
  /** Coverage the prompts that belong listen for, and which of it nobody has yet told, denied or kept back. */
  coverage: { told: number; total: number; open: readonly string[] }
}

/** How far the interview has come, from guide and record alone. */
export function progressOf(guide: Guide, record: InterviewRecord): Progress {
  const topics = new Map<string, TopicProgress>()
  const listenedFor = new Set<string>()
  for (const placed of promptsIn(guide).values()) {
    if (!belongs(placed, record) && record.dealt[placed.prompt.id] !== 'answered') continue
    for (const id of placed.prompt.listenFor) listenedFor.add(id)
    topics.set(placed.topic.id, counted(topics.get(placed.topic.id), placed, record))
  }
  const all = [...topics.values()]
  const sum = (of: (topic: TopicProgress) => number) => all.reduce((total, topic) => total + of(topic), 0)
  const open = [...listenedFor].filter(id => !record.fields[id]?.entries.length)
  return {
    topics: all,
    answered: sum(topic => topic.answered),
    notAsked: sum(topic => topic.notAsked),
    left: sum(topic => topic.left),
    total: sum(topic => topic.prompts.length),
    coverage: { told: listenedFor.size - open.length, total: listenedFor.size, open },
  }
}

function counted(
  so: TopicProgress | undefined,
  { prompt, topic, stage }: { prompt: { id: string }; topic: { id: string }; stage: { id: string } },
  record: InterviewRecord,
): TopicProgress {
  const how = record.dealt[prompt.id]
  return {
    topic: topic.id,
    stage: stage.id,
    prompts: [...(so?.prompts ?? []), prompt.id],
    answered: (so?.answered ?? 0) + (how === 'answered' ? 1 : 0),
    notAsked: (so?.notAsked ?? 0) + (how === 'passed' || how === 'skipped' ? 1 : 0),
    left: (so?.left ?? 0) + (how === undefined ? 1 : 0),
  }
}
