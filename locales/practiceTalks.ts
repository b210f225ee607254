import { codeQuestion, type Utterance } from '../dialogs/practice/coding/codeQuestion.ts'
import type { Scenario } from '../dialogs/practice/scenario/scenario.ts'
import { type PracticeTalk, practiceTalk } from '../dialogs/practice/young/practiceTalk.ts'
import { codingLexicon } from './codingLexicons.ts'
import { practiceUnderstanding, scenarios } from './practiceWords.ts'

/** Every scenario made ready to be talked with, by id: what is understood and how it is coded are read once. */
export function practiceTalks(all: readonly Scenario[] = scenarios()): ReadonlyMap<string, PracticeTalk> {
  const lexicon = codingLexicon()
  const parts = {
    understanding: practiceUnderstanding(),
    code: (utterance: Utterance) => codeQuestion(lexicon, utterance),
  }
  return new Map(all.map(scenario => [scenario.id, practiceTalk(scenario, parts)]))
}
