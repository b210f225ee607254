import { type Request, type Response, Router } from 'express'
import { recordFrom } from '../../../dialogs/record/recordFrom.ts'
import { type CaseFile, caseFrom, momentsOf } from '../../casework/episode/caseFile.ts'
import { toldIn } from '../../casework/linked/toldIn.ts'
import type { LinkedEpisode, LinkedResponse, ToldEpisode, ToldResponse } from '../../contract/linked.ts'
import type { Person } from '../../contract/people.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { CaseState, Cases } from '../../records/cases/cases.ts'
import type { Episodes } from '../../records/createEpisodes.ts'
import type { Interviews } from '../../records/interviews.ts'
import { type Needs, personOf } from '../access/needs.ts'
import { refuse } from '../refuse.ts'

export interface LinkedRouteServices {
  cases: Pick<Cases, 'read' | 'linkedTo'>
  interviews: Pick<Interviews, 'eventsSince'>
  episodes: Pick<Episodes, 'knows' | 'knowsEpisode' | 'circleOfEpisode'>
  audit: Audit
  needs: Needs
}

const episodeIn = ({ params }: Request): string => String(params.id).toLowerCase()

/** Earlier and later episodes of the same young person: what someone linked, and never what looks alike. */
export function linkedRoutes({ cases, interviews, episodes, audit, needs }: LinkedRouteServices): Router {
  const router = Router()
  const reading = needs('case.read', undefined, episodeIn)

  router.get('/api/cases/:id/linked', reading, async (request, response) => {
    const found = await linkedWith(request, response, 'times')
    if (!found) return refuse(response, 'no-such-case')
    const linked = found.others
      .map(({ state, file, links }): LinkedEpisode => {
        const { episode, calledAs = null, openedAt } = file
        return { episode, calledAs, state: file.state, openedAt, times: momentsOf(file, state.interviews), links }
      })
      .toSorted((a, b) => order(whenOf(a.times, a.openedAt), whenOf(b.times, b.openedAt)))
    response.json({ linked, notOpen: found.notOpen } satisfies LinkedResponse)
  })
  router.get('/api/cases/:id/told', reading, async (request, response) => {
    const found = await linkedWith(request, response, 'told')
    if (!found) return refuse(response, 'no-such-case')
    const person = personOf(response)
    const told = await Promise.all([found.own, ...found.others].map(each => toldOf(person, each)))
    const inOrder = told.toSorted((a, b) => order(a.at, b.at))
    response.json({ episodes: inOrder, notOpen: found.notOpen } satisfies ToldResponse)
  })
  return router

  /** The case and those linked with it that this person may read. That they are read is in the audit of each of them. */
  async function linkedWith(request: Request, response: Response, about: 'times' | 'told') {
    const person = personOf(response)
    const episode = episodeIn(request)
    const seen = (which: string) =>
      audit.write({ by: person.id, act: 'case-linked-read', from: 'console', episode: which, about })
    await seen(episode)
    const state = await cases.read(episode, 0)
    if (!state) return undefined
    const own = { state, file: caseFrom(state.events) }
    const ids = new Set([...own.file.linked.map(each => each.episode), ...(await cases.linkedTo(episode))])
    ids.delete(episode)
    const standing = await Promise.all(
      [...ids].map(async id => {
        if (await episodes.knowsEpisode(person, id)) return { id, isOpen: true }
        // What was destroyed is nobody's to open.
        return (await episodes.circleOfEpisode(id)) ? { id, isOpen: false } : undefined
      }),
    )
    const known = standing.filter(each => each !== undefined)
    const others = await Promise.all(
      known.map(async ({ id, isOpen }) => {
        if (!isOpen) return undefined
        await seen(id)
        const other = await cases.read(id, 0)
        if (!other) return undefined
        const file = caseFrom(other.events)
        const links = [...linksFrom(own.file, id), ...linksFrom(file, episode)]
        return links.length === 0 ? undefined : { state: other, file, links }
      }),
    )
    return {
      own,
      others: others.filter(each => each !== undefined),
      notOpen: known.filter(({ isOpen }) => !isOpen).length,
    }
  }

  async function toldOf(person: Person, { state, file }: { state: CaseState; file: CaseFile }): Promise<ToldEpisode> {
    const mayRead = await Promise.all(file.interviews.map(each => episodes.knows(person, each)))
    const read = await Promise.all(
      file.interviews.filter((_, place) => mayRead[place]).map(each => interviews.eventsSince(each, 0)),
    )
    return {
      episode: file.episode,
      at: whenOf(momentsOf(file, state.interviews), file.openedAt),
      interviews: read.filter(events => events.length > 0).map(events => toldIn(recordFrom(events))),
      notOpen: mayRead.filter(may => !may).length,
    }
  }
}

const linksFrom = ({ episode, linked }: CaseFile, to: string) =>
  linked.filter(each => each.episode === to).map(({ event }) => ({ episode, event }))

function whenOf(times: LinkedEpisode['times'], openedAt: string): string {
  const { wentMissing, lastSeen, reported, found, returned, notified } = times
  return wentMissing ?? lastSeen ?? reported ?? found ?? returned ?? notified ?? openedAt
}

const order = (a: string, b: string) => Date.parse(a) - Date.parse(b)
