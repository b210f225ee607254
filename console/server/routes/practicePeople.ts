import type { AttemptLine } from '../../casework/practice/attempts.ts'
import type { Person } from '../../contract/people.ts'
import type { PracticePerson } from '../../contract/practice.ts'

export interface PracticePeopleServices {
  identity: { personById(id: string): Promise<Person | undefined> }
}

/** Those of these people who are still here, each once, as they may be named to whoever shares in their practice. */
export async function practicePeople(
  { identity }: PracticePeopleServices,
  ids: readonly string[],
): Promise<PracticePerson[]> {
  const people = await Promise.all([...new Set(ids)].map(id => identity.personById(id)))
  return people.flatMap(person => (person ? [practicePerson(person)] : []))
}

/** Whose an attempt is; by role alone where they are not here any more. */
export async function traineeOf(services: PracticePeopleServices, { person }: AttemptLine): Promise<PracticePerson> {
  const [trainee] = await practicePeople(services, [person])
  return trainee ?? { id: person, role: 'trainee' }
}

export const practicePerson = ({ id, role, name }: Person): PracticePerson => ({
  ...{ id, role },
  ...(name === undefined ? {} : { name }),
})
