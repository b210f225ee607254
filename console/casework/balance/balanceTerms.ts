/**
 * The three columns (CHESH-086 to 088), in the order they are shown, the first in two: what is a worry or a danger, and what
 * nobody knows.
 */
export const balanceParts = ['worries', 'unknowns', 'strengths', 'view'] as const
export type BalancePart = (typeof balanceParts)[number]

/** In whose view they might go missing again. Never mixed into one answer. */
export const viewers = ['young-person', 'practitioner', 'parent-or-carer', 'third-party'] as const
export type Viewer = (typeof viewers)[number]

/** What somebody answers to whether they might. */
export const mightGoAnswers = ['yes', 'no', 'not-sure', 'chose-not-to-say'] as const
export type MightGoAnswer = (typeof mightGoAnswers)[number]

/** Who is asked for a number from 0 to 10. */
export const scalers = ['young-person', 'practitioner'] as const
export type Scaler = (typeof scalers)[number]
