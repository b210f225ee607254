/** Who needs to know of a missing episode. */
export interface Circle {
  /** Who holds the interview. */
  worker: string
  /** The team whose episode it is. */
  team: string
  /** People who were asked to look at it, whatever their team. */
  reviewers: readonly string[]
  /** For its worker and reviewers alone, not for the rest of the team. */
  restricted: boolean
}

/** A person as far as needing to know goes. */
export interface Member {
  id: string
  team: string
}

/** Whether this person needs to know of the episode: its worker, its reviewers, and its team unless it is restricted. */
export function needsToKnow({ id, team }: Member, circle: Circle): boolean {
  if (circle.worker === id || circle.reviewers.includes(id)) return true
  return !circle.restricted && circle.team === team
}

/** How long breaking the glass lets someone in: long enough for tonight, too short for a habit. */
export const glassHours = 12

/** Someone outside the circle looked, and why: for a manager of the episode's team to see. */
export interface Notice {
  id: string
  episode: string
  /** Its first interview; null where nobody was interviewed yet. */
  interview: string | null
  hasCase: boolean
  person: string
  reason: string
  /** ISO 8601 in UTC. */
  at: string
  until: string
}
