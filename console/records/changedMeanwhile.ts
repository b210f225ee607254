import { isDeepStrictEqual } from 'node:util'
import type { Guide } from '../../dialogs/guide/schema.ts'
import type { Intent } from '../../dialogs/intent.ts'
import type { NewEvent, RecordedEvent } from '../../dialogs/record/events.ts'
import type { InterviewRecord } from '../../dialogs/record/record.ts'
import { concernField } from '../../dialogs/record/recordFrom.ts'
import type { TurnRequest } from './interviews.ts'

/**
 * What other people did, since the client last looked, to the field this turn would change. None where nothing would be
 * lost: an account adds, equal answers agree, `corrects` with the present entry is a choice already made, and a higher
 * risk stands at once. A lower risk never takes the place of a higher one here.
 */
export function changedMeanwhile(
  guide: Guide,
  record: InterviewRecord,
  since: readonly RecordedEvent[],
  request: TurnRequest,
  mine: readonly NewEvent[],
): readonly RecordedEvent[] {
  const { intent, by, from } = request
  const others = since.filter(event => event.by !== by || event.from !== from)
  if (others.length === 0) return []
  const fields = [...mine.map(event => fieldOf(record, event)), fieldOfCorrection(intent)]
  const theirs = others.filter(event => {
    const field = fieldOf(record, event)
    return (
      field !== undefined &&
      fields.includes(field) &&
      !mine.some(each => isDeepStrictEqual(contentOf(each), contentOf(event)))
    )
  })
  if (theirs.length === 0 || isChoice(record, intent)) return []
  const higher = mine.some(event => isRisk(guide, event)) && !theirs.some(event => isRisk(guide, event))
  return higher ? [] : theirs
}

/** The field in which an event replaces or takes away a value; none where it only adds or moves. */
function fieldOf(record: InterviewRecord, event: NewEvent): string | undefined {
  switch (event.type) {
    case 'accounted':
      return event.corrects === undefined ? undefined : promptField(event)
    case 'answered':
    case 'choseNotToSay':
      return promptField(event)
    case 'covered':
      return event.coverage
    case 'withdrawn':
      return Object.values(record.fields).find(field => field.events.includes(event.event))?.id
    default:
      return undefined
  }
}

/** The field a correction is for, also where what it names has been replaced meanwhile and it makes no event. */
function fieldOfCorrection(intent: Intent): string | undefined {
  if (!('corrects' in intent) || intent.corrects === undefined) return undefined
  return intent.do === 'cover' ? intent.coverage : promptField(intent)
}

const promptField = ({ prompt, concern }: { prompt?: string | undefined; concern?: string | undefined }) =>
  prompt === undefined || concern === undefined ? prompt : concernField(concern, prompt)

function contentOf(event: NewEvent): unknown {
  if (event.type === 'answered') return [event.voice, event.answer]
  if (event.type === 'accounted') return [event.voice, event.words]
  if (event.type === 'covered') return [event.voice, event.told, event.detail, event.because]
  return [event.voice, event.type]
}

const isChoice = (record: InterviewRecord, intent: Intent) =>
  'corrects' in intent &&
  intent.corrects !== undefined &&
  Object.values(record.fields).some(({ entries }) => entries.some(({ event }) => event === intent.corrects))

/** Yes to a direct safety question, or to a coverage item that the guide marks as one of safety. */
function isRisk(guide: Guide, event: NewEvent): boolean {
  if (event.type === 'answered') return event.answer.kind === 'plain' && event.answer.said === 'yes'
  if (event.type !== 'covered' || event.told !== 'yes') return false
  return guide.coverage.some(({ id, safety }) => id === event.coverage && safety)
}
