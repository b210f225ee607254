import type { Condition } from './schema.ts'

const lookedAfter: Condition = { answered: 'prepare.circumstances', is: 'looked-after' }
const missingBefore: Condition = { answered: 'prepare.circumstances', is: 'missing-before' }
const unaccompanied: Condition = { answered: 'prepare.circumstances', is: 'unaccompanied' }

const mayNeedInterpreter: Condition = {
  any: [{ answered: 'prepare.circumstances', is: 'needs-interpreter' }, unaccompanied],
}

/** An interpreter is needed, so who it is to be is looked at before the talk. */
const interpreterChosen: Condition = { not: { answered: 'prepare.interpreter-tested', is: 'no-interpreter' } }

/**
 * Trafficked or here alone, and nobody in the room whom they may have to fear: what is asked then is held back until an
 * interpreter who is needed has been cleared and the young person has said yes to them in private, because interpreters
 * have been recruited by those who exploit (practice 4.2, INT-07, INT-12). They are asked only about a cleared one.
 */
const trafficking: Condition = {
  all: [
    { any: [{ answered: 'prepare.circumstances', is: 'may-be-trafficked' }, unaccompanied] },
    {
      any: [
        { not: mayNeedInterpreter },
        { answered: 'prepare.interpreter', is: 'not-needed' },
        { answered: 'welcome.interpreter', is: 'yes' },
      ],
    },
  ],
}

/** What is known of a young person beforehand, as conditions under which something is due. */
export const circumstances = { lookedAfter, missingBefore, mayNeedInterpreter, interpreterChosen, trafficking }
