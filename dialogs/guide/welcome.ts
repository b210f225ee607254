import { prompt } from './prompt.ts'
import type { Stage } from './schema.ts'

/** Who I am, and that everything from here on is the young person's choice. */
export const welcome: Stage = {
  id: 'welcome',
  practitionerOnly: false,
  pensDown: false,
  topics: [
    {
      id: 'welcome.hello',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'welcome.who-i-am',
          kind: 'say',
          hinted: true,
          ages: ['under11', 'over15'],
          sources: ['WAKE-012', 'WAKE-013', 'WAKE-014', 'WAKE-015', 'WAKE-016', 'ECRC-113'],
        }),
        prompt({
          id: 'welcome.independent',
          kind: 'say',
          askWhen: { not: { answered: 'prepare.interviewer', is: 'responsible-for-their-care' } },
          ages: ['under11'],
          sources: ['WAKE-002', 'ECRC-035', 'ECRC-074', 'ECRC-079'],
        }),
        prompt({
          id: 'welcome.interpreter-duty',
          kind: 'say',
          saidBy: 'interpreter',
          askWhen: { answered: 'prepare.interpreter', is: 'cleared' },
          hinted: true,
          ages: ['under11'],
          sources: ['ECRC-062'],
        }),
        prompt({
          id: 'welcome.interpreter',
          kind: 'plain',
          private: true,
          askWhen: { answered: 'prepare.interpreter', is: 'cleared' },
          hinted: true,
          sources: ['ECRC-062'],
        }),
        prompt({
          id: 'welcome.you-decide',
          kind: 'say',
          hinted: true,
          ages: ['under11', 'over15'],
          sources: ['ECRC-067', 'ECRC-091', 'ECRC-116', 'ECRC-117', 'CBC-003', 'WAKE-026', 'WAKE-032'],
        }),
        prompt({
          id: 'welcome.how',
          kind: 'account',
          hinted: true,
          ages: ['under11'],
          sources: ['WAKE-034', 'WAKE-035', 'ECRC-038', 'ECRC-040', 'ECRC-108'],
        }),
      ],
    },
  ],
}
