import type { Seen } from '../../records/audit/auditTrail.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { Scrolled } from '../shared/Scrolled.tsx'
import { dayAndTime } from '../words/timeWords.ts'
import { useRoleName } from './useRoleName.ts'

/** Everybody who did anything with one record, what, how often, first and last. */
export function WhoHasSeen({ seen }: { seen: readonly Seen[] }) {
  const { say, language } = useApp()
  const nameOf = usePersonName()
  const roleOf = useRoleName()
  if (seen.length === 0) return <p class="empty">{say('audit/nobody')}</p>
  return (
    <Scrolled class="audit__scroll" aria-labelledby="audit-who">
      <table class="audit__table">
        <caption class="govuk-visually-hidden">{say('audit/who-has-seen')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('audit/person')}</th>
            <th scope="col">{say('audit/role')}</th>
            <th scope="col">{say('audit/what')}</th>
            <th scope="col" class="audit__times">
              {say('audit/times')}
            </th>
            <th scope="col">{say('audit/first')}</th>
            <th scope="col">{say('audit/last')}</th>
          </tr>
        </thead>
        <tbody>
          {seen.map(({ by, role, act, times, first, last }) => (
            <tr key={`${act} ${by}`}>
              <th scope="row">
                <bdi>{nameOf(by)}</bdi>
              </th>
              <td>{roleOf(by, role)}</td>
              <td>{say(`audit/act-${act}`)}</td>
              <td class="audit__times">{new Intl.NumberFormat(language).format(times)}</td>
              <td>{dayAndTime(first, language)}</td>
              <td>{dayAndTime(last, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}
