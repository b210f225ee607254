import { useApp } from '../session/AppContext.ts'
import { prefer } from '../session/preferences.ts'
import { Icon } from '../shared/Icon.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import { useRoom } from './RoomContext.ts'
import { SavedState } from './SavedState.tsx'

interface Props {
  knownAs: string
  /** After what changes what comes now, so that it is seen where only one part is shown. */
  onChanged: () => void
}

/** Who and where, whether it is saved, and the three things that must always be one tap away. */
export function RoomHeader({ knownAs, onChanged }: Props) {
  const { say } = useApp()
  const { step, screenWords, practice } = useRoom()
  return (
    <header class="bar">
      <div class="bar__who">
        <a class="bar__list" href={practice ? '/practice' : '/interviews'}>
          {say(practice ? 'practice/all-talks' : 'list/title')}
        </a>
        <div class="bar__here">
          <h1 class="bar__name">
            <bdi>{knownAs}</bdi>
          </h1>
          {step.kind === 'ask' && !practice?.hasEnded && (
            <p class="bar__where">
              {screenWords(step.stage.id === 'concern' ? 'topic/concern' : `stage/${step.stage.id}`)}
              {step.stage.id !== 'concern' && <> · {screenWords(`topic/${step.topic.id}`)}</>}
            </p>
          )}
        </div>
      </div>
      {!practice?.hasEnded && <ProgressLine />}
      <SavedState />
      <div class="bar__actions">
        <button type="button" class="button button--quiet" onClick={() => prefer({ covered: true })}>
          <Icon name="eye" />
          {say('cover/cover')}
        </button>
        {!practice?.hasEnded && <Doing onChanged={onChanged} />}
      </div>
    </header>
  )
}

/** What changes how the talk goes. */
function Doing({ onChanged }: Pick<Props, 'onChanged'>) {
  const { say } = useApp()
  const { room, step } = useRoom()
  const inConcern = step.kind === 'ask' && step.concern !== undefined
  return (
    <>
      <MoreMenu onChanged={onChanged} />
      <button
        type="button"
        class="button button--concern"
        disabled={inConcern}
        onClick={() => void room.act({ do: 'concern', concern: crypto.randomUUID() }).then(onChanged)}
      >
        <Icon name="alert" />
        {say('concern/raise')}
      </button>
    </>
  )
}
