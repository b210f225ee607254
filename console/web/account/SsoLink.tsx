import { useLocation } from 'preact-iso'
import type { SessionResponse } from '../../contract/signIn.ts'
import { useApp } from '../session/AppContext.ts'
import { leaveLock } from '../session/session.ts'

/** To the provider of single sign-on, and back to this page. Nothing where there is none. */
export function SsoLink({ sso }: Pick<SessionResponse['signIn'], 'sso'>) {
  const { say } = useApp()
  const { path } = useLocation()
  if (!sso) return null
  const to = `/api/sign-in/sso?to=${encodeURIComponent(path)}`
  return (
    <a
      class="button button--quiet"
      href={to}
      onClick={event => {
        event.preventDefault()
        void leaveLock().then(left => left && location.assign(to))
      }}
    >
      {say('sign-in/sso', { name: sso.name })}
    </a>
  )
}
