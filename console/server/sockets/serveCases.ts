import type { CaseEventBody } from '../../casework/episode/caseEvents.ts'
import { mayDo, type Need } from '../../casework/roles.ts'
import type { CaseTurn } from '../../contract/cases.ts'
import type { Reply } from '../../contract/replies.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { CaseActor, CaseOutcome, Cases } from '../../records/cases/cases.ts'
import type { Episodes } from '../../records/createEpisodes.ts'
import { type ConsoleSocket, caseRoomOf, deskRoom, deskRoomsOf, reminderRoomsOf } from './ConsoleSockets.ts'
import type { On } from './serveSocket.ts'

export interface ServeCasesServices {
  cases: Cases
  episodes: Pick<Episodes, 'circleOfEpisode' | 'breakGlassOfEpisode'>
  audit: Audit
}

/** Answers what this browser asks of cases and the desk. */
export function serveCases({ cases, episodes, audit }: ServeCasesServices, socket: ConsoleSocket, on: On): void {
  const { person } = socket.data
  const acting = (deviceAt: string): CaseActor => ({
    ...{ by: person.id, team: person.team, from: 'console', deviceAt },
    mayReview: mayDo(person.role, 'case.review'),
  })
  const audited = (act: 'case-read' | 'case-written', episode: string) =>
    audit.write({ by: person.id, act, from: 'console', episode })
  if (mayDo(person.role, 'cases.list')) void socket.join(reminderRoomsOf(person))

  on('desk:list', async ({ which, name }) => {
    await audit.write({
      by: person.id,
      act: name === undefined ? 'list-read' : 'name-searched',
      from: 'console',
      about: 'desk',
    })
    await socket.join([deskRoom, ...deskRoomsOf(person)])
    const lines = await cases.desk(person, { which, name })
    for (const { episode } of lines) socket.data.onDesk.add(episode)
    return { ok: true, value: lines }
  })
  on('case:begin', async ({ episode, id, deviceAt, bodies }) => {
    if (bodies.some(isWrittenElsewhere)) return { ok: false, problem: 'bad-request' }
    if (!bodies.every(mayWrite)) return notAllowed(episode, 'interview.share')
    return answered(episode, await cases.begin({ episode, id, bodies }, acting(deviceAt)))
  })
  on('case:join', async ({ episode, since }) => {
    // Before reading, so that what is committed meanwhile is told: twice at worst, and never missed.
    await socket.join(caseRoomOf(episode))
    await audited('case-read', episode)
    const turn = await cases.read(episode, since)
    if (turn) return { ok: true, value: turn }
    await socket.leave(caseRoomOf(episode))
    return { ok: false, problem: 'unknown-case' }
  })
  on('case:leave', async ({ episode }) => {
    await socket.leave(caseRoomOf(episode))
    return { ok: true, value: undefined }
  })
  on('case:read-text', async ({ episode, text }) => {
    await audit.write({ by: person.id, act: 'case-text-read', from: 'console', about: text, episode })
    return { ok: true, value: null }
  })
  on('case:write', async ({ episode, id, deviceAt, body }) => {
    if (isWrittenElsewhere(body)) return { ok: false, problem: 'bad-request' }
    if (!mayWrite(body)) return notAllowed(episode, 'interview.share')
    await audited('case-written', episode)
    return answered(episode, await cases.write(episode, { id, body, via: socket.id }, acting(deviceAt)))
  })

  on('case:break-glass', async ({ episode, reason }) => {
    if (!(await episodes.circleOfEpisode(episode))) return { ok: false, problem: 'unknown-case' }
    await audit.write({ by: person.id, act: 'glass-broken', from: 'console', episode, reason })
    return { ok: true, value: await episodes.breakGlassOfEpisode(person, episode, reason) }
  })

  /** Giving a case to someone lets them in, which is for those who say who needs to know; others take one, or give it back. */
  function mayWrite(body: CaseEventBody): boolean {
    if (body.type !== 'allocated' || mayDo(person.role, 'interview.share')) return true
    return body.worker === null || body.worker === person.id
  }

  async function notAllowed(episode: string, need: Need): Promise<Reply<never>> {
    await audit.write({ by: person.id, act: 'refused', from: 'console', about: need, episode })
    return { ok: false, problem: 'not-allowed' }
  }

  async function answered(episode: string, outcome: CaseOutcome): Promise<Reply<CaseTurn>> {
    if (outcome.ok) return { ok: true, value: outcome.turn }
    return outcome.problem === 'not-allowed' ? notAllowed(episode, 'case.review') : outcome
  }
}

/** That something was sent is written with the words themselves at hand (sharingRoutes, intelligenceRoutes). */
const isWrittenElsewhere = ({ type }: CaseEventBody) => type === 'shared' || type === 'intelligenceSent'
