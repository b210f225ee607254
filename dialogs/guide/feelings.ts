import { prompt } from './prompt.ts'
import type { Stage } from './schema.ts'

/** How they felt while away and feel now, and the plain questions about hurting themselves. */
export const feelings: Stage = {
  id: 'feelings',
  practitionerOnly: false,
  pensDown: false,
  topics: [
    {
      id: 'feelings.told',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'feelings.while-away',
          kind: 'account',
          listenFor: ['feeling.while-away', 'feeling.bullied', 'feeling.pressured', 'feeling.stress'],
          followUps: [
            {
              id: 'feelings.others',
              opens: ['feeling.bullied', 'feeling.pressured'],
              sources: ['WAKE-063', 'WAKE-064'],
            },
          ],
          sources: ['WAKE-060', 'WAKE-063', 'WAKE-064'],
        }),
        prompt({
          id: 'feelings.now',
          kind: 'account',
          listenFor: [
            'feeling.now',
            'feeling.physical-health',
            'feeling.mental-health',
            'feeling.stress',
            'feeling.low-mood',
            'harm.self-harm',
            'harm.suicidal-thoughts',
          ],
          followUps: [
            {
              id: 'feelings.lately',
              opens: [
                'feeling.mental-health',
                'feeling.stress',
                'feeling.low-mood',
                'harm.self-harm',
                'harm.suicidal-thoughts',
              ],
              sources: ['WAKE-062', 'WAKE-065', 'WAKE-066', 'WAKE-067'],
            },
            { id: 'feelings.body', opens: ['feeling.physical-health'], sources: ['WAKE-061'] },
          ],
          hinted: true,
          sources: ['CHESH-004', 'WAKE-061', 'WAKE-062'],
        }),
      ],
    },
    {
      id: 'feelings.asked-plainly',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'feelings.hurting-yourself',
          kind: 'plain',
          listenFor: ['harm.self-harm'],
          hinted: true,
          sources: ['WAKE-067', 'ECRC-127'],
        }),
        // A no to the question before is not taken as a no to this one where anything else points to it.
        prompt({
          id: 'feelings.ending-your-life',
          kind: 'plain',
          askWhen: {
            any: [
              { not: { answered: 'feelings.hurting-yourself', is: 'no' } },
              { told: 'harm.self-harm' },
              { told: 'harm.suicidal-thoughts' },
              { told: 'feeling.low-mood' },
              { told: 'feeling.mental-health' },
              { told: 'push.mental-health' },
              { told: 'push.bullying' },
              { told: 'harm.sexual' },
            ],
          },
          listenFor: ['harm.suicidal-thoughts'],
          hinted: true,
          ages: ['under11'],
          sources: ['ECRC-127', 'WAKE-067'],
        }),
      ],
    },
  ],
}
