import type { ComponentChildren } from 'preact'
import { useApp } from '../session/AppContext.ts'
import { prefer } from '../session/preferences.ts'
import { startPageOf } from '../session/startPageOf.ts'
import { fetched } from './fetched.tsx'
import { Icon } from './Icon.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { ShowAs } from './ShowAs.tsx'
import { useTitle } from './useTitle.ts'

// Fetched after the page: nothing waits for it.
const Reminders = fetched(
  () => import('../desk/Reminders.tsx').then(module => module.Reminders),
  () => null,
)

interface Props {
  title: string
  /** What the window's title says before it, such as that it is practice. */
  mark?: string
  /** Where what reminders are of stands already. */
  isDesk?: boolean
  /** The pages of the part that this one belongs to, beneath the product's name. */
  nav?: ComponentChildren
  children: ComponentChildren
}

/** A page outside the room: the product's name, what the page is, and how it is shown. */
export function Page({ title, mark, isDesk, nav, children }: Props) {
  const { say, session } = useApp()
  const { person } = session
  const isIn = session.state === 'signed-in' && person !== null
  useTitle(`${mark ? `${mark}: ` : ''}${title} - ${say('app/name')}`)
  return (
    <>
      <a class="govuk-skip-link" href="#main">
        {say('app/skip')}
      </a>
      <header class="top">
        <div class="top__inside">
          <a class="top__name" href={isIn ? startPageOf(person.role) : '/'}>
            {say('app/name')}
          </a>
          {session.demo && <span class="top__demo">{say('app/demo')}</span>}
          <div class="top__actions">
            <button type="button" class="button button--quiet" onClick={() => prefer({ covered: true })}>
              <Icon name="eye" />
              {say('cover/cover')}
            </button>
            {isIn && <PersonMenu person={person} />}
          </div>
        </div>
        {nav}
      </header>
      <main class="page" id="main" tabIndex={-1}>
        {!isDesk && <Reminders />}
        <h1 class="govuk-heading-l">{title}</h1>
        {children}
        <details class="fold page__show-as">
          <summary>{say('more/show-as')}</summary>
          <ShowAs />
        </details>
      </main>
    </>
  )
}
