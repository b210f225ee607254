import type { Request, RequestHandler, Response } from 'express'
import { mayDo, type Need } from '../../casework/roles.ts'
import type { Person } from '../../contract/people.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { Episodes } from '../../records/createEpisodes.ts'
import { isUuid } from '../../records/turnIds.ts'
import { type RefusalCode, refuse } from '../refuse.ts'

/** Why someone may not. `need-to-know` where their role may, but they are not in the episode's circle. */
export type NotAllowed = 'not-allowed' | 'need-to-know'

export interface PermissionServices {
  episodes: Pick<Episodes, 'knows' | 'circleOf' | 'knowsEpisode' | 'circleOfEpisode'>
  audit: Audit
}

/** The one place that says who may do what: by role, and by needing to know of the episode. What is refused is audited. */
export interface Permissions {
  /** Undefined where this person may do it, to this interview where it is one that is done to an interview. */
  refusal(person: Person, need: Need, interview?: string): Promise<NotAllowed | 'unknown-interview' | undefined>
  /** The same for what is done to the case of an episode. */
  caseRefusal(person: Person, need: Need, episode: string): Promise<NotAllowed | 'unknown-case' | undefined>
}

/** What needs no circle: leaving, beginning another, and breaking the glass, which is how to come in. */
const withoutCircle: readonly Need[] = ['signed-in', 'interview.begin', 'interview.break-glass']

export function createPermissions({ episodes, audit }: PermissionServices): Permissions {
  const refusing =
    (person: Person, need: Need, about: { interview?: string; episode?: string }) =>
    async <Why extends NotAllowed>(why: Why): Promise<Why> => {
      await audit.write({ by: person.id, act: 'refused', from: 'console', about: need, ...about })
      return why
    }
  return {
    async refusal(person, need, interview) {
      const refused = refusing(person, need, interview === undefined ? {} : { interview })
      if (!mayDo(person.role, need)) return refused('not-allowed')
      if (interview === undefined || withoutCircle.includes(need)) return undefined
      if (await episodes.knows(person, interview)) return undefined
      return (await episodes.circleOf(interview)) ? refused('need-to-know') : 'unknown-interview'
    },
    async caseRefusal(person, need, episode) {
      const refused = refusing(person, need, { episode })
      if (!mayDo(person.role, need)) return refused('not-allowed')
      if (withoutCircle.includes(need)) return undefined
      if (await episodes.knowsEpisode(person, episode)) return undefined
      return (await episodes.circleOfEpisode(episode)) ? refused('need-to-know') : 'unknown-case'
    },
  }
}

/** A middleware that says what it lets through, so that a test can list every route with its need. */
export type Guard = RequestHandler & { readonly need: Need; readonly isAboutInterview: boolean }

export interface NeedsServices {
  permissions: Permissions
  /** Who asks, when they are fully signed in; else why they are not. */
  asking(request: Request): Promise<Person | RefusalCode>
}

/** Makes guards: one before each route, which finds in `personOf(response)` who was let through. */
export function createNeeds({ permissions, asking }: NeedsServices) {
  return (need: Need, interviewIn?: (request: Request) => string, episodeIn?: (request: Request) => string): Guard => {
    const guard: RequestHandler = async (request, response, next) => {
      if (need === 'anyone') return next()
      const person = await asking(request)
      if (typeof person === 'string') return refuse(response, person)
      const interview = interviewIn?.(request)
      if (interview !== undefined && !isUuid(interview)) return refuse(response, 'not-an-id')
      const refusal = await permissions.refusal(person, need, interview)
      if (refusal !== undefined)
        return refuse(response, refusal === 'unknown-interview' ? 'no-such-interview' : refusal)
      const episode = episodeIn?.(request)
      if (episode !== undefined) {
        if (!isUuid(episode)) return refuse(response, 'not-an-id')
        const why = await permissions.caseRefusal(person, need, episode)
        if (why !== undefined) return refuse(response, why === 'unknown-case' ? 'no-such-case' : why)
      }
      response.locals.person = person
      next()
    }
    return Object.assign(guard, { need, isAboutInterview: (interviewIn ?? episodeIn) !== undefined })
  }
}

export type Needs = ReturnType<typeof createNeeds>

/** Who was let through by the guard before this. */
export function personOf({ locals }: Response): Person {
  const person: unknown = locals.person
  if (!person) throw new Error('A route that needs a person stands behind a guard.')
  return person as Person
}
