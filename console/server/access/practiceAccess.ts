import { isOwn, maySee, type PracticeRefusal, trains } from '../../casework/practice/practiceRules.ts'
import type { Person } from '../../contract/people.ts'
import type { Audit } from '../../records/audit/audit.ts'
import type { Practice } from '../../records/practice/practice.ts'

export interface PracticeAccessServices {
  attempts: Pick<Practice, 'owner'>
  audit: Audit
}

/** As whom an attempt is asked for: whose it is, whoever may see it, or a trainer of theirs. */
export type PracticeAs = 'own' | 'see' | 'train'

/** Says why an attempt is not for someone; undefined where it is. What is refused is audited, and so is a trainer who looks. */
export type PracticeAccess = (
  person: Person,
  attempt: string,
  as: PracticeAs,
) => Promise<Extract<PracticeRefusal, 'unknown-attempt' | 'not-your-attempt'> | undefined>

const rules = { own: isOwn, see: maySee, train: trains }

export const createPracticeAccess =
  ({ attempts, audit }: PracticeAccessServices): PracticeAccess =>
  async (person, attempt, as) => {
    const owner = await attempts.owner(attempt)
    if (!owner) return 'unknown-attempt'
    const by = person.id
    if (!rules[as](person, owner)) {
      const need = as === 'train' ? 'practice.train' : 'practice.take'
      await audit.write({ by, act: 'refused', from: 'console', about: need })
      return 'not-your-attempt'
    }
    if (as === 'see' && trains(person, owner)) {
      await audit.write({ by, act: 'practice-read', from: 'console', about: attempt })
    }
    return undefined
  }
