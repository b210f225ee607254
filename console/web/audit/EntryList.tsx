import { useCallback, useEffect, useState } from 'preact/hooks'
import type { AuditQuery } from '../../contract/audit.ts'
import type { AuditLine } from '../../records/audit/auditTrail.ts'
import { useApp } from '../session/AppContext.ts'
import { askEntries } from './askAudit.ts'
import { DidNotCome } from './DidNotCome.tsx'
import { EntryFilters } from './EntryFilters.tsx'
import { EntryTable } from './EntryTable.tsx'
import { useAsked } from './useAsked.ts'

interface Props {
  /** Of one interview, or of everything. */
  interview?: string
  /** People to choose from besides those who are known here. */
  people?: readonly string[]
}

/** Every entry in time order, newest first, a page at a time. */
export function EntryList({ interview, people = [] }: Props) {
  const { say } = useApp()
  const [filter, setFilter] = useState<AuditQuery>({})
  const asked = useAsked(useCallback(() => askEntries({ ...filter, interview }), [filter, interview]))
  const [older, setOlder] = useState<{ lines: readonly AuditLine[]; more: boolean; failed: boolean }>()
  useEffect(() => setOlder(undefined), [filter])
  const first = asked.value
  const lines = [...(first?.lines ?? []), ...(older?.lines ?? [])]
  const more = older?.more ?? first?.more ?? false
  const goOn = async () => {
    const come = await askEntries({ ...filter, interview, before: lines.at(-1)?.seq }).catch(() => undefined)
    const before = older?.lines ?? []
    setOlder(
      come
        ? { lines: [...before, ...come.lines], more: come.more, failed: false }
        : { lines: before, more, failed: true },
    )
  }
  const isFiltered = Object.values(filter).some(value => value !== undefined)
  return (
    <section>
      <h2 class="govuk-heading-m" id="audit-entries">
        {say('audit/entries')}
      </h2>
      <EntryFilters filter={filter} people={[...people, ...lines.map(({ by }) => by)]} onFilter={setFilter} />
      {asked.state === 'failed' && <DidNotCome again={asked.again} />}
      <p class="audit__quiet" role="status">
        {asked.state === 'coming' && say('room/fetching')}
        {asked.state === 'here' && say(more ? 'audit/shown-more' : 'audit/shown', { shown: lines.length })}
      </p>
      {asked.state === 'here' && lines.length === 0 && (
        <p class="empty">{say(isFiltered ? 'audit/none-fit' : 'audit/none')}</p>
      )}
      {lines.length > 0 && (
        // Those before stay meanwhile, so that the page does not jump.
        <div class={asked.state === 'coming' ? 'audit__before' : ''} aria-busy={asked.state === 'coming'}>
          <EntryTable lines={lines} isOfOne={interview !== undefined} />
        </div>
      )}
      {older?.failed && <DidNotCome again={() => void goOn()} />}
      {more && !older?.failed && (
        <button type="button" class="button button--quiet audit__more" onClick={() => void goOn()}>
          {say('audit/older')}
        </button>
      )}
    </section>
  )
}
