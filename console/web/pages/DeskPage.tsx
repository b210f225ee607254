import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { mayDo } from '../../casework/roles.ts'
import type { AskDesk } from '../../contract/cases.ts'
import { clockWords } from '../desk/clockWords.ts'
import { DeskFilters } from '../desk/DeskFilters.tsx'
import { DeskList } from '../desk/DeskList.tsx'
import { DeskSearch } from '../desk/DeskSearch.tsx'
import { type DeskFilter, ranOut, shownLines } from '../desk/deskView.ts'
import { StandingDates } from '../desk/StandingDates.tsx'
import { useDeskKeys } from '../desk/useDeskKeys.ts'
import { useNow } from '../desk/useNow.ts'
import { openDesk } from '../live/openDesk.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { prefer, preferences } from '../session/preferences.ts'
import { Page } from '../shared/Page.tsx'
import { useObserved } from '../shared/useObserved.ts'

/** What needs me now: the cases, the most urgent first, as they and the time go on. */
export function DeskPage() {
  const { say } = useApp()
  const { connection, person, reminders } = useWork()
  const desk = useMemo(() => openDesk(connection, person.id, { which: 'open' }), [connection, person.id])
  useEffect(() => desk.close, [desk])
  // Whoever is here sees what they were reminded of.
  useEffect(() => reminders.set([]), [reminders])
  const state = useObserved(desk.state)
  const { keys } = useObserved(preferences)
  useDeskKeys(keys)
  const [filter, setFilter] = useState<DeskFilter>({ lateOnly: false, clock: '' })
  const dues = useMemo(() => state.lines.flatMap(({ due }) => due.map(each => each.due)), [state.lines])
  const now = useNow(dues)
  const lines = useMemo(() => shownLines(state.lines, filter, now), [state.lines, filter, now])
  const { which } = state.ask
  return (
    <Page title={say('desk/title')} isDesk>
      <p class="list__begin desk__links no-print">
        <a class="button button--next" href="/cases/new">
          {say('case/new')}
        </a>
        <a class="button button--quiet" href="/interviews">
          {say('list/title')}
        </a>
        {mayDo(person.role, 'notices.read') && (
          <a class="button button--quiet" href="/notices">
            {say('notices/title')}
          </a>
        )}
      </p>
      <DeskSearch state={state} onName={name => void desk.show({ which, ...(name ? { name } : {}) })} />
      <DeskFilters
        which={which}
        onWhich={asked => void desk.show({ ...state.ask, which: asked })}
        filter={filter}
        onFilter={setFilter}
        lines={state.lines}
      />
      <RanOut lines={state.lines} now={now} />
      {lines.length > 0 && <DeskList lines={lines} now={now} />}
      {state.read && lines.length === 0 && <Nothing which={which} isFiltered={state.lines.length > 0} />}
      {!state.read && !state.problem && <p class="govuk-body">{say('room/fetching')}</p>}
      <StandingDates />
      <details class="fold no-print">
        <summary>{say('desk/keys')}</summary>
        <p class="govuk-body">{say('desk/keys-how')}</p>
        <button type="button" class="button button--quiet" aria-pressed={keys} onClick={() => prefer({ keys: !keys })}>
          {say('desk/keys-letters')}
        </button>
      </details>
    </Page>
  )
}

/** Nothing to show, and what to do about it. */
function Nothing({ which, isFiltered }: { which: AskDesk['which']; isFiltered: boolean }) {
  const { say } = useApp()
  return (
    <div class="empty">
      <p class="govuk-body-l">{say(isFiltered ? 'desk/none-fit' : `desk/none-${which}`)}</p>
      <p class="govuk-body">{say(isFiltered ? 'desk/none-fit-do' : `desk/none-${which}-do`)}</p>
    </div>
  )
}

/** Says it as it happens: a clock ran out. */
function RanOut({ lines, now }: { lines: Parameters<typeof ranOut>[0]; now: number }) {
  const { say } = useApp()
  const before = useRef(now)
  const [words, setWords] = useState<readonly string[]>([])
  useEffect(() => {
    const out = ranOut(lines, before.current, now)
    before.current = now
    if (out.length === 0) return
    setWords(
      out.map(({ line, clock }) =>
        say('desk/ran-out', { who: line.calledAs ?? say('list/not-named'), what: clockWords(say, clock) }),
      ),
    )
  }, [now, lines])
  return (
    <div role="status" class="desk__ran-out">
      {words.map(each => (
        <p key={each} class="notice">
          {each}
        </p>
      ))}
    </div>
  )
}
