import type { Guide, Prompt, Stage, Topic } from '../guide/schema.ts'

/** A prompt with where it stands in the guide. */
export interface Placed {
  prompt: Prompt
  topic: Topic
  stage: Stage
}

const placedByGuide = new WeakMap<Guide, ReadonlyMap<string, Placed>>()

/** Every prompt of the stages by id, in the guide's order. Kept for each guide, which never changes. */
export function promptsIn(guide: Guide): ReadonlyMap<string, Placed> {
  const known = placedByGuide.get(guide)
  if (known) return known
  const placed = new Map(
    guide.stages.flatMap(stage =>
      stage.topics.flatMap(topic => topic.prompts.map(prompt => [prompt.id, { prompt, topic, stage }] as const)),
    ),
  )
  placedByGuide.set(guide, placed)
  return placed
}

interface Orders {
  asWritten: readonly Placed[]
  /** First the young person's, then the practitioner's own afterwards, then what was left of getting ready. */
  withYoungPerson: readonly Placed[]
}

const ordersByGuide = new WeakMap<Guide, Orders>()

/** The prompts in the two orders a talk may take. Kept for each guide, which never changes. */
export function ordersOf(guide: Guide): Orders {
  const known = ordersByGuide.get(guide)
  if (known) return known
  const asWritten = [...promptsIn(guide).values()]
  const met = asWritten.findIndex(each => !each.stage.practitionerOnly)
  const since = asWritten
    .slice(met)
    .toSorted((a, b) => Number(a.stage.practitionerOnly) - Number(b.stage.practitionerOnly))
  const withYoungPerson = [...since, ...asWritten.slice(0, met)]
  const orders = { asWritten, withYoungPerson }
  ordersByGuide.set(guide, orders)
  return orders
}
