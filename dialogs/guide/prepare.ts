import { circumstances } from './circumstances.ts'
import { note } from './prompt.ts'
import type { Stage } from './schema.ts'

/** Before the talk, with no young person present: who, when, their choices, and what they must not be made to repeat. */
export const prepare: Stage = {
  id: 'prepare',
  practitionerOnly: true,
  pensDown: false,
  topics: [
    {
      id: 'prepare.who',
      paths: ['talk', 'declined', 'not-reached'],
      prompts: [
        note({
          id: 'prepare.known-as',
          kind: 'text',
        }),
        note({
          id: 'prepare.age',
          kind: 'choice',
          options: ['under-11', 'from-11-to-15', 'over-15'],
          hinted: true,
        }),
        note({
          id: 'prepare.circumstances',
          kind: 'choices',
          options: [
            'looked-after',
            'placed-out-of-area',
            'unaccompanied',
            'may-be-trafficked',
            'needs-interpreter',
            'missing-before',
            'recorded-as-absent',
            'none-of-these',
          ],
          hinted: true,
          sources: ['ECRC-052', 'ECRC-050', 'ECRC-051', 'ECRC-058', 'ECRC-059', 'ECRC-063', 'WAKE-042'],
        }),
        note({
          id: 'prepare.earlier-times',
          kind: 'text',
          askWhen: circumstances.missingBefore,
          hinted: true,
          sources: ['ECRC-176', 'ECRC-177', 'ECRC-181'],
        }),
      ],
    },
    {
      id: 'prepare.episode',
      paths: ['talk', 'declined', 'not-reached'],
      prompts: [
        note({
          id: 'prepare.last-seen',
          kind: 'when',
          hinted: true,
        }),
        note({
          id: 'prepare.returned',
          kind: 'when',
          hinted: true,
        }),
        note({
          id: 'prepare.already-known',
          kind: 'text',
          hinted: true,
          sources: ['ECRC-018', 'TORB-035', 'CBC-014', 'ECRC-179'],
        }),
      ],
    },
    {
      id: 'prepare.choices',
      paths: ['talk'],
      prompts: [
        note({
          id: 'prepare.interviewer',
          kind: 'choice',
          options: ['independent-worker', 'worker-they-know', 'council-worker', 'police', 'responsible-for-their-care'],
          hinted: true,
          sources: [
            'ECRC-078',
            'ECRC-073',
            'ECRC-074',
            'ECRC-075',
            'ECRC-076',
            'ECRC-077',
            'ECRC-035',
            'WAKE-002',
            'CBC-001',
            'TORB-030',
          ],
        }),
        note({
          id: 'prepare.meeting',
          kind: 'text',
          hinted: true,
          sources: [
            'ECRC-087',
            'ECRC-088',
            'ECRC-089',
            'ECRC-099',
            'ECRC-100',
            'ECRC-090',
            'ECRC-118',
            'ECRC-119',
            'ECRC-120',
            'ECRC-039',
            'ECRC-005',
            'WAKE-028',
            'WAKE-029',
            'TORB-032',
          ],
        }),
        note({
          id: 'prepare.parental-consent',
          kind: 'choice',
          options: ['not-needed', 'given', 'refused', 'not-asked-yet'],
          hinted: true,
          sources: ['ECRC-068', 'ECRC-069', 'ECRC-071'],
        }),
      ],
    },
    {
      id: 'prepare.interpreting',
      paths: ['talk'],
      askWhen: circumstances.mayNeedInterpreter,
      prompts: [
        note({
          id: 'prepare.interpreter-tested',
          kind: 'choice',
          options: ['understood', 'in-doubt', 'not-yet', 'no-interpreter'],
          hinted: true,
          sources: ['ECRC-063'],
        }),
        note({
          id: 'prepare.interpreter-wishes',
          kind: 'choices',
          options: ['woman', 'man', 'no-preference', 'in-the-room', 'by-phone', 'by-video', 'not-asked-yet'],
          askWhen: circumstances.interpreterChosen,
          hinted: true,
          sources: ['ECRC-063', 'ECRC-040'],
        }),
        note({
          id: 'prepare.interpreter-independent',
          kind: 'choices',
          options: ['qualified', 'dbs-checked', 'no-tie-to-them', 'no-tie-to-case', 'signed', 'not-yet'],
          askWhen: circumstances.interpreterChosen,
          hinted: true,
          sources: ['ECRC-062'],
        }),
        note({
          id: 'prepare.interpreter-briefed',
          kind: 'choices',
          options: ['purpose', 'hard-things', 'first-person', 'no-side-talk', 'when-to-stop', 'not-yet'],
          askWhen: circumstances.interpreterChosen,
          hinted: true,
        }),
        note({
          id: 'prepare.interpreter-apart',
          kind: 'choices',
          options: ['stays-with-them', 'waits-apart', 'leaves-apart', 'not-yet'],
          askWhen: circumstances.interpreterChosen,
          hinted: true,
        }),
        note({
          id: 'prepare.interpreter',
          kind: 'choice',
          options: ['cleared', 'not-cleared', 'not-needed'],
          hinted: true,
          sources: ['ECRC-063', 'ECRC-062', 'ECRC-040'],
        }),
        note({
          id: 'prepare.language',
          kind: 'text',
          askWhen: { not: { answered: 'prepare.interpreter', is: 'not-needed' } },
          hinted: true,
          sources: ['ECRC-063'],
        }),
      ],
    },
  ],
}
