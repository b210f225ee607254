import { observable } from '../live/observable.ts'

/** What came after the # of the link that was opened here. It is taken out of the address at once, so that it is in no history. */
export const secretInLink = observable<string | undefined>(undefined)

const pages = ['/script', '/link']

/** From now on, whenever such a link is opened in this tab. */
export function followSecretLinks(): void {
  take()
  addEventListener('hashchange', take)
}

function take() {
  if (!pages.includes(location.pathname) || location.hash.length < 2) return
  secretInLink.set(location.hash.slice(1))
  history.replaceState(history.state, '', location.pathname)
}
