import type { AgeBand, Guide, Prompt, PromptKind } from '../../dialogs/guide/schema.ts'
import { promptWordsKey } from '../../dialogs/guide/wordKeys.ts'
import { nextStep, type Step } from '../../dialogs/plan/nextStep.ts'
import { type Placed, promptsIn } from '../../dialogs/plan/promptsIn.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'
import { plainCodes } from '../../dialogs/replies/readChoice.ts'
import { type GlossaryTerm, glossaryFor } from './glossary.ts'

/** One thing to carry into the other language: where it stands in the guide, and the key of its words. */
export interface ScriptLine {
  prompt: string
  stage: string
  topic: string
  kind: PromptKind
  words: string
  /** Keys of the answers there are to choose from. */
  answers: readonly string[]
  /** Whether these are the interpreter's own words to say. */
  own: boolean
  /** Words to take care with, by their names in the glossary. */
  glossary: readonly GlossaryTerm[]
}

/** All that an interpreter is told of an interview: what is said now, and what may come. */
export interface Script {
  /** The language of the talk. */
  language: string
  /** Null while nothing is to be said: a break, a note of the practitioner's own. Which of them is not told. */
  present: ScriptLine | null
  /** What the guide has after it, whatever was answered. */
  next: readonly ScriptLine[]
  closed: boolean
}

const shownAhead = 3

/**
 * The script as an interpreter may see it. NB: what comes next is read from the guide alone and leaves out what depends on an
 * answer, because what is asked next would tell the answer. The words are those for the young person's age.
 */
export function scriptOf(guide: Guide, record: InterviewRecord): Script {
  const step = nextStep(guide, record)
  const { language } = record
  if (isOver(step, record)) return { language, present: null, next: [], closed: true }
  if (step.kind !== 'ask' || !isSaid(step)) return { language, present: null, next: [], closed: false }
  const line = (placed: Placed) => lineOf(placed, record)
  return { language, present: line(step), next: step.concern ? [] : after(guide, step).map(line), closed: false }
}

/** Whether an interpreter has nothing more to do there: it ended, or all that is left is for the practitioner to write. */
function isOver(step: Step, { state, path }: InterviewRecord): boolean {
  if (step.kind === 'close' || state === 'stopped') return true
  if (path === 'talk') return false
  return step.kind !== 'ask' || (step.concern === undefined && !isSaid(step))
}

/** What is for an interpreter to carry: not the practitioner's notes, nor what is asked behind the interpreter's back. */
const isSaid = ({ prompt, stage, concern }: Extract<Step, { kind: 'ask' }>) =>
  !prompt.private && (prompt.kind === 'say' || !(stage.practitionerOnly || concern !== undefined))

const aheadByGuide = new WeakMap<Guide, ReadonlyMap<string, readonly Placed[]>>()

/** What is said after a prompt in every talk, whatever was answered. Kept for each guide, which never changes. */
function after(guide: Guide, { prompt }: Placed): readonly Placed[] {
  const known = aheadByGuide.get(guide) ?? aheadIn(guide)
  aheadByGuide.set(guide, known)
  return known.get(prompt.id) ?? []
}

function aheadIn(guide: Guide): ReadonlyMap<string, readonly Placed[]> {
  const all = [...promptsIn(guide).values()]
  const isSure = ({ prompt, topic, stage }: Placed) =>
    topic.paths.includes('talk') &&
    isSaid({ kind: 'ask', prompt, topic, stage }) &&
    prompt.askWhen === undefined &&
    topic.askWhen === undefined
  return new Map(
    all.map(({ prompt }, place) => [
      prompt.id,
      all
        .slice(place + 1)
        .filter(isSure)
        .slice(0, shownAhead),
    ]),
  )
}

function lineOf({ prompt, stage, topic }: Placed, record: InterviewRecord): ScriptLine {
  const words = promptWordsKey(prompt, ageIn(record), record.regime)
  return {
    prompt: prompt.id,
    stage: stage.id,
    topic: topic.id,
    kind: prompt.kind,
    words,
    answers: answersOf(prompt),
    own: prompt.saidBy === 'interpreter',
    glossary: glossaryFor(prompt.id),
  }
}

function answersOf({ id, kind, options = [] }: Prompt): string[] {
  return kind === 'plain' ? plainCodes.map(code => `answer/${code}`) : options.map(option => `option/${id}/${option}`)
}

const ages: Readonly<Record<string, AgeBand>> = {
  'under-11': 'under11',
  'from-11-to-15': '11to15',
  'over-15': 'over15',
}

function ageIn({ fields }: InterviewRecord): AgeBand {
  const value = fields['prepare.age']?.entries.at(-1)?.value
  return (value?.kind === 'choice' ? ages[value.option] : undefined) ?? '11to15'
}

/** Whether someone who follows it has to be told: another prompt, another language, or the end. */
export const isOtherPlace = (before: Script | undefined, now: Script): boolean =>
  before?.present?.prompt !== now.present?.prompt || before?.language !== now.language || before.closed !== now.closed
