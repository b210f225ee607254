import type { SessionResponse } from '../../contract/signIn.ts'

/** How far this browser's person has come, and what the pages are drawn with meanwhile. */
export interface Standing {
  /** As the server last said, or as this browser has locked itself. */
  now: SessionResponse
  /** What the pages are drawn with: while someone is away, as it was before. */
  pages: SessionResponse
  /** Locked, or signed out without having asked for it: the pages stay as they are, unseen, until the same person is back. */
  away: boolean
}

/** What a new answer makes of it. Whoever comes back finds their pages; whoever else comes finds none of them. */
export function standingAfter(before: Standing | undefined, now: SessionResponse): Standing {
  if (now.state === 'signed-in') return { now, pages: now, away: false }
  if (before?.pages.state === 'signed-in') return { now, pages: before.pages, away: true }
  return { now, pages: now, away: now.state === 'locked' }
}

/** Someone has gone on purpose: nothing of theirs stays. */
export const goneAfter = (now: SessionResponse): Standing => ({ now, pages: now, away: false })
