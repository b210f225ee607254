import type { ComponentType } from 'preact'
import { mayDo, type Need } from '../../casework/roles.ts'
import { NotForYouPage } from '../pages/NotForYouPage.tsx'
import { WhoPage } from '../pages/WhoPage.tsx'
import { useApp } from './AppContext.ts'

/** A page for whoever is signed in and may see it. Before that: signing in, at the same address. */
export function SignedIn({ need, page: Page }: { need: Need; page: ComponentType }) {
  const { session } = useApp()
  if (session.state !== 'signed-in' || !session.person) return <WhoPage />
  return mayDo(session.person.role, need) ? <Page /> : <NotForYouPage />
}
