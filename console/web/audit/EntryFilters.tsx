import type { ComponentChildren } from 'preact'
import { auditActs } from '../../casework/auditActs.ts'
import type { AuditQuery } from '../../contract/audit.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { sinceOf } from './sinceOf.ts'

interface Props {
  filter: AuditQuery
  people: readonly string[]
  onFilter(filter: AuditQuery): void
}

/** Only one person's, only what was done, only since a day. */
export function EntryFilters({ filter, people, onFilter }: Props) {
  const { say, session, language } = useApp()
  const nameOf = usePersonName()
  const known = [...new Set([...session.people.map(({ id }) => id), ...people])]
  const byName = (names: readonly (readonly [string, string])[]) =>
    names.toSorted(([, a], [, b]) => a.localeCompare(b, language))
  const acts = auditActs.map(act => [act, say(`audit/act-${act}`)] as const)
  return (
    <form class="audit__filters" onSubmit={event => event.preventDefault()} aria-label={say('audit/filters')}>
      <Filter id="audit-by" label={say('audit/person')}>
        <select
          id="audit-by"
          class="govuk-select"
          value={filter.by ?? ''}
          onChange={({ currentTarget }) => onFilter({ ...filter, by: currentTarget.value || undefined })}
        >
          <option value="">{say('audit/anyone')}</option>
          {byName(known.map(id => [id, nameOf(id)] as const)).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Filter>
      <Filter id="audit-act" label={say('audit/what')}>
        <select
          id="audit-act"
          class="govuk-select"
          value={filter.act ?? ''}
          onChange={({ currentTarget }) =>
            onFilter({ ...filter, act: auditActs.find(act => act === currentTarget.value) })
          }
        >
          <option value="">{say('audit/anything')}</option>
          {byName(acts).map(([act, name]) => (
            <option key={act} value={act}>
              {name}
            </option>
          ))}
        </select>
      </Filter>
      <Filter id="audit-since" label={say('audit/since')}>
        <input
          id="audit-since"
          class="govuk-input"
          type="date"
          onChange={({ currentTarget }) => onFilter({ ...filter, since: sinceOf(currentTarget.value) })}
        />
      </Filter>
    </form>
  )
}

function Filter({ id, label, children }: { id: string; label: string; children: ComponentChildren }) {
  return (
    <div class="audit__filter">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {children}
    </div>
  )
}
