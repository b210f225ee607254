import type { AuditLine } from '../../records/audit/auditTrail.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { Scrolled } from '../shared/Scrolled.tsx'
import { dayAndTime } from '../words/timeWords.ts'
import { shortNumber } from './shortNumber.ts'

/** Entries as they were written. What they are about is a code or a number, and never a name. */
export function EntryTable({ lines, isOfOne }: { lines: readonly AuditLine[]; isOfOne: boolean }) {
  const { say, language } = useApp()
  const nameOf = usePersonName()
  return (
    <Scrolled class="audit__scroll" aria-labelledby="audit-entries">
      <table class="audit__table">
        <caption class="govuk-visually-hidden">{say('audit/entries')}</caption>
        <thead>
          <tr>
            <th scope="col" class="audit__times">
              {say('audit/entry')}
            </th>
            <th scope="col">{say('audit/when')}</th>
            <th scope="col">{say('audit/person')}</th>
            <th scope="col">{say('audit/what')}</th>
            {!isOfOne && <th scope="col">{say('audit/interview')}</th>}
            <th scope="col">{say('audit/about')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.seq}>
              <td class="audit__times">{line.seq}</td>
              <td class="audit__when">{dayAndTime(line.at, language)}</td>
              <td>
                <bdi>{nameOf(line.by)}</bdi>
              </td>
              <td>
                {say(`audit/act-${line.act}`)}
                <Reason reason={line.reason} />
              </td>
              {!isOfOne && (
                <td>
                  {line.interview !== null && (
                    <a class="govuk-link" href={`/audit/${line.interview}`}>
                      <bdi class="audit__number">{shortNumber(line.interview)}</bdi>
                    </a>
                  )}
                </td>
              )}
              <td class="audit__about">
                <bdi>{line.about}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function Reason({ reason }: Pick<AuditLine, 'reason'>) {
  const { say } = useApp()
  if (reason === null) return null
  return (
    <p class="audit__reason">
      {typeof reason === 'string' ? (
        <>
          {say('audit/reason')} <bdi>{reason}</bdi>
        </>
      ) : (
        say('audit/reason-unreadable')
      )}
    </p>
  )
}
