import type { Moments } from '../casework/clocks/clocksFor.ts'
import type { CaseFile } from '../casework/episode/caseFile.ts'
import type { ToldIn } from '../casework/linked/toldIn.ts'

/** Another episode of the same young person, as its case stands. */
export interface LinkedEpisode {
  episode: string
  calledAs: string | null
  state: CaseFile['state']
  openedAt: string
  /** When what happened, as far as it is known. ISO 8601. */
  times: Moments
  /** The events that link the two, and in whose case each stands: either one's. Taking all of them back unlinks. */
  links: readonly { episode: string; event: string }[]
}

/** The episodes linked with one, in either's case, as far as whoever asks may read them; the oldest first. */
export interface LinkedResponse {
  linked: readonly LinkedEpisode[]
  /** How many more there are that whoever asks cannot open. */
  notOpen: number
}

/** What was told in the interviews of one episode. */
export interface ToldEpisode {
  episode: string
  /** When they went missing, or were last seen, or the first that is known after it: what it is put in order by. */
  at: string
  interviews: readonly ToldIn[]
  /** How many more interviews there are that whoever asks cannot open. */
  notOpen: number
}

/** What was told in this episode and in those linked with it, as far as whoever asks may read it; the oldest first. */
export interface ToldResponse {
  episodes: readonly ToldEpisode[]
  notOpen: number
}
