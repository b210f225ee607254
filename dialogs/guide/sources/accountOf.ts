import type { Guide, SourceId } from '../schema.ts'
import { elsewhere, type SourceStatus } from './elsewhere.ts'
import { seedItems } from './seedItems.ts'

/** What has become of one item of the guidance, and where to find it. */
export interface SourceAccount {
  id: SourceId
  status: SourceStatus
  /** Ids of prompts, follow-ups and coverage items; or files, or names of local settings. */
  where: readonly string[]
  /** Which later part of the product meets it, or why none does. */
  why?: string
}

/**
 * Every item of the guidance, once each and in order, with what answers it. Throws where one is accounted for by nothing,
 * so that none can be forgotten.
 */
export function accountOf(guide: Guide): SourceAccount[] {
  const citing = citingIn(guide)
  return seedItems.map(id => {
    const where = citing.get(id)
    if (where) return { id, status: 'met', where }
    const group = elsewhere.find(({ items }) => items.includes(id))
    if (!group)
      throw new Error(`Nothing accounts for ${id}: cite it in the guide, or say in sources/elsewhere.ts why not.`)
    const { status, why } = group
    return { id, status, where: group.where, ...(why === undefined ? {} : { why }) }
  })
}

/** By item, the ids of what cites it, in the guide's order. */
function citingIn(guide: Guide): Map<SourceId, string[]> {
  const prompts = [...guide.stages.flatMap(stage => stage.topics), guide.concern].flatMap(topic => topic.prompts)
  const all = [...prompts.flatMap(prompt => [prompt, ...prompt.followUps]), ...guide.coverage]
  const citing = new Map<SourceId, string[]>()
  for (const { id, sources } of all) {
    for (const source of sources) citing.set(source, [...(citing.get(source) ?? []), id])
  }
  return citing
}
