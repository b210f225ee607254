import { useEffect, useState } from 'preact/hooks'
import { languageOf } from '../../../locales/languages.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'

/** What the record is, how far it has come, and which guide it was made with. */
export function RecordFacts() {
  const { say, session, language } = useApp()
  const { record, state, saved } = useRoom()
  const nameOf = usePersonName()
  const [printed, setPrinted] = useState(() => new Date().toISOString())
  useEffect(() => {
    const now = () => setPrinted(new Date().toISOString())
    addEventListener('beforeprint', now)
    return () => removeEventListener('beforeprint', now)
  }, [])
  const how = record.state === 'stopped' ? `stopped-${record.stoppedBy ?? 'practitioner'}` : record.path
  const when = dayAndTime(printed, language)
  const printedBy = session.person ? say('written/printed-by', { when, by: nameOf(session.person.id) }) : when
  const facts: readonly (readonly [string, string])[] = [
    [say('written/begun'), dayAndTime(record.openedAt, language)],
    [say('written/changed'), dayAndTime(record.changedAt, language)],
    [
      say('written/how'),
      say(
        `written/how-${how as 'talk' | 'declined' | 'not-reached' | 'stopped-young-person' | 'stopped-practitioner'}`,
      ),
    ],
    [say('written/language'), languageOf(record.language).ownName],
    [say('written/guide'), String(record.guide)],
    [say('written/printed'), printedBy],
    [say('written/number'), record.interview],
  ]
  return (
    <>
      {session.demo && <p class="written__demo">{say('written/demo')}</p>}
      {(state.pending.length > 0 || record.seq > saved) && <p class="notice">{say('written/unsent')}</p>}
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name} class="facts__one">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
