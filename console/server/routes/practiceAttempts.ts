import type { Request, RequestHandler, Response } from 'express'
import type { Audit } from '../../records/audit/audit.ts'
import type { PracticeRoom } from '../../records/practice/createPracticeRoom.ts'
import { personOf } from '../access/needs.ts'
import { createPracticeAccess, type PracticeAs } from '../access/practiceAccess.ts'
import { refusePractice } from './refusePractice.ts'

/** The attempt that the address names. */
export const attemptIn = ({ params }: Request): string => String(params.id).toLowerCase()

/** Middleware that lets through whoever an attempt is for, and answers the others. */
export function attemptGuard({ practice, audit }: { practice: Pick<PracticeRoom, 'attempts'>; audit: Audit }) {
  const access = createPracticeAccess({ attempts: practice.attempts, audit })
  return (as: PracticeAs): RequestHandler =>
    async (request: Request, response: Response, next) => {
      const refusal = await access(personOf(response), attemptIn(request), as)
      if (refusal !== undefined) return refusePractice(response, refusal)
      next()
    }
}
