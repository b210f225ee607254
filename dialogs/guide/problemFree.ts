import { prompt } from './prompt.ts'
import type { Stage } from './schema.ts'

/** Talk that has nothing to do with having been away. Pens down: nobody takes notes, and nothing but a confirmation is kept. */
export const problemFree: Stage = {
  id: 'problem-free',
  practitionerOnly: false,
  pensDown: true,
  topics: [
    {
      id: 'problem-free.talk',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'problem-free.good-things',
          kind: 'say',
          hinted: true,
          ages: ['under11'],
          sources: ['WAKE-037', 'WAKE-038', 'WAKE-039', 'WAKE-033', 'WAKE-027', 'ECRC-103', 'ECRC-105'],
        }),
        prompt({
          id: 'problem-free.notes',
          kind: 'say',
          hinted: true,
          ages: ['under11'],
          sources: ['WAKE-038', 'ECRC-115'],
        }),
      ],
    },
  ],
}
