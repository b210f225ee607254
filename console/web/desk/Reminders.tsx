import { useContext, useMemo } from 'preact/hooks'
import type { DeskReminder } from '../../contract/cases.ts'
import { isSame } from '../live/followReminders.ts'
import { type Observable, observable } from '../live/observable.ts'
import { useApp, WorkContext } from '../session/AppContext.ts'
import { useObserved } from '../shared/useObserved.ts'
import { clockWords } from './clockWords.ts'
import { DueWords } from './DueWords.tsx'
import { useNow } from './useNow.ts'

/** More would push the page away. */
const shown = 3

const none = observable<readonly DeskReminder[]>([])

/**
 * What runs out soon or has, above whatever page is open. Never in the room, where a young person may look on: what came there waits
 * for the next page.
 */
export function Reminders() {
  const reminders = useContext(WorkContext)?.reminders ?? none
  const now = useObserved(reminders)
  return <div role="status">{now.length > 0 && <ReminderList all={now} reminders={reminders} />}</div>
}

function ReminderList({
  all,
  reminders,
}: {
  all: readonly DeskReminder[]
  reminders: Observable<readonly DeskReminder[]>
}) {
  const { say } = useApp()
  const now = useNow(useMemo(() => all.map(({ due }) => due), [all]))
  return (
    <>
      {all.slice(0, shown).map(reminder => (
        <p key={`${reminder.episode} ${reminder.clock} ${reminder.concern}`} class="notice reminder">
          <a href={`/cases/${reminder.episode}`}>{clockWords(say, { ...reminder, id: reminder.clock })}</a>{' '}
          <DueWords due={reminder.due} now={now} />
          <button
            type="button"
            class="text-button"
            onClick={() => reminders.update(left => left.filter(each => !isSame(each, reminder)))}
          >
            {say('desk/put-away')}
          </button>
        </p>
      ))}
      {all.length > shown && (
        <p class="notice reminder">
          {say('desk/more-reminders', { number: all.length - shown })} <a href="/desk">{say('desk/go')}</a>
        </p>
      )}
    </>
  )
}
