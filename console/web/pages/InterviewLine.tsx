import type { Words } from '../../../locales/translator.ts'
import type { InterviewSummary } from '../../records/interviews.ts'
import { useApp } from '../session/AppContext.ts'
import { usePersonName } from '../session/usePersonName.ts'
import { dayAndTime } from '../words/timeWords.ts'

/** One interview in the list. */
export function InterviewLine({ summary, words }: { summary: InterviewSummary; words: Words | undefined }) {
  const { say, language } = useApp()
  const nameOf = usePersonName()
  const { id, knownAs, openedAt, openedBy, state, stage, openConcerns } = summary
  const going = state === 'open' || state === 'paused'
  return (
    <li class="interviews__one">
      <a class="interviews__name" href={going ? `/interviews/${id}` : `/interviews/${id}/record`}>
        <bdi>{knownAs ?? say('list/not-named')}</bdi>
      </a>
      <p class="interviews__when">
        <bdi>{say('list/begun', { when: dayAndTime(openedAt, language), by: nameOf(openedBy) })}</bdi>
      </p>
      <p class="interviews__stage">
        {stage && words ? words(stage === 'concern' ? 'topic/concern' : `stage/${stage}`) : ''}
      </p>
      <p class="interviews__state">
        {openConcerns > 0 && (
          <span class="topic-state topic-state--concern">{say('list/concerns', { open: openConcerns })}</span>
        )}{' '}
        <span class={`topic-state topic-state--${going ? 'some-left' : 'done'}`}>{say(`state/${state}`)}</span>
      </p>
    </li>
  )
}
