/** Who looks at it next: whoever is allocated to the young person, or the hub where nobody is (CBC-026, CBC-043, CBC-044). */
export const forwardedTo = ['social-worker', 'early-help-worker', 'hub'] as const
export type ForwardedTo = (typeof forwardedTo)[number]

/** What the hub is asked to think about. The interviewer's own words stand beside it; nothing is computed. */
export const considered = ['early-help', 'social-work', 'not-sure'] as const
export type Considered = (typeof considered)[number]

/** Who looked at it (CBC-025, CBC-027, CBC-033, CBC-037 to 040). */
export const reviewers = ['coordinator', 'allocated-worker', 'supervision', 'meeting'] as const
export type Reviewer = (typeof reviewers)[number]

/** Which meeting looked at it. */
export const meetings = ['team-around-child', 'child-in-need', 'core-group', 'looked-after-review', 'strategy'] as const
export type Meeting = (typeof meetings)[number]

/** What a review asks (CBC-034 to 036, CBC-041). */
export const reviewChecks = ['actions', 'patterns', 'carePlan'] as const
export type ReviewCheck = (typeof reviewChecks)[number]

export const checkAnswers = ['yes', 'no', 'not-yet'] as const
export type CheckAnswer = (typeof checkAnswers)[number]

/** Texts that are made from the case and told to others, and to whom (CBC-050, TORB-025, TORB-026, TORB-060). */
export const reviewTexts = ['decline', 'attempts', 'delay'] as const
export type ReviewText = (typeof reviewTexts)[number]

export const toldOf = {
  decline: ['allocated-worker'],
  attempts: ['childrens-services', 'police'],
  delay: ['weekly-meeting'],
} as const satisfies Record<ReviewText, readonly string[]>

export const passedTo = ['allocated-worker', 'childrens-services', 'police', 'weekly-meeting'] as const
export type PassedTo = (typeof passedTo)[number]

export const wantsMore = ['yes', 'no', 'not-sure', 'not-asked'] as const
export type WantsMore = (typeof wantsMore)[number]
