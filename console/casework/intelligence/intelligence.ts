import type { IntelligenceBody, IntelligenceSentBody } from './intelligenceEvents.ts'

/** The event something stands on, and who wrote it down when. ISO 8601 in UTC. */
interface Written {
  event: string
  writtenBy: string
  time: string
}

/** One thing for police, as it stands now. */
export type IntelligenceItem = Omit<IntelligenceBody, 'type' | 'replaces'> &
  Written & {
    /** What was written of it before, the newest first. */
    before: readonly string[]
  }

/** What a case holds for police, and when they were sent what. */
export interface Intelligence {
  items: readonly IntelligenceItem[]
  sent: readonly (Omit<IntelligenceSentBody, 'type'> & Written)[]
}

export const noIntelligence: Intelligence = { items: [], sent: [] }

/** With one more event. What replaces something stands in its place; where that is gone it stands at the end. */
export function withIntelligence(
  { items, sent }: Intelligence,
  body: IntelligenceBody | IntelligenceSentBody,
  written: Written,
): Intelligence {
  if (body.type === 'intelligenceSent') {
    const { type: _, ...what } = body
    return { items, sent: [...sent, { ...what, ...written }] }
  }
  const { type: _, replaces, ...what } = body
  const old = items.find(({ event }) => event === replaces)
  const item: IntelligenceItem = { ...what, ...written, before: old ? [old.event, ...old.before] : [] }
  return { items: old ? items.map(each => (each === old ? item : each)) : [...items, item], sent }
}
