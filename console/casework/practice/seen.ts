import type { Scenario } from '../../../dialogs/practice/scenario/scenario.ts'
import type { KeptTurn, ScenarioCard, SeenTurn } from './attempts.ts'

/** What may be seen of a turn while the talk goes on: the words and what shows, and no code. */
export const seenTurn = ({ number, at, said, reply }: KeptTurn): SeenTurn => ({
  ...{ number, at, said },
  reply: {
    says: reply.says,
    ...(reply.original === undefined ? {} : { original: reply.original }),
    ...(reply.body === undefined ? {} : { body: reply.body }),
    ...(reply.interpreter === undefined ? {} : { interpreter: reply.interpreter }),
  },
})

/** What may be seen of a scenario before and while it is practised. */
export function scenarioCard(scenario: Scenario): ScenarioCard {
  const { id, version, title, about, theme, warnings, profile, known, person, interpreter } = scenario
  return {
    ...{ id, version, title, about, theme, warnings, profile, known, person },
    ...(interpreter === undefined ? {} : { interpreter: { language: interpreter.language, name: interpreter.name } }),
  }
}

/** How the talk begins: what they say and how they look when they come in. */
export const openingSeen = ({ opening, body, declines }: Scenario): SeenTurn['reply'] => ({
  says: opening.says,
  ...(opening.original === undefined ? {} : { original: opening.original }),
  body: body[declines ? 'guarded' : 'neutral'][0] ?? '',
})
