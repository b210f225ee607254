import { note, prompt } from './prompt.ts'
import type { Topic } from './schema.ts'

/** What a concern interrupts the talk with. The words for the young person come third, once what was said is safe on the record. */
export const concern: Topic = {
  id: 'concern',
  paths: ['talk', 'declined', 'not-reached'],
  prompts: [
    note({
      id: 'concern.kind',
      kind: 'choice',
      options: [
        'hurt',
        'sexual-harm',
        'threatened-or-kept',
        'unsafe-at-home',
        'exploitation',
        'trafficking',
        'extremism',
        'self-harm',
        'medical',
        'danger-to-others',
        'going-again-now',
        'female-genital-mutilation',
        'forced-marriage',
        'another-concern',
      ],
      hinted: true,
      sources: ['ECRC-127', 'ECRC-128', 'ECRC-019', 'CHESH-105'],
    }),
    note({
      id: 'concern.words',
      kind: 'account',
      hinted: true,
      voice: 'young-person',
      sources: ['TORB-042'],
    }),
    prompt({
      id: 'concern.pass-on',
      kind: 'say',
      hinted: true,
      ages: ['under11'],
      sources: ['WAKE-107', 'WAKE-109', 'ECRC-130', 'ECRC-131', 'ECRC-134'],
    }),
    note({
      id: 'concern.told',
      kind: 'choice',
      options: ['told', 'not-told-unsafe', 'not-told-yet'],
      sources: ['ECRC-130', 'ECRC-131', 'ECRC-146'],
    }),
    note({
      id: 'concern.done',
      kind: 'text',
      hinted: true,
      sources: ['CHESH-106', 'TORB-041', 'TORB-042', 'ECRC-033', 'ECRC-034', 'ECRC-152'],
    }),
  ],
}
