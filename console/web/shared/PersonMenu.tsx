import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { mayDo } from '../../casework/roles.ts'
import type { Person } from '../../contract/people.ts'
import { useApp } from '../session/AppContext.ts'
import { lock, signOut } from '../session/session.ts'
import { nameOf } from '../session/usePersonName.ts'
import { useMenu } from './useMenu.ts'

/** Who is signed in, and what they can do about that: see their account, lock, sign out. */
export function PersonMenu({ person }: { person: Person }) {
  const { say, session } = useApp()
  const { route } = useLocation()
  const { open, setOpen, place, button } = useMenu()
  const [failed, setFailed] = useState(false)
  const leave = async () => {
    const answer = await signOut()
    if (answer.ok) route('/')
    else setFailed(true)
  }
  return (
    <div class="more" ref={place}>
      <button
        ref={button}
        type="button"
        class="button button--quiet top__person"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <bdi>{nameOf(person, say)}</bdi>
      </button>
      {open && (
        <div class="more__menu">
          {failed && (
            <p class="govuk-error-message" role="alert">
              {say('account-problem/no-connection')}
            </p>
          )}
          {session.signIn.demo ? (
            <a class="button button--quiet button--wide" href="/">
              {say('person/another')}
            </a>
          ) : (
            <a class="button button--quiet button--wide" href="/account">
              {say('account/title')}
            </a>
          )}
          {mayDo(person.role, 'practice.take') && (
            <a class="button button--quiet button--wide" href="/practice">
              {say('practice/title')}
            </a>
          )}
          {mayDo(person.role, 'papers.print') && (
            <a class="button button--quiet button--wide" href="/papers">
              {say('papers/title')}
            </a>
          )}
          {mayDo(person.role, 'words.read') && (
            <a class="button button--quiet button--wide" href="/languages">
              {say('languages/link')}
            </a>
          )}
          <button type="button" class="button button--quiet button--wide" onClick={lock}>
            {say('person/lock')}
          </button>
          <button type="button" class="button button--quiet button--wide" onClick={() => void leave()}>
            {say('person/sign-out')}
          </button>
        </div>
      )}
    </div>
  )
}
