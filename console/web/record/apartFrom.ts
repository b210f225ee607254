import type { Guide } from '../../../dialogs/guide/schema.ts'
import { belongs } from '../../../dialogs/plan/isDue.ts'
import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import type { InterviewRecord, Value } from '../../../dialogs/record/record.ts'

/** What stands apart in the record: kept back by choice, and never asked. They must not be taken for each other, nor for a no. */
export interface Apart {
  choseNotToSay: readonly string[]
  notAsked: readonly string[]
  spoken: readonly string[]
}

export function apartFrom(guide: Guide, record: InterviewRecord): Apart {
  const fields = Object.values(record.fields)
  const keptBack = (value: Value) =>
    value.kind === 'chose-not-to-say' || (value.kind === 'coverage' && value.told === 'chose-not-to-say')
  // Where the talk was stopped, what it had not come to was not asked.
  const whole: InterviewRecord = { ...record, state: 'open' }
  const placed = [...promptsIn(guide).values()].filter(place => !place.stage.pensDown && belongs(place, whole))
  return {
    choseNotToSay: fields.filter(field => field.entries.some(({ value }) => keptBack(value))).map(field => field.id),
    notAsked: placed
      .filter(({ prompt }) => prompt.kind !== 'say' && !record.fields[prompt.id]?.entries.length)
      .map(({ prompt }) => prompt.id),
    spoken: placed
      .filter(({ prompt }) => prompt.kind === 'say' && record.fields[prompt.id]?.entries.length)
      .map(({ prompt }) => prompt.id),
  }
}
