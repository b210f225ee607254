import type { Journal } from './journal.ts'

/** Where this device keeps what is written on the page that begins an interview: for a case, apart from all others. */
export const notBegunFor = (episode: string | undefined) => (episode ? `not-begun/${episode}` : 'not-begun')

/** The case an interview is to be begun for, as the browser's history has it. Neither it nor a name is in the address. */
export function episodeInHistory(): string | undefined {
  const state: unknown = history.state
  const episode = state && typeof state === 'object' && 'episode' in state ? state.episode : undefined
  return typeof episode === 'string' ? episode : undefined
}

/** Goes to where an interview is begun, for this case, with what the young person is called filled in. */
export async function beginFor(journal: Journal, episode: string, calledAs: string | undefined): Promise<void> {
  const place = notBegunFor(episode)
  const { drafts } = await journal.read(place)
  if (calledAs && !drafts['prepare.known-as']) await journal.keepDraft(place, 'prepare.known-as', { text: calledAs })
  history.pushState({ episode }, '', '/interviews/begin')
  dispatchEvent(new PopStateEvent('popstate'))
}
