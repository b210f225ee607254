import { prompt } from './prompt.ts'
import type { Stage } from './schema.ts'

/** How it is used, who reads it, what must be passed on, said back in the young person's own words. The words follow the authority's sharing regime, so that nothing is promised that is not true. */
export const confidentiality: Stage = {
  id: 'confidentiality',
  practitionerOnly: false,
  pensDown: false,
  topics: [
    {
      id: 'confidentiality.missing',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'confidentiality.being-missing',
          kind: 'account',
          listenFor: ['missing.sees-it-differently'],
          hinted: true,
          ages: ['under11'],
          sources: ['ECRC-110', 'ECRC-111', 'ECRC-112', 'ECRC-113'],
        }),
      ],
    },
    {
      id: 'confidentiality.sharing',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'confidentiality.who-reads-it',
          kind: 'say',
          hinted: true,
          ages: ['under11', 'over15'],
          regimes: ['all-shared', 'safeguarding-only'],
          sources: [
            'WAKE-019',
            'WAKE-020',
            'WAKE-021',
            'WAKE-022',
            'WAKE-023',
            'WAKE-025',
            'ECRC-126',
            'ECRC-132',
            'ECRC-135',
            'ECRC-136',
            'ECRC-142',
            'ECRC-037',
          ],
        }),
        prompt({
          id: 'confidentiality.must-pass-on',
          kind: 'say',
          hinted: true,
          ages: ['under11'],
          sources: ['WAKE-107', 'ECRC-127', 'ECRC-128', 'ECRC-129', 'ECRC-130', 'ECRC-066'],
        }),
        prompt({
          id: 'confidentiality.said-back',
          kind: 'account',
          hinted: true,
          ages: ['under11'],
          sources: ['WAKE-024', 'ECRC-142', 'ECRC-144'],
        }),
        prompt({
          id: 'confidentiality.wishes',
          kind: 'account',
          listenFor: ['sharing.does-not-want-passed-on', 'sharing.wants-passed-on'],
          followUps: [{ id: 'confidentiality.wants-told', opens: ['sharing.wants-passed-on'], sources: ['ECRC-157'] }],
          hinted: true,
          ages: ['under11'],
          regimes: ['all-shared', 'safeguarding-only'],
          sources: ['ECRC-157', 'ECRC-158'],
        }),
        prompt({
          id: 'confidentiality.agreement',
          kind: 'choice',
          options: ['agreed', 'objected', 'wants-to-think', 'not-asked-unsafe'],
          hinted: true,
          ages: ['under11'],
          sources: ['ECRC-145', 'ECRC-131', 'WAKE-110', 'WAKE-024'],
        }),
      ],
    },
  ],
}
