import type { Database } from '../../console/records/database/openDatabase.ts'
import type { Keys } from '../../console/records/keys/createKeys.ts'
import { createPracticeRoom, type PracticeRoom } from '../../console/records/practice/createPracticeRoom.ts'
import type { Scenario } from '../../dialogs/practice/scenario/scenario.ts'
import { practiceTalks } from '../../locales/practiceTalks.ts'
import { keysOf } from './keys.ts'
import { smallGuide } from './smallGuide.ts'
import { smallScenario } from './smallScenario.ts'

/** The practice room of one process on this database, with a scenario small enough to see through. */
export function storedPractice(
  database: Database,
  {
    all = [smallScenario()],
    now = () => new Date('2026-06-01T09:00:00.000Z'),
    held = 100,
    keys = keysOf(database).keys,
  }: Partial<PracticeUnderTest> = {},
): PracticeRoom {
  return createPracticeRoom({
    database,
    keys,
    ...practiceTalks(all),
    guides: [smallGuide],
    languages: ['en', 'cy'],
    labelsFor: () => () => [],
    now,
    onFault: () => {},
    held,
  })
}

interface PracticeUnderTest {
  all: readonly Scenario[]
  now(): Date
  /** How many attempts it keeps in memory. */
  held: number
  keys: Pick<Keys, 'forUse'>
}
