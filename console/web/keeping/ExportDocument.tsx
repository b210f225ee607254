import type { ExportChange } from '../../casework/subjectAccess/exportChoices.ts'
import type { Reviewed } from '../../casework/subjectAccess/exportLine.ts'
import type { SubjectAccess } from '../../casework/subjectAccess/subjectAccess.ts'
import { useApp } from '../session/AppContext.ts'
import type { ConsoleKey } from '../words/ConsoleKey.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { ExportLineView } from './ExportLineView.tsx'

interface Props {
  of: SubjectAccess | SubjectAccess<Reviewed>
  /** Left out where it is not being prepared any more. */
  onChange?: ((change: ExportChange) => Promise<void>) | undefined
}

/** What is held: their words, what was agreed, what was written about them, what was left out, who has seen it. */
export function ExportDocument({ of, onChange }: Props) {
  const { say, language } = useApp()
  return (
    <>
      <dl class="facts">
        {(
          [
            ['written/number', of.interview],
            ['written/begun', dayAndTime(of.openedAt, language)],
            ['written/changed', dayAndTime(of.changedAt, language)],
          ] as const
        ).map(([name, value]) => (
          <div key={name} class="facts__one">
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {(['said', 'agreed', 'views'] as const).map(part => (
        <section key={part} class="written__stage" aria-labelledby={`export-${part}`}>
          <h2 class="govuk-heading-m" id={`export-${part}`}>
            {say(`export/${part}`)}
          </h2>
          {of[part].length === 0 && <p class="govuk-body">{say('written/nothing')}</p>}
          {of[part].map(line => (
            <ExportLineView key={line.event} line={line} onChange={onChange} />
          ))}
        </section>
      ))}
      <LeftOut of={of} />
      <SeenBy of={of} />
    </>
  )
}

function LeftOut({ of }: { of: SubjectAccess }) {
  const { say } = useApp()
  return (
    <section class="written__apart" aria-labelledby="export-left-out">
      <h2 class="govuk-heading-m" id="export-left-out">
        {say('export/left-out')}
      </h2>
      <p class="govuk-body">{say('export/left-out-names')}</p>
      {of.leftOut.map(({ voice, count }) => (
        <p key={voice} class="govuk-body">
          {say(`export/left-out-${voice}`, { times: count })}
        </p>
      ))}
    </section>
  )
}

function SeenBy({ of }: { of: SubjectAccess }) {
  const { say, language } = useApp()
  return (
    <section class="written__apart" aria-labelledby="export-seen">
      <h2 class="govuk-heading-m" id="export-seen">
        {say('export/seen')}
      </h2>
      <ul class="govuk-list">
        {of.seenBy.map(({ role, first, last }) => (
          <li key={role}>
            {say('export/seen-one', {
              role: roleWords(role, say),
              first: dayAndTime(first, language),
              last: dayAndTime(last, language),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The role of someone who has left is not known any more. */
export const roleWords = (role: string, say: (key: ConsoleKey) => string): string =>
  role === 'unknown' ? say('export/role-unknown') : say(`role/${role}` as ConsoleKey)
