import { useApp } from '../session/AppContext.ts'
import { lock, signOut } from '../session/session.ts'
import { fetched } from '../shared/fetched.tsx'
import { Icon } from '../shared/Icon.tsx'
import { ShowAs } from '../shared/ShowAs.tsx'
import { useMenu } from '../shared/useMenu.ts'
import { HowItGoes } from './HowItGoes.tsx'
import { useRoom } from './RoomContext.ts'
import { TalkLanguage } from './TalkLanguage.tsx'

// Fetched when the menu is opened: seldom needed, and it draws the square to scan.
const InviteInterpreter = fetched(() =>
  import('../interpreter/InviteInterpreter.tsx').then(module => module.InviteInterpreter),
)

/** What is needed seldom: breaks and endings, the languages, how the screen looks. */
export function MoreMenu({ onChanged }: { onChanged: () => void }) {
  const { say } = useApp()
  const { room, record, practice } = useRoom()
  const { open, setOpen, place, button } = useMenu()
  return (
    <div class="more" ref={place}>
      <button
        ref={button}
        type="button"
        class="button button--quiet"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
        {say('more/more')}
      </button>
      {open && (
        <div class="more__menu">
          <HowItGoes
            onDone={() => {
              setOpen(false)
              onChanged()
            }}
          >
            {!practice && (
              <a class="button button--quiet button--wide" href={`/interviews/${room.interview}/record`}>
                {say('record/see')}
              </a>
            )}
            <a class="button button--quiet button--wide" href={`/papers?language=${record.language}`}>
              {say('papers/title')}
            </a>
            <button type="button" class="button button--quiet button--wide" onClick={lock}>
              {say('person/lock')}
            </button>
            <button type="button" class="button button--quiet button--wide" onClick={() => void signOut()}>
              {say('person/sign-out')}
            </button>
            {!practice && <InviteInterpreter />}
            {!practice && <TalkLanguage />}
            <ShowAs />
          </HowItGoes>
        </div>
      )}
    </div>
  )
}
