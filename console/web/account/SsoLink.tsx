import { useLocation } from 'preact-iso'
import type { SessionResponse } from '../../contract.ts'
import { useApp } from '../session/AppContext.ts'

/** To the provider of single sign-on, and back to this page. Nothing where there is none. */
export function SsoLink({ sso }: Pick<SessionResponse['signIn'], 'sso'>) {
  const { say } = useApp()
  const { path } = useLocation()
  if (!sso) return null
  return (
    <a class="button button--quiet" href={`/api/sign-in/sso?to=${encodeURIComponent(path)}`}>
      {say('sign-in/sso', { name: sso.name })}
    </a>
  )
}
