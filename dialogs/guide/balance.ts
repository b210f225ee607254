import { prompt } from './prompt.ts'
import type { Stage } from './schema.ts'

/** What works, what worries, and how the young person sees it, told back to them in their own words. */
export const balance: Stage = {
  id: 'balance',
  practitionerOnly: false,
  pensDown: false,
  topics: [
    {
      id: 'balance.together',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'balance.good-things',
          kind: 'account',
          listenFor: ['safe.trusted-person', 'safe.protective-acts'],
          followUps: [{ id: 'balance.someone-you-trust', opens: ['safe.trusted-person'], sources: ['CHESH-087'] }],
          sources: ['CHESH-087', 'CHESH-001', 'WAKE-001'],
        }),
        prompt({
          id: 'balance.what-you-did-well',
          kind: 'say',
          hinted: true,
          ages: ['under11'],
          sources: ['CHESH-081', 'CHESH-087'],
        }),
        prompt({
          id: 'balance.worries',
          kind: 'say',
          hinted: true,
          ages: ['under11'],
          sources: ['CHESH-080', 'CHESH-086', 'ECRC-150'],
        }),
        prompt({
          id: 'balance.what-needs-to-happen',
          kind: 'account',
          listenFor: ['return.what-needs-to-happen', 'return.support-wanted'],
          ages: ['under11'],
          sources: ['CHESH-088', 'CHESH-077'],
        }),
      ],
    },
  ],
}
