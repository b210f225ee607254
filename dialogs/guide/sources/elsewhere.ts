import type { SourceId } from '../schema.ts'
import { range } from './seedItems.ts'

/** What has become of an item of the guidance: in the product, a local setting, a later part of it, or no software. */
export type SourceStatus = 'met' | 'setting' | 'later' | 'not-software'

/** Items that no prompt or coverage item answers, and what answers them instead. */
export interface Elsewhere {
  items: readonly SourceId[]
  status: SourceStatus
  /** A file of this repository, or the name of a local setting. */
  where: readonly string[]
  /** Why it is not met here, or which part of the product will meet it. */
  why?: string
}

/** Every item of the guidance that the guide itself does not cite. */
export const elsewhere: readonly Elsewhere[] = [
  met('tests/guides/wording.test.ts', [
    ...range('WAKE', 11),
    ...range('ECRC', 36),
    ...range('ECRC', 109),
    ...range('ECRC', 114),
  ]),
  met('dialogs/record/recordFrom.ts', range('TORB', 45)),
  met('console/casework/sharing/recipients.ts', range('ECRC', 154, 155)),
  met('console/casework/clocks/deadlines.ts', [
    ...range('WAKE', 120),
    ...range('CBC', 2),
    ...range('CBC', 20),
    ...range('CBC', 28),
    ...range('ECRC', 61),
    ...range('ECRC', 82, 86),
    ...range('TORB', 13),
    ...range('TORB', 16),
    ...range('TORB', 18, 20),
    ...range('TORB', 22, 23),
    ...range('TORB', 28, 29),
    ...range('TORB', 48),
    ...range('TORB', 52),
    ...range('TORB', 54),
  ]),
  met('console/casework/clocks/standing.ts', [
    ...range('CBC', 8),
    ...range('ECRC', 162),
    ...range('TORB', 55, 59),
    ...range('TORB', 63),
    ...range('TORB', 90),
    ...range('TORB', 92),
    ...range('TORB', 95),
  ]),
  met('console/casework/actions/actions.ts', range('TORB', 43)),
  met('console/casework/actions/sameDay.ts', range('ECRC', 156)),
  met('console/casework/actions/actionKinds.ts', [
    ...range('CHESH', 93),
    ...range('WAKE', 111),
    ...range('CBC', 30),
    ...range('ECRC', 160),
  ]),
  met('console/casework/episode/caseEvents.ts', [
    ...range('CBC', 7),
    ...range('CBC', 15, 16),
    ...range('CBC', 9, 13),
    ...range('CBC', 18, 19),
    ...range('ECRC', 12),
    ...range('ECRC', 49),
    ...range('TORB', 14, 15),
    ...range('TORB', 17),
    ...range('TORB', 21),
    ...range('TORB', 27),
  ]),
  met('dialogs/guide/prepare.ts', range('ECRC', 53)),
  met('console/casework/episode/caseFile.ts', range('CBC', 17)),
  met('console/casework/routing/routingEvents.ts', range('ECRC', 54, 56)),
  met('console/casework/balance/balanceOf.ts', [
    ...range('CHESH', 15),
    ...range('CHESH', 17),
    ...range('CBC', 29),
    ...range('ECRC', 20),
  ]),
  met('console/casework/intelligence/policeForm.ts', [
    ...range('WAKE', 112),
    ...range('WAKE', 131),
    ...range('CBC', 22, 24),
  ]),
  met('console/casework/report/caseReport.ts', [...range('WAKE', 115), ...range('CBC', 21), ...range('TORB', 53)]),
  met('console/casework/review/reviewEvents.ts', [
    ...range('CBC', 25, 27),
    ...range('CBC', 33),
    ...range('ECRC', 159),
    ...range('ECRC', 161),
    ...range('ECRC', 175),
  ]),
  met('console/casework/review/reviewChoices.ts', [...range('CBC', 34, 41), ...range('CBC', 54, 55)]),
  met('console/casework/review/nextInReview.ts', [...range('CBC', 50), ...range('TORB', 25, 26), ...range('TORB', 60)]),
  met('console/casework/episode/closing.ts', range('CBC', 45, 47)),
  // What an interviewer has to be able to do is practised, and looked back on.
  met('dialogs/practice/debrief/openingAndClosing.ts', range('ECRC', 104)),
  met('dialogs/practice/debrief/missedCues.ts', range('ECRC', 106)),
  met('dialogs/practice/debrief/confidentialityOf.ts', range('ECRC', 107)),
  met('console/casework/roles.ts', [...range('CBC', 52, 53), ...range('CBC', 56)]),

  setting('regime', range('ECRC', 125)),
  setting('scope', [...range('CBC', 4, 6), ...range('TORB', 4)]),
  setting('services', range('ECRC', 174)),
  setting('recipients', [
    ...range('WAKE', 121, 122),
    ...range('WAKE', 126, 127),
    ...range('ECRC', 137, 138),
    ...range('TORB', 49, 51),
    ...range('CBC', 57, 58),
  ]),

  later('A later part: the monitoring return, its reports, and what came of the work.', [
    ...range('ECRC', 182, 184),
    ...range('TORB', 61, 62),
    ...range('TORB', 64, 89),
    ...range('TORB', 91),
    ...range('TORB', 93, 94),
    ...range('TORB', 96),
  ]),

  notSoftware('Done by others in systems of their own: the case keeps when they did it, or what they were given.', [
    ...range('WAKE', 132),
    ...range('TORB', 11, 12),
  ]),
  notSoftware("A person's conduct, which no screen can do for them.", [
    ...range('WAKE', 10),
    ...range('WAKE', 31),
    ...range('ECRC', 48),
  ]),
  notSoftware('Refers to a template that is not in the document.', range('WAKE', 119)),
  notSoftware('Names a law, a framework, a protocol or a further document.', [
    ...range('WAKE', 133, 138),
    ...range('TORB', 6, 10),
  ]),
  notSoftware("Background: research, figures, names of organisations, or one young person's words.", [
    ...range('ECRC', 11),
    ...range('ECRC', 26, 27),
    ...range('ECRC', 29, 32),
    ...range('ECRC', 101),
    ...range('ECRC', 133),
    ...range('ECRC', 185, 186),
  ]),
  notSoftware(
    'Settled between authorities and services: who is bound, who pays, who is trained, which protocol holds.',
    [
      ...range('ECRC', 57),
      ...range('ECRC', 102),
      ...range('ECRC', 153),
      ...range('TORB', 1, 3),
      ...range('TORB', 5),
      ...range('TORB', 31),
    ],
  ),
  notSoftware('A meeting that people attend.', range('ECRC', 163)),
]

function met(where: string, items: readonly SourceId[]): Elsewhere {
  return { items, status: 'met', where: [where] }
}

function setting(where: string, items: readonly SourceId[]): Elsewhere {
  return { items, status: 'setting', where: [where] }
}

function later(why: string, items: readonly SourceId[]): Elsewhere {
  return { items, status: 'later', where: [], why }
}

function notSoftware(why: string, items: readonly SourceId[]): Elsewhere {
  return { items, status: 'not-software', where: [], why }
}
