import { clocksFor } from '../../../../console/casework/clocks/clocksFor.ts'
import { CaseEventBody, type RecordedCaseEvent } from '../../../../console/casework/episode/caseEvents.ts'
import { caseFrom, momentsOf } from '../../../../console/casework/episode/caseFile.ts'
import { type CaseReport, caseReport } from '../../../../console/casework/report/caseReport.ts'
import { defaultRecipients } from '../../../../console/casework/sharing/recipients.ts'
import { guide2 } from '../../../../dialogs/guide/guide.ts'
import type { NewEvent, RecordedEvent } from '../../../../dialogs/record/events.ts'
import { idOf, recorded } from '../../../support/talk.ts'

type Said = Omit<NewEvent, 'voice' | 'language'> & Partial<Pick<NewEvent, 'voice'>>

export const made = '2026-06-03T12:00:00.000Z'
export const interview = idOf(0)
export const concern = idOf(900)
export const arabicWords = 'قال كاي إنه سيؤذيني إذا أخبرت أحدا'

/** An interview in which this was said, each event with its place as its number. */
export function talkOf(...said: readonly Said[]): RecordedEvent[] {
  const opened = { type: 'opened', guide: guide2.version, regime: 'safeguarding-only', voice: 'practitioner' } as const
  return [opened, ...said].map((each, place) =>
    recorded(place + 1, { voice: 'young-person', language: 'ar', ...each } as NewEvent),
  )
}

export const said: readonly Said[] = [
  {
    type: 'accounted',
    prompt: 'leaving.before-you-went',
    words: 'I went to the park = alone.',
    original: { language: 'ar', words: 'ذهبت إلى الحديقة وحدي' },
    voice: 'interpreter',
  } as Said,
  {
    type: 'answered',
    prompt: 'safety.hurt-now',
    answer: { kind: 'plain', said: 'yes', detail: 'Kai has my phone.' },
  } as Said,
  { type: 'choseNotToSay', prompt: 'safety.kept' } as Said,
  { type: 'skipped', prompt: 'safety.frightening' } as Said,
  { type: 'concernRaised', concern, words: arabicWords } as Said,
  {
    type: 'answered',
    prompt: 'concern.kind',
    concern,
    answer: { kind: 'choice', option: 'threatened-or-kept' },
    voice: 'practitioner',
  } as Said,
  {
    type: 'answered',
    prompt: 'concern.done',
    concern,
    answer: { kind: 'text', text: 'Rang the hub.' },
    voice: 'practitioner',
  } as Said,
]

export const bodies: readonly CaseEventBody[] = [
  { type: 'notified', source: 'police', reference: 'INVENTED/9' },
  { type: 'named', calledAs: 'Example Finch' },
  { type: 'timed', moment: 'found', at: '2026-06-01T08:00:00Z' },
  { type: 'timed', moment: 'returned', at: '2026-06-01T09:00:00Z' },
  { type: 'timed', moment: 'lastSeen', at: null },
  { type: 'described', facts: { ages: { claimed: 15, assessed: 17, disputed: true }, lookedAfter: true } },
  {
    type: 'offered',
    at: '2026-06-01T10:00:00Z',
    means: 'phone',
    to: 'young-person',
    outcome: 'wants-to-think',
    words: 'Maybe tomorrow.',
  },
  { type: 'attempted', at: '2026-06-01T09:30:00Z', means: 'visit', to: 'parent-or-carer', outcome: 'not-there' },
  { type: 'parentInformation', at: '2026-06-01T11:00:00Z', words: 'She was with an aunt.' },
  { type: 'covered', interview },
  {
    type: 'actionAdded',
    kind: 'hub-referral',
    owner: 'interviewer',
    due: '2026-06-02T10:00:00Z',
    concern: { interview, concern },
  },
  {
    type: 'concernNoted',
    interview,
    concern,
    at: '2026-06-01T13:00:00Z',
    toldTo: 'Example hub worker',
    childTold: 'not-safe',
    words: 'Kai reads the phone.',
  },
  {
    type: 'shared',
    recipient: 'police',
    items: [idOf(5)],
    at: '2026-06-02T09:00:00Z',
    means: 'secure-email',
    digest: 'a'.repeat(64),
  },
]

export const caseOf = (all: readonly CaseEventBody[]): RecordedCaseEvent[] =>
  all.map((body, place) => ({
    ...{ id: idOf(100 + place), episode: idOf(700), seq: place + 1, by: 'robin', from: 'console' as const },
    ...{ deviceAt: '2026-06-01T12:00:00Z', recordedAt: `2026-06-01T12:00:${String(place).padStart(2, '0')}.000Z` },
    body: CaseEventBody.parse(body),
  }))

export function reportOf(all: readonly CaseEventBody[] = bodies, talk: readonly Said[] = said): CaseReport {
  const events = caseOf(all)
  const times = [{ held: '2026-06-02T10:00:00.000Z', concerns: ['2026-06-01T10:00:00.000Z'] }]
  return caseReport({
    ...{ events, times, made, recipients: defaultRecipients, regime: 'safeguarding-only' },
    clocks: clocksFor(momentsOf(caseFrom(events), times), made),
    interviews: [{ events: talkOf(...talk), guide: guide2 }],
  })
}
