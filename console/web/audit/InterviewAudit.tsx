import { useCallback } from 'preact/hooks'
import type { WhoHasSeenResponse } from '../../contract/audit.ts'
import type { Seen as Line } from '../../records/audit/auditTrail.ts'
import { usePageFoot } from '../record/usePageFoot.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { Page } from '../shared/Page.tsx'
import { dayAndTime } from '../words/timeWords.ts'
import { AuditCheck } from './AuditCheck.tsx'
import { askWhoHasSeen } from './askAudit.ts'
import { DidNotCome } from './DidNotCome.tsx'
import { EntryList } from './EntryList.tsx'
import { shortNumber } from './shortNumber.ts'
import { useAsked } from './useAsked.ts'
import { WhoHasSeen } from './WhoHasSeen.tsx'

/** Who has seen the record of one interview. */
export function InterviewAudit({ id }: { id: string }) {
  const { say } = useApp()
  const asked = useAsked(useCallback(() => askWhoHasSeen(id), [id]))
  usePageFoot(say('audit/foot', { number: shortNumber(id) }))
  return (
    <Page title={say('audit/who-has-seen')}>
      <p class="audit__bar">
        <a class="button button--quiet" href="/audit">
          {say('audit/back')}
        </a>
        <button type="button" class="button button--quiet" onClick={() => print()}>
          {say('written/print')}
        </button>
      </p>
      {asked.state === 'failed' && <DidNotCome again={asked.again} />}
      {asked.state === 'here' && asked.value === undefined && <p class="empty">{say('audit/no-such-number')}</p>}
      {asked.state === 'here' && asked.value !== undefined && <Seen {...asked.value} />}
    </Page>
  )
}

function Seen({ interview, seen }: WhoHasSeenResponse) {
  const { say } = useApp()
  return (
    <>
      <Facts interview={interview} />
      <section class="audit__part">
        <h2 class="govuk-heading-m" id="audit-who">
          {say('audit/people')}
        </h2>
        <p class="govuk-body-l">
          {say('audit/answer', {
            seen: peopleWho(seen, act => sees(act)),
            refused: peopleWho(seen, act => act === 'refused'),
          })}
        </p>
        <p class="govuk-body">{say('audit/people-why')}</p>
        <WhoHasSeen seen={seen} />
      </section>
      <EntryList interview={interview.id} people={seen.map(({ by }) => by)} />
      <AuditCheck />
    </>
  )
}

/** What shows someone the record, or is done by someone who has it before them. */
const sees = (act: Line['act']) =>
  [
    'wrote',
    'interview-begun',
    'record-read',
    'record-joined',
    'script-read',
    'record-exported',
    'record-printed',
  ].includes(act)

const peopleWho = (seen: readonly Line[], did: (act: Line['act']) => boolean) =>
  new Set(seen.filter(({ act }) => did(act)).map(({ by }) => by)).size

function Facts({ interview: { id, begunAt, begunBy, team } }: Pick<WhoHasSeenResponse, 'interview'>) {
  const { say, session, language } = useApp()
  const nameOf = usePersonName()
  const when = dayAndTime(new Date().toISOString(), language)
  const read = session.person ? say('written/printed-by', { when, by: nameOf(session.person.id) }) : when
  const facts: readonly (readonly [string, string])[] = [
    [say('written/begun'), dayAndTime(begunAt, language)],
    [say('audit/begun-by'), nameOf(begunBy)],
    [say('audit/team'), team],
    [say('audit/read'), read],
    [say('written/number'), id],
  ]
  return (
    <dl class="facts audit__facts">
      {facts.map(([name, value]) => (
        <div key={name} class="facts__one">
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
