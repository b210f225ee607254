import { observable } from '../live/observable.ts'

/** The code of the link that was opened. It is taken out of the address at once, so that it is in no history and no picture. */
export const invitationCode = observable<string | undefined>(undefined)

/** From now on, whenever such a link is opened in this tab. */
export function followInvitations(): void {
  take()
  addEventListener('hashchange', take)
}

function take() {
  if (location.pathname !== '/join' || location.hash.length < 2) return
  invitationCode.set(decoded(location.hash.slice(1)))
  history.replaceState(history.state, '', '/join')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
