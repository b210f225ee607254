import type { Scenario } from '../scenario/scenario.ts'
import type { PracticeTurn } from '../young/practiceTalk.ts'
import type { DebriefParts } from './betterWording.ts'
import { disclosuresIn } from './confidentialityOf.ts'
import type { Support } from './debrief.ts'
import type { SeenTurn } from './seenTurns.ts'

/** Support, apart from how questions were asked: practising questions alone does not move it (Krause N. 2024). */
export function supportOf(scenario: Scenario, turns: readonly SeenTurn[], code: DebriefParts['code']): Support {
  const at = turns.filter(({ turn }) => isSupport(turn, code)).map(({ turn }) => turn.number)
  const disclosures = disclosuresIn(scenario, turns)
  return {
    at,
    spread: new Set(at.map(number => Math.floor(((number - 1) * 3) / turns.length))).size,
    disclosures: disclosures.length,
    afterDisclosures: disclosures.filter(told => at.some(number => number > told && number <= told + 2)).length,
    contingentAt: turns
      .filter(({ turn }) => turn.coded?.flags.includes('contingent-praise'))
      .map(({ turn }) => turn.number),
  }
}

/** Whether any sentence of it is support: "Thank you for telling me. What happened next?" is coded by what it asks. */
function isSupport({ said, coded }: PracticeTurn, code: DebriefParts['code']): boolean {
  if (!coded || said.did !== 'said') return false
  if (coded.class === 'supportive') return coded.flags.length === 0
  const sentences = said.words.split(/(?<=[.!?])\s+/)
  return sentences.length > 1 && sentences.some(question => isPlainSupport(code({ said: [], question })))
}

const isPlainSupport = ({ class: code, flags }: ReturnType<DebriefParts['code']>) =>
  code === 'supportive' && flags.length === 0
