import type { DeskReminder } from '../../contract/cases.ts'
import type { Connection } from './connection.ts'
import { type Observable, observable } from './observable.ts'

/** What this person was reminded of since the page was loaded, and has not put away. The server tells each once. */
export function followReminders({ socket }: Connection): Observable<readonly DeskReminder[]> {
  const reminders = observable<readonly DeskReminder[]>([])
  socket.on('desk:reminder', told =>
    reminders.update(now => [told, ...now.filter(each => !isSame(each, told))].slice(0, most)),
  )
  return reminders
}

/** Of one clock only the last: that it is late says more than that it was soon. */
export const isSame = (a: DeskReminder, b: DeskReminder) =>
  a.episode === b.episode && a.clock === b.clock && a.concern === b.concern

const most = 50
