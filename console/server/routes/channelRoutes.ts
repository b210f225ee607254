import express, { type Response, Router } from 'express'
import { type ChannelLinkResponse, type ChannelLinksResponse, OpenChannelLink } from '../../contract/channels.ts'
import { type Needs, personOf } from '../access/needs.ts'
import type { ChannelLinking } from '../identity/createChannelLinking.ts'
import { refuse } from '../refuse.ts'

export interface ChannelRouteServices {
  channels: ChannelLinking
  /** Whether what is due is told on channels. */
  remindsOnChannels: boolean
  needs: Needs
}

/** Who one is on channels: looking at a link, saying that it is oneself, and one's own list. */
export function channelRoutes({ channels, remindsOnChannels, needs }: ChannelRouteServices): Router {
  const router = Router()
  const body = express.json({ limit: '10kb' })
  const signedIn = needs('signed-in')

  async function answer(response: Response): Promise<void> {
    const links = await channels.of(personOf(response))
    response.json({ links, reminds: remindsOnChannels } satisfies ChannelLinksResponse)
  }

  router.post('/api/channels/look', signedIn, body, async (request, response) => {
    const asked = OpenChannelLink.safeParse(request.body)
    if (!asked.success) return refuse(response, 'bad-request')
    const channel = await channels.channelIn(asked.data.token)
    if (channel === undefined) return refuse(response, 'link-over')
    response.json({ channel } satisfies ChannelLinkResponse)
  })
  router.post('/api/channels/link', signedIn, body, async (request, response) => {
    const asked = OpenChannelLink.safeParse(request.body)
    if (!asked.success) return refuse(response, 'bad-request')
    if (!(await channels.link(asked.data.token, personOf(response)))) return refuse(response, 'link-over')
    await answer(response)
  })
  router.get('/api/account/channels', signedIn, async (_request, response) => answer(response))
  router.delete('/api/account/channels/:id', signedIn, async (request, response) => {
    if (!(await channels.unlink(personOf(response), String(request.params.id)))) return refuse(response, 'no-such-link')
    await answer(response)
  })
  return router
}
