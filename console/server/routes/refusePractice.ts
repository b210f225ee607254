import type { Response } from 'express'
import type { PracticeRefusal } from '../../casework/practice/practiceRules.ts'
import type { PracticeRefusalResponse } from '../../contract/practice.ts'
import type { PracticeOutcome } from '../../records/practice/practice.ts'
import { refuse } from '../refuse.ts'

/** Why not, in a sentence that says what to do. */
const refusals: Readonly<Record<PracticeRefusal, readonly [status: number, sentence: string]>> = {
  'unknown-attempt': [404, 'There is no such attempt: it may have been taken back.'],
  'unknown-scenario': [404, 'There is no such scenario: ask for those there are.'],
  'unknown-assignment': [409, 'This was not assigned to you: begin without the assignment.'],
  'not-your-attempt': [403, 'An attempt is for its trainee and the trainers of their team.'],
  'attempt-ended': [409, 'This attempt has ended: retry it from a turn, or begin another.'],
  'attempt-goes-on': [409, 'This can be seen once the attempt has ended.'],
  'scenario-changed': [409, 'The scenario is another version by now: read this attempt, or begin a new one.'],
  'no-such-turn': [404, 'There is no such turn in this attempt.'],
}

/** Answers with why not. NB: nothing of what was sent. */
export function refusePractice(response: Response, problem: PracticeRefusal): void {
  const [status, error] = refusals[problem]
  response.status(status).json({ error, problem } satisfies PracticeRefusalResponse)
}

/** The value; undefined where it was refused, and then that has been answered. */
export function grantedOf<Value>(response: Response, outcome: PracticeOutcome<Value>): Value | undefined {
  if (outcome.ok) return outcome.value
  if (isPracticeRefusal(outcome.problem)) refusePractice(response, outcome.problem)
  else refuse(response, 'bad-request')
  return undefined
}

const isPracticeRefusal = (problem: string): problem is PracticeRefusal => Object.hasOwn(refusals, problem)
