import { useCase } from '../case/CaseContext.ts'
import { useApp } from '../session/AppContext.ts'
import { dayAndTime } from '../words/timeWords.ts'
import { senderWords } from './senderWords.ts'

/** What came back from those who were told, the newest first. */
export function HeardBackList() {
  const { say, language } = useApp()
  const { file } = useCase()
  const heard = file.review.heardBack.toReversed()
  if (heard.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s">{say('review/heard-back')}</h3>
      <ul class="clocks">
        {heard.map(({ event, from, at, words }) => (
          <li key={event} class="clocks__one">
            <p class="concerns__from">
              <bdi>{senderWords(from, say)}</bdi>, {dayAndTime(at, language)}
            </p>
            <p dir="auto">{words}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
