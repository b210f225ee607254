import type { ActionKind } from './actionKinds.ts'
import type { Action } from './actions.ts'

/** What of a concern the prompts are decided by. */
export interface RaisedConcern {
  interview: string
  id: string
  raisedAt: string
  /** As chosen in the talk; undefined where it is not said yet. */
  kind: string | undefined
}

export const sameDayRules = [
  {
    id: 'mutilation',
    concerns: ['female-genital-mutilation'],
    actions: ['mutilation-report', 'hub-referral'],
    sources: ['practice 5.3', 'gov.uk, mandatory reporting of female genital mutilation'],
    // The law gives some professions until the end of the next working day. That others pass it on the same day is practice.
    unverified: true,
  },
  {
    id: 'health',
    concerns: ['sexual-harm', 'medical'],
    actions: ['sexual-health', 'health'],
    sources: ['practice 7', 'CHESH-099'],
    unverified: true,
  },
  {
    id: 'life',
    concerns: [
      'hurt',
      'threatened-or-kept',
      'self-harm',
      'danger-to-others',
      'going-again-now',
      'trafficking',
      'forced-marriage',
    ],
    actions: ['hub-referral', 'police-referral'],
    sources: ['ECRC-127', 'ECRC-128', 'ECRC-156', 'TORB-041'],
    unverified: false,
  },
] as const satisfies readonly {
  id: string
  concerns: readonly string[]
  /** Any of these answers it; the first is the one that is offered. */
  actions: readonly [ActionKind, ...ActionKind[]]
  sources: readonly string[]
  /** Generally known, and not checked against a page or a seed. */
  unverified: boolean
}[]
export type SameDayId = (typeof sameDayRules)[number]['id']

export interface SameDayPrompt {
  id: SameDayId
  concern: RaisedConcern
  action: ActionKind
  sources: readonly string[]
  unverified: boolean
  /** Whether an action for it is written down and still to be done. */
  added: boolean
  /** Whether the day it was said on, in London, is over. */
  late: boolean
}

/**
 * What has to be done on the day it was said, until an action for that concern has an outcome, whatever it is. Only what
 * a person chose as the kind of the concern decides it: nothing is read out of anybody's words, and no risk is weighed.
 */
export function sameDayPrompts(
  concerns: readonly RaisedConcern[],
  actions: readonly Action[],
  now: string,
): SameDayPrompt[] {
  return concerns.flatMap(concern =>
    sameDayRules.flatMap((rule): SameDayPrompt[] => {
      if (!rule.concerns.some(each => each === concern.kind)) return []
      const own = actions.filter(
        ({ kind, concern: about }) =>
          rule.actions.some(each => each === kind) &&
          about?.concern === concern.id &&
          about.interview === concern.interview,
      )
      if (own.some(({ ended }) => ended !== undefined)) return []
      const { id, sources, unverified } = rule
      const late = londonDay(now) > londonDay(concern.raisedAt)
      return [{ id, concern, action: rule.actions[0], sources, unverified, added: own.length > 0, late }]
    }),
  )
}

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const londonDay = (at: string) => london.format(new Date(at))
