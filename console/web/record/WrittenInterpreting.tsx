import { promptsIn } from '../../../dialogs/plan/promptsIn.ts'
import { useInterpreters } from '../interpreter/useInterpreters.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { dayAndTime } from '../words/timeWords.ts'

/** Who interpreted, how and from when to when; what they let the room know; and what was said in other words. */
export function WrittenInterpreting() {
  const { say, language } = useApp()
  const { room, guide, record, screenWords } = useRoom()
  const { here, before } = useInterpreters(room.interview)
  // That words were said is every prompt's; what else was flagged is worth reading.
  const flags = record.flags.filter(({ flag }) => flag !== 'said')
  if (here.length + before.length + flags.length + record.rephrasings.length === 0) return null
  const at = (prompt: string | undefined) =>
    prompt === undefined ? '' : screenWords(`topic/${promptsIn(guide).get(prompt)?.topic.id ?? guide.concern.id}`)
  return (
    <section class="written__stage" aria-labelledby="interpreting">
      <h2 class="govuk-heading-m" id="interpreting">
        {say('interpreting/title')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {[...before, ...here].map(each => (
          <li key={each.id}>
            <bdi>{each.name}</bdi>, <bdi>{each.agency}</bdi>. <bdi>{each.dialect}</bdi>.{' '}
            {say(`interpreter/mode-${each.mode}`)}. {dayAndTime(each.since, language)}
            {' – '}
            {'until' in each ? dayAndTime(each.until, language) : say('interpreting/still-here')}
          </li>
        ))}
      </ul>
      {flags.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {flags.map(({ event, at: time, flag, prompt }) => (
            <li key={event}>
              {dayAndTime(time, language)} · {say(`flagged/${flag}`)} {at(prompt)}
            </li>
          ))}
        </ul>
      )}
      {record.rephrasings.map(({ event, prompt, words }) => (
        <p key={event} class="govuk-body">
          {at(prompt)}: {say('other-words/kept')} <q dir="auto">{words}</q>
        </p>
      ))}
    </section>
  )
}
