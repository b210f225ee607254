/** What a question, or whatever else a practitioner says, is to a child's telling (simulation.md, section 3). */
export const questionClasses = [
  'invitation',
  'cued-invitation',
  'facilitator',
  'directive',
  'option-posing',
  'suggestive',
  'supportive',
  'other',
] as const
export type QuestionClass = (typeof questionClasses)[number]

/** What a question of any class can have about it that makes it harder for a child to answer freely. */
export const questionFlags = [
  'multiple',
  'too-long',
  'repeated',
  'blaming-why',
  'victim-blaming',
  'jargon',
  'secrecy-promise',
  'contingent-praise',
  'first-use-label',
  'presumes-volition',
] as const
export type QuestionFlag = (typeof questionFlags)[number]

/** Open questions and those about something the child told of. Encouragement is counted apart. */
export const isRecommended = (code: QuestionClass): boolean =>
  code === 'invitation' || code === 'cued-invitation' || code === 'directive'
