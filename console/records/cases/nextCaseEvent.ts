import type { CaseEventBody, RecordedCaseEvent } from '../../casework/episode/caseEvents.ts'
import { eventIdOf, uuidOf } from '../turnIds.ts'
import type { ChainedCaseEvent } from './caseRow.ts'
import type { CaseActor, CaseWriting } from './cases.ts'

/** The event a writing makes after those that its case has; one writing may make several, each with an id of its own. */
export function nextCaseEvent(
  episode: string,
  before: readonly ChainedCaseEvent[],
  { id, body }: Pick<CaseWriting, 'id' | 'body'>,
  { by, from, deviceAt }: CaseActor,
  recordedAt: string,
): RecordedCaseEvent {
  const place = before.filter(({ turn }) => turn === id).length
  return {
    id: eventIdOf(id, place),
    episode,
    seq: before.length + 1,
    by,
    from,
    deviceAt,
    recordedAt,
    body: withStoredIds(body),
  }
}

/** Ids are kept as Postgres writes them, so that what one names is found by another. */
function withStoredIds(body: CaseEventBody): CaseEventBody {
  switch (body.type) {
    case 'covered':
      return { ...body, interview: uuidOf(body.interview) }
    case 'intelligence': {
      const { from, replaces } = body
      return {
        ...body,
        ...(from ? { from: { interview: uuidOf(from.interview), event: uuidOf(from.event) } } : {}),
        ...(replaces ? { replaces: uuidOf(replaces) } : {}),
      }
    }
    case 'linked':
      return { ...body, episode: uuidOf(body.episode) }
    case 'concernNoted':
      return { ...body, interview: uuidOf(body.interview), concern: uuidOf(body.concern) }
    case 'actionAdded': {
      if (!body.concern) return body
      const { interview, concern } = body.concern
      return { ...body, concern: { interview: uuidOf(interview), concern: uuidOf(concern) } }
    }
    case 'actionDone':
    case 'followUpHeld':
      return { ...body, action: uuidOf(body.action) }
    case 'answeredSentBack':
      return { ...body, sentBack: uuidOf(body.sentBack) }
    case 'withdrawn':
      return { ...body, event: uuidOf(body.event) }
    default:
      return body
  }
}
