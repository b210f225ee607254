import { z } from 'zod'
import { roles } from '../casework/roles.ts'

export const Person = z.strictObject({
  id: z.string().min(1).max(100),
  role: z.enum(roles),
  team: z.string().min(1).max(100).describe('Whose episodes they need to know of.'),
  name: z.string().min(1).max(200).optional().describe('What colleagues call them; the ready people have none.'),
})

/** A person who may use the console. In the demo they are named by their role. */
export type Person = z.infer<typeof Person>

/** `GET /api/people`: for those who look after accounts. The ready people of the demo are not among them. */
export interface PeopleResponse {
  people: readonly KnownPerson[]
  /** Links that are still good, and have not been used. */
  invitations: readonly OpenInvitation[]
}

export interface KnownPerson {
  id: string
  name: string
  signInName: string
  role: Person['role']
  team: string
  state: 'active' | 'suspended'
  secondFactor: boolean
  sessions: number
  signedInAt: string | null
  /** It is their own role and state that nobody changes. */
  you: boolean
}

export interface OpenInvitation {
  id: string
  role: Person['role']
  team: string
  note: string | null
  /** Whom it lets in again; null for someone new. */
  person: string | null
  invitedBy: string
  until: string
}

const Team = Person.shape.team.trim()

/** `POST /api/people/invitations`: answered with an `InvitationLink`. `DELETE /api/people/invitations/<id>` calls it back. */
export const Invite = z.strictObject({
  role: Person.shape.role,
  team: Team,
  note: z.string().trim().max(200).optional(),
})
export type Invite = z.infer<typeof Invite>

/** Shown once; also the answer to `POST /api/people/<id>/reset` (no body). */
export interface InvitationLink {
  id: string
  /** From the root of this site: `/join#<code>`. */
  link: string
  until: string
}

/**
 * `PATCH /api/people/<id>`: answered with a `PeopleResponse`, as are the two that delete
 * (`/api/people/invitations/<id>`, and `/api/people/<id>/sessions`, which ends all of theirs).
 */
export const ChangePerson = z.strictObject({
  role: Person.shape.role.optional(),
  team: Team.optional(),
  state: z.enum(['active', 'suspended']).optional(),
})
export type ChangePerson = z.infer<typeof ChangePerson>
