import { z } from 'zod'

/** What a scenario is about, of those that people ask for. */
export const Theme = z.enum([
  'arguments-at-home',
  'unhappy-in-placement',
  'contact-with-family',
  'bullying',
  'online-grooming',
  'county-lines',
  'out-with-friends',
  'self-harm',
  'tired-of-interviews',
  'trafficked',
  'extremism',
  'declines',
])
export type Theme = z.infer<typeof Theme>

/** How hard a young person is to talk with: how much trust they begin with, gain and lose. */
export const Level = z.enum(['gentle', 'usual', 'hard'])
export type Level = z.infer<typeof Level>

/** Whose published or assumed numbers drive how much is told: see profiles.ts. */
export const Profile = z.enum(['cooperative-young', 'teenage'])
export type Profile = z.infer<typeof Profile>

/** What a question can be about. Each belongs to a stage of the guide. */
export const PracticeTopic = z.enum([
  'chat',
  'home',
  'placement',
  'school',
  'friends',
  'family',
  'leaving',
  'away',
  'people',
  'online',
  'money',
  'health',
  'safety',
  'feelings',
  'beliefs',
  'coming-back',
  'next',
])
export type PracticeTopic = z.infer<typeof PracticeTopic>

/** The stage of the guide that a topic belongs to. */
export const stageOfTopic: Readonly<Record<PracticeTopic, string>> = {
  chat: 'problem-free',
  home: 'leaving',
  placement: 'leaving',
  school: 'leaving',
  friends: 'leaving',
  family: 'leaving',
  leaving: 'leaving',
  away: 'while-away',
  people: 'while-away',
  online: 'while-away',
  money: 'while-away',
  health: 'safety',
  safety: 'safety',
  feelings: 'feelings',
  beliefs: 'leaving',
  'coming-back': 'coming-back',
  next: 'plan',
}

/** What a practitioner does with words besides asking. */
export const PracticeMove = z.enum([
  'introduces',
  'independent',
  'choice',
  'limits',
  'said-back',
  'break',
  'accepts-no',
  'another-way',
  'tells-back',
  'what-next',
  'where-help',
  'goodbye',
  'interpreter-checked',
  'interpreter-changed',
  'to-interpreter',
])
export type PracticeMove = z.infer<typeof PracticeMove>

/** Whether it is about the interpreter: nothing where nobody interprets. */
export const isOfInterpreter = (move: PracticeMove): boolean =>
  move === 'interpreter-checked' || move === 'interpreter-changed' || move === 'to-interpreter'

/** The stage of the guide that a move belongs to; none where it has its place anywhere. */
export const stageOfMove: Readonly<Partial<Record<PracticeMove, string>>> = {
  introduces: 'welcome',
  independent: 'welcome',
  limits: 'confidentiality',
  'said-back': 'confidentiality',
  'tells-back': 'balance',
  'what-next': 'plan',
  'where-help': 'plan',
}

/** What a young person says that is no detail of what happened. */
export const LineGroup = z.enum([
  'greets',
  'settles',
  'does-not-know',
  'rather-not',
  'changes-topic',
  'asks-to-stop',
  'leaves',
  'yes',
  'no',
  'nothing-more',
  'told-you',
  'asks-meaning',
  'is-thanked',
  'hears-limits',
  'is-promised',
  'is-betrayed',
  'is-blamed',
  'is-led',
  'break',
  'says-goodbye',
])
export type LineGroup = z.infer<typeof LineGroup>

/** How they are, as it can be seen. */
export const Posture = z.enum(['open', 'neutral', 'guarded', 'upset', 'tired'])
export type Posture = z.infer<typeof Posture>
