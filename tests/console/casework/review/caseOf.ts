import { CaseEventBody, type RecordedCaseEvent } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom } from '../../../../console/casework/episode/caseFile.ts'

export const idOf = (seq: number) => `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`
export const at = (text: string) => `2026-06-${text}:00Z`
export const sent: CaseEventBody = { type: 'timed', moment: 'sent', at: at('03T12:00') }
export const toWorker: CaseEventBody = { type: 'forwarded', at: at('03T10:00'), to: 'social-worker', toName: 'Sam' }
export const toHub: CaseEventBody = {
  ...{ type: 'forwarded', at: at('03T09:00'), to: 'hub' },
  ...{ consider: 'not-sure', need: 'Somewhere warm.', support: 'Each week.' },
}
export const sentBack: CaseEventBody = { type: 'sentBack', at: at('04T09:00'), words: 'Who is at home?' }
export const reviewBy = (
  by: Extract<CaseEventBody, { type: 'reviewed' }>['by'],
  when = at('04T08:00'),
): CaseEventBody => ({
  ...{ type: 'reviewed', at: when, by },
  checks: { actions: 'yes', patterns: 'no', carePlan: 'not-yet' },
  ...(by === 'meeting' ? { meeting: 'core-group' as const } : {}),
})
export const closedAs = (because: Extract<CaseEventBody, { type: 'closed' }>['because']): CaseEventBody => ({
  type: 'closed',
  because,
})

/** The events of a case, one for each body; the first body has number 2. */
export const eventsOf = (...bodies: CaseEventBody[]): RecordedCaseEvent[] =>
  [{ type: 'notified' as const, source: 'police' as const }, ...bodies].map((body, place) => ({
    id: idOf(place + 1),
    episode: idOf(900),
    seq: place + 1,
    by: 'robin',
    from: 'console',
    deviceAt: '2026-06-01T09:00:00+01:00',
    recordedAt: '2026-06-01T09:00:00.000Z',
    body: CaseEventBody.parse(body),
  }))
export const fileOf = (...bodies: CaseEventBody[]) => caseFrom(eventsOf(...bodies))
