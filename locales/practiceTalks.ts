import { codeQuestion, type Utterance } from '../dialogs/practice/coding/codeQuestion.ts'
import type { Debrief } from '../dialogs/practice/debrief/debrief.ts'
import { debriefOf, type HeldTalk } from '../dialogs/practice/debrief/debriefOf.ts'
import { type AttemptScores, attemptScores } from '../dialogs/practice/progress/attemptScores.ts'
import type { Scenario } from '../dialogs/practice/scenario/scenario.ts'
import { type PracticeTalk, practiceTalk } from '../dialogs/practice/young/practiceTalk.ts'
import { codingLexicon } from './codingLexicons.ts'
import { modelWordings, practiceUnderstanding, scenarios } from './practiceWords.ts'

/** What the practice room is made of: every scenario by id, ready to be talked with, and how a talk is looked back on. */
export interface PracticeTalks {
  talks: ReadonlyMap<string, PracticeTalk>
  debrief: (talk: HeldTalk) => Debrief
  /** The scores of its debrief. */
  scores: (talk: HeldTalk) => AttemptScores
}

/** Makes it ready. Once: what is understood and how it is coded are read here. */
export function practiceTalks(all: readonly Scenario[] = scenarios()): PracticeTalks {
  const lexicon = codingLexicon()
  const code = (utterance: Utterance) => codeQuestion(lexicon, utterance)
  const parts = { understanding: practiceUnderstanding(), code }
  const models = modelWordings()
  const debrief = (talk: HeldTalk) => debriefOf(talk, { models, code })
  return {
    talks: new Map(all.map(scenario => [scenario.id, practiceTalk(scenario, parts)])),
    debrief,
    scores: talk => attemptScores(debrief(talk)),
  }
}
