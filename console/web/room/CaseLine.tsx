import { useEffect, useMemo } from 'preact/hooks'
import { clockWords } from '../desk/clockWords.ts'
import { DueWords } from '../desk/DueWords.tsx'
import { useNow } from '../desk/useNow.ts'
import { openDesk } from '../live/openDesk.ts'
import { useApp, useWork } from '../session/AppContext.ts'
import { useObserved } from '../shared/useObserved.ts'
import { useRoom } from './RoomContext.ts'

/** Quietly, where the interview belongs to a case: what is due next of it, and the way there. */
export function CaseLine() {
  const { say } = useApp()
  const { connection, person } = useWork()
  const { interview } = useRoom().room
  const desk = useMemo(
    () => openDesk(connection, person.id, { which: 'open', interview }),
    [connection, person.id, interview],
  )
  useEffect(() => desk.close, [desk])
  const { lines } = useObserved(desk.state)
  // A server that answers with more than was asked for is taken at what was asked for.
  const line = lines.find(({ interviews }) => interviews.includes(interview))
  const dues = useMemo(() => line?.due.map(({ due }) => due) ?? [], [line])
  const now = useNow(dues)
  if (!line) return null
  const [next] = line.due
  return (
    <p class="case-line">
      <a href={`/cases/${line.episode}`}>{say('case/its-case')}</a>{' '}
      {next ? (
        <>
          {clockWords(say, next)} <DueWords due={next.due} now={now} />
        </>
      ) : (
        say('desk/nothing-due')
      )}
    </p>
  )
}
