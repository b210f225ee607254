import { stateAtFirst } from '../../../dialogs/practice/young/practiceState.ts'
import type { PracticeTalk } from '../../../dialogs/practice/young/practiceTalk.ts'
import type { PracticeChange } from '../../casework/practice/attempts.ts'
import { goingOnRefusal } from '../../casework/practice/practiceRules.ts'
import { openingSeen, scenarioCard, seenTurn } from '../../casework/practice/seen.ts'
import { isUuid, uuidOf } from '../turnIds.ts'
import { lineOf, type StoredAttempt } from './attemptRow.ts'
import type { Practice } from './practice.ts'
import type { PracticeStore } from './practiceStore.ts'

export type PracticeReading = Pick<Practice, 'line' | 'read' | 'whole' | 'changesSince' | 'own' | 'ofTeam' | 'lastSaid'>

/** What was practised, read from what was kept alone: also where the scenario's file is another by now, or gone. */
export function createPracticeReading(store: PracticeStore, talks: ReadonlyMap<string, PracticeTalk>): PracticeReading {
  const attemptOf = async (id: string) => (isUuid(id) ? store.attempt(uuidOf(id)) : undefined)

  async function scenarioOf({ scenario, version }: StoredAttempt) {
    const here = talks.get(scenario)?.scenario
    const found = here?.version === version ? here : await store.scenario(scenario, version)
    if (!found)
      throw new Error(`Version ${version} of a scenario that was practised is not here: run the verify command.`)
    return found
  }

  return {
    async line(id) {
      const attempt = await attemptOf(id)
      return attempt && lineOf(attempt)
    },
    async read(id) {
      const attempt = await attemptOf(id)
      if (!attempt) return undefined
      const scenario = await scenarioOf(attempt)
      const change = await changeOf(store, attempt, 0, 0)
      const present = talks.get(attempt.scenario)?.scenario.version
      return {
        ...change,
        card: scenarioCard(scenario),
        opening: openingSeen(scenario),
        goesOn: goingOnRefusal(attempt, present) === undefined,
      }
    },
    async whole(id) {
      const attempt = await attemptOf(id)
      if (!attempt) return undefined
      const scenario = await scenarioOf(attempt)
      const [turns, events] = await Promise.all([store.turns(attempt.id, 0), store.events(attempt.id, 0)])
      return {
        attempt: lineOf(attempt),
        scenario,
        seed: attempt.seed,
        first: stateAtFirst(scenario, attempt.level, attempt.seed),
        turns: turns.map(({ turn }) => turn),
        events: events.map(({ event }) => event),
      }
    },
    async changesSince(id, after, since) {
      const attempt = await attemptOf(id)
      return attempt && changeOf(store, attempt, after, since)
    },
    own: async person => (await store.ofPerson(person)).map(lineOf),
    ofTeam: async team => (await store.ofTeam(team)).map(lineOf),
    lastSaid: async team =>
      Object.fromEntries([...(await store.lastSaid(team))].map(([attempt, at]) => [attempt, at.toISOString()])),
  }
}

/** What came to an attempt after these numbers. */
export async function changeOf(
  store: Pick<PracticeStore, 'turns' | 'events'>,
  attempt: StoredAttempt,
  after: number,
  since: number,
): Promise<PracticeChange> {
  const [turns, events] = await Promise.all([store.turns(attempt.id, after), store.events(attempt.id, since)])
  return {
    attempt: lineOf(attempt),
    turns: turns.map(({ turn }) => seenTurn(turn)),
    events: events.map(({ event }) => event),
  }
}
