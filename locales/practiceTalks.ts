import { codeQuestion, type Utterance } from '../dialogs/practice/coding/codeQuestion.ts'
import { type CodingLexicon, familiarWith } from '../dialogs/practice/coding/codingLexicon.ts'
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
  const understanding = practiceUnderstanding()
  const models = modelWordings()
  const codes = new Map(all.map(({ id, familiar }) => [id, coderBy(familiarWith(lexicon, familiar))]))
  const codeIn = ({ id }: Scenario) => codes.get(id) ?? coderBy(lexicon)
  const debrief = (talk: HeldTalk) => debriefOf(talk, { models, code: codeIn(talk.scenario) })
  return {
    talks: new Map(
      all.map(scenario => [scenario.id, practiceTalk(scenario, { understanding, code: codeIn(scenario) })]),
    ),
    debrief,
    scores: talk => attemptScores(debrief(talk)),
  }
}

const coderBy = (lexicon: CodingLexicon) => (utterance: Utterance) => codeQuestion(lexicon, utterance)
