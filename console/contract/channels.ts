import { z } from 'zod'

const ChannelToken = z.string().min(20).max(2_000)

/** `POST /api/channels/look`: which channel asks. `POST /api/channels/link`: this is me; answered with a `ChannelLinksResponse`. */
export const OpenChannelLink = z.strictObject({ token: ChannelToken })
export type OpenChannelLink = z.infer<typeof OpenChannelLink>

export interface ChannelLinkResponse {
  channel: string
}

/** `GET /api/account/channels`: who one is on channels. `DELETE /api/account/channels/<id>` is answered so too. */
export interface ChannelLinksResponse {
  /** `reachable`: what is due can be told there, once they have written there since. */
  links: readonly { id: string; channel: string; at: string; reachable: boolean }[]
  /** Whether this installation tells on channels what is due, for which it needs an app id. */
  reminds: boolean
}
