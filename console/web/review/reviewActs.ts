/** What is written down of a review, each by a short form. */
export const reviewActs = ['forward', 'review', 'set', 'send-back', 'heard'] as const
export type ReviewAct = (typeof reviewActs)[number]
