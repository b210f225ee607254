import type { Condition } from '../guide/schema.ts'
import type { InterviewRecord } from '../record/record.ts'
import type { Placed } from './promptsIn.ts'

/** Whether the prompt belongs in this interview, dealt with or not: its path fits and its conditions hold. */
export function belongs({ prompt, topic, stage }: Placed, record: InterviewRecord): boolean {
  // NB: when a young person stops, what is left is the practitioner's own notes.
  if (record.state === 'stopped' && !stage.practitionerOnly) return false
  return topic.paths.includes(record.path) && holds(topic.askWhen, record) && holds(prompt.askWhen, record)
}

/** Whether the prompt belongs and has not been dealt with in any way. */
export function isDue(placed: Placed, record: InterviewRecord): boolean {
  return record.dealt[placed.prompt.id] === undefined && belongs(placed, record)
}

/** Whether the condition holds in the record, whoever told it. No condition always holds. */
export function holds(condition: Condition | undefined, record: InterviewRecord): boolean {
  if (!condition) return true
  if ('all' in condition) return condition.all.every(each => holds(each, record))
  if ('any' in condition) return condition.any.some(each => holds(each, record))
  if ('not' in condition) return !holds(condition.not, record)
  if ('told' in condition) {
    return entriesOf(condition.told, record).some(({ value }) => value.kind === 'coverage' && value.told === 'yes')
  }
  return entriesOf(condition.answered, record).some(({ value }) => {
    switch (value.kind) {
      case 'choice':
        return value.option === condition.is
      case 'choices':
        return value.options.includes(condition.is)
      case 'plain':
        return value.said === condition.is
      default:
        return false
    }
  })
}

const entriesOf = (id: string, record: InterviewRecord) => record.fields[id]?.entries ?? []
