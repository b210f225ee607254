import type { Regime } from '../../dialogs/guide/schema.ts'
import type { Cases } from './cases/cases.ts'
import { seedDemoCases } from './cases/seedDemoCases.ts'
import { seedDemoEpisodes } from './cases/seedDemoEpisodes.ts'
import type { Interviews } from './interviews.ts'
import { seedDemo } from './seedDemo.ts'

/** Everything of the demo: talks, then the cases they are of. What is there already is left as it is. */
export async function seedAll(
  { interviews, cases }: { interviews: Interviews; cases: Cases },
  regime: Regime,
  now: Date,
): Promise<void> {
  await seedDemo(interviews, regime)
  await seedDemoCases(cases, now)
  await seedDemoEpisodes(cases, interviews, regime, now)
}
