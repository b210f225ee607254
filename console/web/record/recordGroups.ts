import type { Guide, Prompt, Topic } from '../../../dialogs/guide/schema.ts'
import { belongs } from '../../../dialogs/plan/isDue.ts'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import type { Field, InterviewRecord } from '../../../dialogs/record/record.ts'

/** The fields of one topic: what is filled, coverage included, and what may still be. */
export interface RecordGroup {
  stage: string
  topic: Topic
  filled: readonly Field[]
  /** Prompts that belong and have nothing in them yet. Words to speak are not fields to fill. */
  empty: readonly Prompt[]
}

/** The record by topic, in the guide's order. Coverage stands with the first topic that listens for it. */
export function recordGroups(guide: Guide, record: InterviewRecord): RecordGroup[] {
  const groups = new Map<Topic, { stage: string; filled: Field[]; empty: Prompt[] }>()
  const placed = new Set<string>()
  for (const place of promptsIn(guide).values()) {
    const { prompt, topic, stage } = place
    if (stage.pensDown) continue
    const group = groups.get(topic) ?? { stage: stage.id, filled: [], empty: [] }
    groups.set(topic, group)
    const field = filledIn(record, prompt.id)
    if (field && !onlySaid(field)) group.filled.push(field)
    else if (prompt.kind !== 'say' && belongs(place, record)) group.empty.push(prompt)
    for (const id of prompt.listenFor) {
      const heard = placed.has(id) ? undefined : filledIn(record, id)
      if (!heard) continue
      placed.add(id)
      group.filled.push(heard)
    }
  }
  return [...groups].map(([topic, group]) => ({ topic, ...group }))
}

/** The field, where there is something in it or there was. */
function filledIn(record: InterviewRecord, id: string): Field | undefined {
  const field = record.fields[id]
  return field && field.events.length > 0 ? field : undefined
}

const onlySaid = (field: Field) => field.entries.length > 0 && field.entries.every(each => each.value.kind === 'said')
