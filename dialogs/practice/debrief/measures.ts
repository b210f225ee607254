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
