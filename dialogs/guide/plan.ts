import { prompt } from './prompt.ts'
import type { Stage } from './schema.ts'

/** What I will do, who will know, consent asked again, how to stay safe, and where my help ends. Also what is said to a young person who says no to the talk. */
export const plan: Stage = {
  id: 'plan',
  practitionerOnly: false,
  pensDown: false,
  topics: [
    {
      id: 'plan.next',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'plan.what-i-will-do',
          kind: 'say',
          hinted: true,
          ages: ['under11'],
          regimes: ['all-shared', 'safeguarding-only'],
          sources: ['WAKE-098', 'WAKE-104', 'WAKE-109', 'WAKE-097', 'ECRC-130', 'ECRC-143', 'ECRC-144'],
        }),
        prompt({
          id: 'plan.agreement',
          kind: 'choice',
          options: ['agreed', 'objected', 'wants-to-think', 'not-asked-unsafe'],
          hinted: true,
          ages: ['under11'],
          sources: ['WAKE-108', 'WAKE-105', 'WAKE-110', 'ECRC-131', 'ECRC-135', 'ECRC-143', 'ECRC-145'],
        }),
        prompt({
          id: 'plan.objection',
          kind: 'account',
          askWhen: { answered: 'plan.agreement', is: 'objected' },
          listenFor: ['sharing.does-not-want-passed-on'],
          sources: ['ECRC-158', 'ECRC-146', 'WAKE-109'],
        }),
        prompt({
          id: 'plan.anything-else',
          kind: 'account',
          listenFor: ['sharing.wants-passed-on', 'sharing.does-not-want-passed-on'],
          followUps: [
            {
              id: 'plan.parents-told',
              opens: ['sharing.wants-passed-on', 'sharing.does-not-want-passed-on'],
              sources: ['WAKE-106', 'ECRC-139'],
            },
            {
              id: 'plan.others-told',
              opens: ['sharing.wants-passed-on'],
              sources: ['WAKE-105', 'ECRC-140', 'ECRC-141'],
            },
          ],
          sources: ['ECRC-147', 'ECRC-157', 'WAKE-105', 'WAKE-106'],
        }),
      ],
    },
    {
      id: 'plan.staying-safe',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'plan.safe-next-time',
          kind: 'account',
          listenFor: ['safe.what-they-do', 'safe.someone-to-call', 'return.other-things-to-do'],
          hinted: true,
          sources: ['WAKE-008', 'TORB-039', 'ECRC-024', 'ECRC-042', 'CHESH-062'],
        }),
        prompt({
          id: 'plan.helplines',
          kind: 'say',
          hinted: true,
          ages: ['under11'],
          sources: ['TORB-040', 'ECRC-025', 'ECRC-164', 'ECRC-165', 'ECRC-166', 'ECRC-167', 'WAKE-004', 'CHESH-007'],
        }),
        prompt({
          id: 'plan.card',
          kind: 'plain',
          hinted: true,
          sources: ['TORB-040', 'ECRC-025'],
        }),
        prompt({
          id: 'plan.follow-up',
          kind: 'choices',
          options: ['services', 'another-talk', 'one-to-one', 'help-to-reach-services', 'wants-to-think', 'not-now'],
          hinted: true,
          sources: [
            'CHESH-005',
            'ECRC-164',
            'ECRC-168',
            'ECRC-169',
            'ECRC-170',
            'ECRC-171',
            'ECRC-172',
            'ECRC-173',
            'ECRC-181',
            'CHESH-077',
            'CHESH-091',
            'CHESH-107',
            'CHESH-108',
            'WAKE-072',
            'WAKE-073',
            'WAKE-100',
            'WAKE-101',
          ],
        }),
        prompt({
          id: 'plan.reach-me',
          kind: 'say',
          hinted: true,
          ages: ['under11'],
          sources: ['WAKE-113', 'WAKE-114', 'WAKE-036'],
        }),
      ],
    },
    {
      id: 'plan.declined',
      paths: ['declined'],
      prompts: [
        prompt({
          id: 'plan.that-is-fine',
          kind: 'say',
          hinted: true,
          ages: ['under11'],
          sources: ['ECRC-067', 'ECRC-091', 'ECRC-092', 'CBC-003'],
        }),
        prompt({
          id: 'plan.one-thing',
          kind: 'account',
          listenFor: ['sharing.wants-passed-on'],
          ages: ['under11'],
          sources: ['ECRC-157', 'ECRC-147'],
        }),
        prompt({
          id: 'plan.declined-helplines',
          kind: 'say',
          ages: ['under11'],
          sources: ['ECRC-166', 'ECRC-167', 'TORB-040', 'ECRC-025'],
        }),
      ],
    },
  ],
}
