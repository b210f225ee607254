import { z } from 'zod'

const Line = z.string().trim().min(1).max(300)

/**
 * How far a recipient is told without being asked about. `services` keep the child safe and are told of every safeguarding
 * matter; `police` of those that may be a danger or a crime; `professional` and `family` of nothing that was not agreed.
 */
export const RecipientKind = z.enum(['services', 'police', 'professional', 'family'])
export type RecipientKind = z.infer<typeof RecipientKind>

export const RecipientId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(60)

export const Recipient = z.strictObject({
  id: RecipientId,
  kind: RecipientKind,
  name: Line.optional().describe('What it is called here. Those that come with the program have words of their own.'),
  inRegime: z
    .boolean()
    .describe('Whether it gets all that the young person said, where the authority shares all of it.'),
  source: Line,
  lastChecked: z.iso.date().nullable().describe('YYYY-MM-DD; null for never.'),
})
/** Someone who may be told. NB: ids that begin with `other-` are those of recipients named in a case. */
export type Recipient = z.infer<typeof Recipient>

/** Those who are told of nothing that was not agreed or decided: the only kinds that are named in a case. */
export const namedKinds = ['professional', 'family'] as const satisfies readonly RecipientKind[]

/** Someone named in one case alone: by the event that named them. */
export const namedRecipient = (event: string, name: string, kind: (typeof namedKinds)[number]): Recipient => ({
  id: `other-${event}`,
  kind,
  name,
  inRegime: false,
  source: 'WAKE-105, ECRC-140',
  lastChecked: null,
})

export const readyRecipients = [
  'childrens-services',
  'police',
  'parent-or-carer',
  'school',
  'health',
  'placing-authority',
] as const
export type ReadyRecipient = (typeof readyRecipients)[number]

/** Until an authority sets its own. NB: nobody has checked them with any authority. */
export const defaultRecipients: readonly (Recipient & { id: ReadyRecipient })[] = [
  ready('childrens-services', 'services', true, 'ECRC-137, TORB-049, WAKE-121'),
  ready('police', 'police', true, 'ECRC-138, TORB-050, WAKE-126'),
  ready('parent-or-carer', 'family', false, 'ECRC-139, WAKE-106'),
  ready('school', 'professional', false, 'ECRC-140'),
  ready('health', 'professional', false, 'ECRC-141'),
  ready('placing-authority', 'services', false, 'ECRC-155'),
]

function ready(id: ReadyRecipient, kind: RecipientKind, inRegime: boolean, source: string) {
  return { id, kind, inRegime, source, lastChecked: null }
}
