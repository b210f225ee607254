import { useState } from 'preact/hooks'
import { RecordPanel } from '../record/RecordPanel.tsx'
import { Now } from '../room/Now.tsx'
import { Refusals } from '../room/Refusals.tsx'
import { RoomContext, useRoom } from '../room/RoomContext.ts'
import { RoomHeader } from '../room/RoomHeader.tsx'
import { TopicsPanel } from '../room/TopicsPanel.tsx'
import { ViewTabs } from '../room/ViewTabs.tsx'
import { useApp } from '../session/AppContext.ts'
import { useTitle } from '../shared/useTitle.ts'
import { useWords } from '../words/useWords.ts'
import { FinishMenu } from './FinishMenu.tsx'
import { typedField } from './openPractice.ts'
import { PracticeBand } from './PracticeBand.tsx'
import { usePractice } from './PracticeContext.ts'
import type { PracticeTools } from './PracticeTools.ts'
import { sayFieldId } from './SayForm.tsx'
import { TalkThread } from './TalkThread.tsx'
import { theirLast } from './theirLast.ts'
import { WrittenDown } from './WrittenDown.tsx'

/** A practice room: the talk beside the same guide as in a real one, and the record that is made of it. */
export function PracticeRoom() {
  const { say } = useApp()
  const view = useRoom()
  const { room } = view
  const { talk, about } = usePractice()
  const [shown, show] = useState<PracticeView>('said')
  const english = useWords('en', 'guide')
  const { name } = about.card.person
  useTitle(`${say('practice/mark')}: ${name} - ${say('app/name')}`)
  const hasEnded = talk.attempt?.ended !== undefined
  const tools: PracticeTools | undefined = english && {
    english,
    async useWords(words) {
      await room.draft(typedField, { text: words })
      show('said')
      setTimeout(() => document.getElementById(sayFieldId)?.focus())
    },
    theirLast: theirLast(about.opening, talk.turns),
    unsent: talk.saying !== undefined,
    hasEnded,
  }
  if (!tools) return null
  const views = hasEnded ? endedViews : practiceViews
  const part = views.includes(shown) ? shown : 'said'
  return (
    <RoomContext.Provider value={{ ...view, practice: tools }}>
      <div class="room-frame">
        <div class="room room--practice" data-view={part}>
          <a class="govuk-skip-link" href="#now">
            {say('app/skip')}
          </a>
          <RoomHeader knownAs={name} onChanged={() => show('talk')} />
          <PracticeBand>
            <p class="practice-band__watched" role="status">
              {talk.trainers > 0 && say('practice/watched')}
            </p>
            {!hasEnded && <FinishMenu />}
          </PracticeBand>
          <Refusals />
          <main class="room__parts" id="now" tabIndex={-1}>
            <ViewTabs views={views} words={practiceViewWords} shown={part} show={show} />
            {hasEnded ? (
              <WrittenDown />
            ) : (
              <div class="room__now">
                <Now />
              </div>
            )}
            <section
              class={`room__side room__side--${part}`}
              aria-label={say(part === 'record' || part === 'topics' ? `view/${part}` : 'practice/view-said')}
            >
              {part === 'topics' ? (
                <TopicsPanel onGone={() => show('talk')} />
              ) : part === 'record' ? (
                <RecordPanel />
              ) : (
                <TalkThread />
              )}
            </section>
          </main>
        </div>
      </div>
    </RoomContext.Provider>
  )
}

/** `said` is the talk itself, and `talk` the guide, as in every room. */
const practiceViewWords = {
  said: 'practice/view-said',
  talk: 'practice/view-guide',
  record: 'view/record',
  topics: 'view/topics',
} as const
type PracticeView = keyof typeof practiceViewWords

const practiceViews: readonly PracticeView[] = ['said', 'talk', 'record', 'topics']

/** Once it has ended nothing is put right any more: the talk, and what was written down of it. */
const endedViews: readonly PracticeView[] = ['said', 'talk']
