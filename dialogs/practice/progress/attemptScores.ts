import type { Debrief } from '../debrief/debrief.ts'
import type { Level } from '../scenario/terms.ts'

/** What is kept of a debrief to see it beside others. `of` are counts out of which `done` are counts. */
export interface AttemptScores {
  scenario: string
  version: number
  level: Level
  /** Recommended questions, of those recommended or not. */
  recommended: Score
  /** Details told, of all there were. */
  told: Score
  /** Tellings of something sensitive that support followed. */
  supported: Score
  opening: Score
  closing: Score
  /** Stages that came in their place. */
  stages: Score
  explained: Debrief['confidentiality']['explained']
  weak: number
  missedCues: number
  mistakesLed: number
}

export interface Score {
  done: number
  of: number
}

/** What is kept of this debrief. */
export function attemptScores({ scenario, version, level, ...debrief }: Debrief): AttemptScores {
  const { questions, told, untold, support, opening, closing, stages, confidentiality, mistakes } = debrief
  return {
    scenario,
    version,
    level,
    recommended: { done: questions.recommended, of: questions.recommended + questions.other },
    told: { done: told.length, of: told.length + untold.length },
    supported: { done: support.afterDisclosures, of: support.disclosures },
    opening: doneOf(opening),
    closing: doneOf(closing),
    stages: {
      done: stages.checks.filter(({ finding }) => finding === 'in-its-place').length,
      of: stages.checks.length,
    },
    explained: confidentiality.explained,
    weak: questions.weak,
    missedCues: questions.missedCues,
    mistakesLed: mistakes.filter(({ wasLed }) => wasLed).length,
  }
}

const doneOf = (checks: readonly { isDone: boolean }[]): Score => ({
  done: checks.filter(({ isDone }) => isDone).length,
  of: checks.length,
})
