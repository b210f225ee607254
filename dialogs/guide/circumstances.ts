import type { Condition } from './schema.ts'

const lookedAfter: Condition = { answered: 'prepare.circumstances', is: 'looked-after' }
const missingBefore: Condition = { answered: 'prepare.circumstances', is: 'missing-before' }
const unaccompanied: Condition = { answered: 'prepare.circumstances', is: 'unaccompanied' }

const mayNeedInterpreter: Condition = {
  any: [{ answered: 'prepare.circumstances', is: 'needs-interpreter' }, unaccompanied],
}

/**
 * Trafficked or here alone, and nobody in the room whom they may have to fear: what is asked then is held back until the
 * interpreter is cleared, because interpreters have been recruited by those who exploit (practice 4.2 and INT-12).
 */
const trafficking: Condition = {
  all: [
    { any: [{ answered: 'prepare.circumstances', is: 'may-be-trafficked' }, unaccompanied] },
    {
      any: [
        { not: mayNeedInterpreter },
        { answered: 'prepare.interpreter', is: 'cleared' },
        { answered: 'prepare.interpreter', is: 'not-needed' },
      ],
    },
  ],
}

/** What is known of a young person beforehand, as conditions under which something is due. */
export const circumstances = { lookedAfter, missingBefore, mayNeedInterpreter, trafficking }
