import { WhoNeedsToKnow } from '../circle/WhoNeedsToKnow.tsx'
import { knownAsOf } from '../room/knownAsOf.ts'
import { useRoom } from '../room/RoomContext.ts'
import { useApp } from '../session/AppContext.ts'
import { fetched } from '../shared/fetched.tsx'
import { useTitle } from '../shared/useTitle.ts'
import { ListedApart } from './ListedApart.tsx'
import { RecordFacts } from './RecordFacts.tsx'
import { usePageFoot } from './usePageFoot.ts'
import { useTellPrinted } from './useTellPrinted.ts'
import { WrittenConcerns } from './WrittenConcerns.tsx'
import { WrittenInterpreting } from './WrittenInterpreting.tsx'
import { WrittenStages } from './WrittenStages.tsx'

// For the few who may hold or hand it out: nobody else waits for it.
const Keeping = fetched(() => import('../keeping/Keeping.tsx').then(module => module.Keeping))

/** The whole record: concerns first, then by stage, and apart from it what was not said and not asked. */
export function WrittenRecord() {
  const { say, session } = useApp()
  const { room, record, step } = useRoom()
  const knownAs = knownAsOf(record) ?? say('list/not-named')
  const title = say(record.path === 'talk' ? 'written/title' : 'written/title-no-talk', { name: knownAs })
  useTitle(title)
  usePageFoot(session.demo ? `${title} · ${say('written/demo')}` : title)
  useTellPrinted(room.interview)
  return (
    <>
      <a class="govuk-skip-link" href="#main">
        {say('app/skip')}
      </a>
      <nav class="written-bar" aria-label={say('written/nav')}>
        <a class="button button--quiet" href="/interviews">
          {say('list/title')}
        </a>
        <a class="button button--quiet" href={`/interviews/${room.interview}`}>
          {say(step.kind === 'close' ? 'written/room' : 'written/go-on')}
        </a>
        <button type="button" class="button button--next" onClick={() => print()}>
          {say('written/print')}
        </button>
      </nav>
      <main class="written" id="main" tabIndex={-1}>
        <h1 class="govuk-heading-l">
          <bdi>{title}</bdi>
        </h1>
        <RecordFacts />
        <WrittenConcerns />
        <WrittenStages />
        <WrittenInterpreting />
        <ListedApart />
        <WhoNeedsToKnow />
        <Keeping />
      </main>
    </>
  )
}
