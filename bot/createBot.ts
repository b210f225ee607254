import type { Request, Response } from 'express'
import { seesInterviews } from '../console/casework/roles.ts'
import type { Person } from '../console/contract/people.ts'
import { type BotCredentials, ChannelAdapter } from './adapter.ts'
import { type ChannelPeople, createKnownOnChannel } from './createKnownOnChannel.ts'
import { createTalk, type Talk, type TalkServices } from './createTalk.ts'
import { IncomingActivity as Incoming, type IncomingActivity } from './incoming.ts'
import { createLocalTalk } from './localTalk.ts'
import { bodyOf } from './requestBody.ts'

export interface BotServices extends TalkServices {
  /** Whose the users of channels are. */
  channels: ChannelPeople
  /** Whose bearer token it is; undefined where it is not one issued here or no longer good. */
  personOf(token: string): Person | undefined | Promise<Person | undefined>
  /** Seconds for which this person has sent too much already, counting this once more; 0 where they may go on. */
  waitOf?(person: string): Promise<number>
  /** Without an app id only tokens issued here are taken, and answers leave in the response alone. */
  credentials: BotCredentials
}

/** The handler of `POST /api/messages`. It reads the body itself where nobody has. */
export type BotHandler = (request: Request, response: Response) => Promise<void>

interface Outcome {
  status: number
  /** Seconds until it makes sense to ask again. */
  wait?: number
  body?: unknown
}

/** Takes Bot Framework activities and answers them. Every refusal is a sentence: `{ "error": "..." }`. */
export function createBot(services: BotServices): BotHandler {
  const talk = createTalk(services)
  // Read by whoever built what asks, not by a practitioner.
  const bot = services.translator.words('en', 'bot')
  const answer = services.credentials.MicrosoftAppId ? fromChannels(services, talk) : fromOurOwn(services, talk)
  const refused = (status: number, why: string): Outcome => ({ status, body: { error: bot(`refused/${why}`) } })
  return async (request, response) => {
    const { status, wait, body } = await answer(request, response, refused).catch(() => {
      services.logger.error({ code: 'not-answered' }, 'bot-request-failed')
      return refused(500, 'fault')
    })
    if (wait !== undefined) response.set('Retry-After', String(wait))
    if (status === 401) response.set('WWW-Authenticate', 'Bearer')
    if (body === undefined) response.status(status).end()
    // Not by Express's json(), which hashes every answer for an ETag that nobody asks about.
    else response.status(status).type('json').end(JSON.stringify(body))
  }
}

type Answering = (
  request: Request,
  response: Response,
  refused: (status: number, why: string) => Outcome,
) => Promise<Outcome>

function fromOurOwn({ personOf, waitOf }: BotServices, talk: Talk): Answering {
  const local = createLocalTalk(talk)
  return async (request, response, refused) => {
    // Before the body is read: a stranger's is not even looked at.
    const token = /^Bearer +(\S+)$/i.exec(request.get('Authorization') ?? '')?.[1]
    const person = token === undefined ? undefined : await personOf(token)
    if (!person) return refused(401, 'no-token')
    if (!seesInterviews(person.role)) return refused(403, 'not-allowed')
    const wait = (await waitOf?.(person.id)) ?? 0
    if (wait > 0) return { ...refused(429, 'too-many'), wait }
    const activity = await activityIn(request, response)
    if (typeof activity === 'string') return refused(activity === 'too-big' ? 413 : 400, activity)
    const { activities, failed } = await local(activity, { by: person.id, team: person.team, from: 'bot' })
    // With a status that has a program send it again: that is safe, and answered in full then.
    return { status: failed ? 500 : 200, body: { activities } }
  }
}

function fromChannels(services: BotServices, talk: Talk): Answering {
  const adapter = new ChannelAdapter(services.credentials)
  talk.guard(adapter)
  const known = createKnownOnChannel(services, talk)
  return async (request, response, refused) => {
    const activity = await activityIn(request, response)
    if (typeof activity === 'string') return refused(activity === 'too-big' ? 413 : 400, activity)
    const answered = await adapter.answer(request.get('Authorization') ?? '', activity, known(activity))
    if (answered === 'not-the-channel') return refused(401, 'no-channel')
    return answered ? { status: answered.status, body: answered.body } : { status: 200 }
  }
}

async function activityIn(
  request: Request,
  response: Response,
): Promise<IncomingActivity | 'not-an-activity' | 'too-big'> {
  const body = await bodyOf(request, response)
  if (body === 'too-big') return body
  const activity = Incoming.safeParse(body)
  return activity.success ? activity.data : 'not-an-activity'
}
