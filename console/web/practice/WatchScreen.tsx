import { isSpoken } from '../room/isSpoken.ts'
import { useRoom } from '../room/RoomContext.ts'
import { SpokenWords } from '../room/SpokenWords.tsx'
import { useApp } from '../session/AppContext.ts'
import { nameOf } from '../session/usePersonName.ts'
import { Page } from '../shared/Page.tsx'
import { PracticeBand } from './PracticeBand.tsx'
import { usePractice } from './PracticeContext.ts'
import { PracticeNav } from './PracticeNav.tsx'
import { TalkThread } from './TalkThread.tsx'
import { WrittenDown } from './WrittenDown.tsx'

/** Someone's practice as it goes on, for whoever trains them: what is said, where the guide is and what they wrote down. */
export function WatchScreen() {
  const { say } = useApp()
  const { step } = useRoom()
  const { about } = usePractice()
  return (
    <Page title={about.card.person.name} mark={say('practice/mark')} nav={<PracticeNav />}>
      <PracticeBand />
      <p class="notice">{say('practice/watching', { name: nameOf(about.trainee, say) })}</p>
      <div class="watch">
        <TalkThread />
        <section class="watch__guide" aria-labelledby="watch-guide">
          <h2 class="govuk-heading-m" id="watch-guide">
            {say('practice/guide-now')}
          </h2>
          {step.kind === 'ask' && <SpokenWords prompt={step.prompt} spoken={isSpoken(step)} />}
          <WrittenDown />
        </section>
      </div>
    </Page>
  )
}
