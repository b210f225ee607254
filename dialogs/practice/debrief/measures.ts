import type { Source } from './debrief.ts'

/** What a debrief shows, by what it rests on. */
export const measures = [
  'recommended-share',
  'details-per-question',
  'closed-run',
  'missed-cues',
  'safety-questions',
  'trust',
  'untold',
  'stage-order',
  'confidentiality',
  'support',
  'opening',
  'closing',
  'interpreter',
] as const
export type Measure = (typeof measures)[number]

/** Where each is from: what it counts, not where a limit for it is. No published limit was found for any. */
export const sources: Readonly<Record<Measure, Source>> = {
  'recommended-share': { from: 'Sun 2025, PLOS ONE 20(2):e0316317' },
  'details-per-question': { from: 'Sun 2025, PLOS ONE 20(2):e0316317' },
  'closed-run': 'assumption',
  'missed-cues': 'assumption',
  'safety-questions': { from: 'ECRC-033' },
  trust: 'assumption',
  untold: 'assumption',
  'stage-order': 'assumption',
  confidentiality: 'assumption',
  support: { from: 'Krause N. 2024, CAN 149:106677' },
  opening: 'assumption',
  closing: 'assumption',
  interpreter: 'assumption',
}
