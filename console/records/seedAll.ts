import type { Regime } from '../../dialogs/guide/schema.ts'
import type { Cases } from './cases/cases.ts'
import { seedDemoCases } from './cases/seedDemoCases.ts'
import { seedDemoEpisodes } from './cases/seedDemoEpisodes.ts'
import type { Interviews } from './interviews.ts'
import type { PracticeRoom } from './practice/createPracticeRoom.ts'
import { seedDemoPractice } from './practice/seedDemoPractice.ts'
import { seedDemo } from './seedDemo.ts'

interface SeededStores {
  interviews: Interviews
  cases: Cases
  practiceAt(now: () => Date): PracticeRoom
}

/** Everything of the demo: talks, then the cases they are of, and what was practised. What is there already is left as it is. */
export async function seedAll(
  { interviews, cases, practiceAt }: SeededStores,
  regime: Regime,
  now: Date,
): Promise<void> {
  await seedDemo(interviews, regime)
  await seedDemoCases(cases, now)
  await seedDemoEpisodes(cases, interviews, regime, now)
  await seedDemoPractice(practiceAt, regime, now)
}
