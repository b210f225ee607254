import { circumstances } from './circumstances.ts'
import { prompt } from './prompt.ts'
import type { Stage } from './schema.ts'

/** Harm, fear, threats, being kept, health. Open first, then each danger asked plainly, one at a time. */
export const safety: Stage = {
  id: 'safety',
  practitionerOnly: false,
  pensDown: false,
  topics: [
    {
      id: 'safety.told',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'safety.while-away',
          kind: 'account',
          listenFor: [
            'safe.felt-safe',
            'safe.felt-unsafe',
            'harm.at-risk',
            'safe.what-they-do',
            'safe.protective-acts',
            'safe.someone-had-number',
            'safe.someone-knew-where',
            'safe.someone-to-call',
          ],
          followUps: [
            {
              id: 'safety.what-you-did',
              opens: ['safe.what-they-do', 'safe.protective-acts'],
              sources: ['CHESH-062', 'CHESH-081'],
            },
            { id: 'safety.number', opens: ['safe.someone-had-number'], sources: ['CHESH-063'] },
            { id: 'safety.knew-where', opens: ['safe.someone-knew-where'], sources: ['CHESH-064'] },
            { id: 'safety.call', opens: ['safe.someone-to-call'], sources: ['CHESH-065'] },
            { id: 'safety.less-safe', opens: ['safe.felt-unsafe', 'harm.at-risk'], sources: ['CHESH-061', 'ECRC-002'] },
          ],
          sources: ['CHESH-061', 'CHESH-062', 'CHESH-063', 'CHESH-064', 'CHESH-065'],
        }),
        prompt({
          id: 'safety.anything-bad',
          kind: 'account',
          listenFor: [
            'harm.something-bad',
            'harm.physically-hurt',
            'harm.sexual',
            'harm.threatened',
            'harm.someone-else',
            'harm.saw-crime',
            'harm.before-going',
            'feeling.bullied',
            'feeling.pressured',
            'away.intimate-contact',
            'exploitation.sexual',
            'exploitation.images',
            'harm.medical-need',
          ],
          followUps: [
            {
              id: 'safety.what-people-did',
              opens: [
                'harm.something-bad',
                'harm.physically-hurt',
                'harm.sexual',
                'harm.threatened',
                'exploitation.sexual',
                'exploitation.images',
              ],
              sources: ['CHESH-051', 'CHESH-053'],
            },
            {
              id: 'safety.someone-else-hurt',
              opens: ['harm.someone-else'],
              sources: ['CHESH-052', 'CHESH-054', 'ECRC-080'],
            },
            { id: 'safety.before', opens: ['harm.before-going'], sources: ['ECRC-016', 'ECRC-148', 'TORB-033'] },
          ],
          hinted: true,
          sources: [
            'CHESH-051',
            'CHESH-053',
            'ECRC-003',
            'ECRC-004',
            'ECRC-006',
            'ECRC-009',
            'ECRC-010',
            'ECRC-149',
            'WAKE-006',
            'TORB-034',
            'ECRC-017',
          ],
        }),
        prompt({
          id: 'safety.wanted-to-leave',
          kind: 'account',
          listenFor: ['harm.kept', 'return.prevented', 'harm.threatened'],
          followUps: [
            {
              id: 'safety.what-happened-then',
              opens: ['harm.kept', 'return.prevented'],
              sources: ['CHESH-058', 'CHESH-075'],
            },
          ],
          sources: ['CHESH-058', 'CHESH-075'],
        }),
      ],
    },
    {
      id: 'safety.asked-plainly',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'safety.how-safe',
          kind: 'scale',
          listenFor: ['safe.felt-safe', 'safe.felt-unsafe', 'return.support-wanted'],
          followUps: [{ id: 'safety.one-step-up', opens: ['return.support-wanted'], sources: ['CHESH-077'] }],
          hinted: true,
          ages: ['under11'],
          sources: ['ECRC-022', 'TORB-037', 'CHESH-061', 'WAKE-007'],
        }),
        prompt({
          id: 'safety.hurt-now',
          kind: 'plain',
          listenFor: ['harm.physically-hurt'],
          hinted: true,
          sources: ['CHESH-053', 'ECRC-009', 'ECRC-017'],
        }),
        prompt({
          id: 'safety.doctor',
          kind: 'plain',
          askWhen: {
            any: [
              { not: { answered: 'safety.hurt-now', is: 'no' } },
              { told: 'harm.physically-hurt' },
              { told: 'harm.sexual' },
              { told: 'harm.something-bad' },
              { told: 'harm.medical-need' },
              { told: 'away.slept-rough' },
              { told: 'away.drugs' },
              { told: 'away.intimate-contact' },
              { told: 'push.pregnancy' },
            ],
          },
          listenFor: ['harm.medical-need', 'harm.medical-help'],
          sources: ['WAKE-057', 'WAKE-058'],
        }),
        // Asked only where something points to it and it has not been told: a question asked twice sounds like disbelief.
        prompt({
          id: 'safety.kept',
          kind: 'plain',
          askWhen: {
            all: [
              { not: { told: 'harm.kept' } },
              {
                any: [
                  { told: 'safe.felt-unsafe' },
                  { told: 'harm.at-risk' },
                  { told: 'harm.something-bad' },
                  { told: 'harm.physically-hurt' },
                  { told: 'harm.sexual' },
                  { told: 'harm.threatened' },
                  { told: 'return.prevented' },
                  { told: 'away.persuaded' },
                  { told: 'exploitation.power-imbalance' },
                  circumstances.trafficking,
                ],
              },
            ],
          },
          listenFor: ['harm.kept', 'return.prevented'],
          sources: ['CHESH-058', 'CHESH-075'],
        }),
        prompt({
          id: 'safety.frightening',
          kind: 'plain',
          listenFor: ['harm.threatened', 'push.afraid-of-someone'],
          sources: ['CHESH-020', 'ECRC-064'],
        }),
        prompt({
          id: 'safety.made-to-go-back',
          kind: 'plain',
          listenFor: ['return.made-to-go-back'],
          sources: ['ECRC-060'],
        }),
        prompt({
          id: 'safety.afraid-to-go-home',
          kind: 'plain',
          listenFor: ['push.afraid-of-someone', 'return.scared'],
          hinted: true,
          ages: ['under11'],
          sources: ['CHESH-074', 'ECRC-015'],
        }),
        prompt({
          id: 'safety.someone-else-in-danger',
          kind: 'plain',
          listenFor: ['harm.someone-in-danger-now'],
          sources: ['ECRC-128', 'CHESH-054'],
        }),
      ],
    },
    {
      id: 'safety.body',
      paths: ['talk'],
      askWhen: {
        any: [
          { told: 'away.intimate-contact' },
          { told: 'harm.sexual' },
          { told: 'exploitation.sexual' },
          { told: 'push.pregnancy' },
          { told: 'push.fear-of-pregnancy' },
          { told: 'harm.medical-need' },
          { answered: 'safety.doctor', is: 'yes' },
        ],
      },
      prompts: [
        prompt({
          id: 'safety.your-body',
          kind: 'account',
          listenFor: ['harm.sexual-health', 'harm.medical-need'],
          hinted: true,
          ages: ['under11'],
          sources: ['CHESH-069', 'CHESH-070'],
        }),
        prompt({
          id: 'safety.sexual-health',
          kind: 'plain',
          askWhen: {
            any: [
              { told: 'away.intimate-contact' },
              { told: 'harm.sexual' },
              { told: 'exploitation.sexual' },
              { told: 'push.pregnancy' },
              { told: 'push.fear-of-pregnancy' },
            ],
          },
          listenFor: ['harm.sexual-health'],
          ages: ['under11'],
          sources: ['CHESH-069', 'CHESH-070'],
        }),
      ],
    },
    {
      id: 'safety.within-reach',
      paths: ['talk'],
      askWhen: circumstances.trafficking,
      prompts: [
        prompt({
          id: 'safety.who-knows-where',
          kind: 'account',
          listenFor: ['trafficking.knew-where-they-would-sleep'],
          sources: ['ECRC-058', 'ECRC-060'],
        }),
        prompt({
          id: 'safety.who-can-call',
          kind: 'account',
          listenFor: ['trafficking.has-their-number'],
          sources: ['CHESH-063'],
        }),
        prompt({
          id: 'safety.family',
          kind: 'account',
          listenFor: ['trafficking.family-threatened'],
          sources: ['ECRC-064'],
        }),
        prompt({
          id: 'safety.told-to-say',
          kind: 'account',
          listenFor: ['trafficking.told-what-to-say'],
          sources: ['ECRC-064'],
        }),
        prompt({
          id: 'safety.people-here',
          kind: 'account',
          listenFor: ['trafficking.frightened-of-someone'],
          hinted: true,
          sources: ['ECRC-064', 'ECRC-058'],
        }),
      ],
    },
  ],
}
