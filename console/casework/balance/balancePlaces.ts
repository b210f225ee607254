import type { BalancePart } from './balanceTerms.ts'

/** Where something goes in the balance when it was told, and why there. */
export interface BalancePlace {
  /** The id of a prompt or a coverage item, or with a full stop at its end what ids begin with. */
  of: string
  part: BalancePart
  /** Told no, it is a worry: nobody had their number, nobody to call. */
  noIsWorry?: true
  sources: readonly string[]
}

const worry = (of: string, ...sources: string[]): BalancePlace => ({
  of,
  part: 'worries',
  sources: ['CHESH-086', ...sources],
})
const strength = (of: string, ...sources: string[]): BalancePlace => ({
  of,
  part: 'strengths',
  sources: ['CHESH-087', ...sources],
})
const guard = (of: string, ...sources: string[]): BalancePlace => ({ ...strength(of, ...sources), noIsWorry: true })
const view = (of: string, ...sources: string[]): BalancePlace => ({
  of,
  part: 'view',
  sources: ['CHESH-088', ...sources],
})

/**
 * What is proposed for which part. The longest that fits an id decides. What is not here is in the record and not in the
 * balance: where they went, what they ate. It is a proposal: whether a kind stranger was a help or a danger, a person says.
 */
export const balancePlaces: readonly BalancePlace[] = [
  worry('push.', 'CHESH-083'),
  worry('pull.', 'CHESH-083'),
  worry('harm.', 'ECRC-149'),
  strength('harm.medical-help'),
  worry('exploitation.', 'CHESH-094', 'CHESH-095'),
  worry('trafficking.', 'CHESH-012'),
  view('trafficking.where-they-live-now'),
  worry('away.been-away-before', 'ECRC-176'),
  worry('away.persuaded', 'WAKE-045'),
  strength('away.tried-to-sort-it-out', 'WAKE-046'),
  worry('away.what-did-not-work', 'WAKE-047'),
  worry('away.known-place', 'WAKE-128'),
  worry('away.stayed-with-someone-just-met', 'ECRC-008'),
  guard('away.safe-place-to-stay', 'CHESH-068'),
  worry('away.slept-rough', 'ECRC-007'),
  worry('away.crime', 'WAKE-056'),
  worry('away.offered-alcohol', 'CHESH-059'),
  worry('away.alcohol', 'WAKE-068'),
  worry('away.offered-drugs', 'CHESH-060'),
  worry('away.drugs', 'WAKE-068'),
  worry('away.unsupervised-parties', 'ECRC-081'),
  worry('away.met-online'),
  worry('away.intimate-contact', 'CHESH-069'),
  view('feeling.'),
  worry('feeling.mental-health', 'WAKE-062'),
  worry('feeling.bullied', 'WAKE-063'),
  worry('feeling.pressured', 'WAKE-064'),
  worry('feeling.stress', 'WAKE-065'),
  worry('feeling.low-mood', 'WAKE-066'),
  strength('safe.', 'CHESH-081'),
  guard('safe.felt-safe', 'CHESH-061'),
  worry('safe.felt-unsafe', 'CHESH-061'),
  guard('safe.someone-had-number', 'CHESH-063'),
  guard('safe.someone-knew-where', 'CHESH-064'),
  guard('safe.someone-to-call', 'CHESH-065'),
  guard('safe.trusted-person'),
  view('return.'),
  worry('return.scared', 'CHESH-074'),
  worry('return.prevented', 'CHESH-075'),
  worry('return.problem-still-there', 'CHESH-079'),
  worry('return.might-go-again', 'WAKE-099'),
  worry('return.made-to-go-back', 'ECRC-060'),
  strength('return.other-things-to-do', 'WAKE-076'),
  view('missing.sees-it-differently', 'ECRC-110'),
  worry('family.', 'ECRC-178'),
  worry('safety.'),
  view('safety.while-away', 'CHESH-061'),
  worry('while-away.work', 'CHESH-012'),
  worry('while-away.owing', 'CHESH-012'),
  worry('while-away.papers', 'CHESH-012'),
  worry('while-away.moving', 'CHESH-044'),
  worry('feelings.hurting-yourself', 'WAKE-067'),
  worry('feelings.ending-your-life', 'ECRC-127'),
  view('feelings.now', 'CHESH-004'),
  worry('coming-back.still-there', 'CHESH-079'),
  view('coming-back.what-would-help', 'CHESH-077'),
  strength('coming-back.if-it-gets-hard', 'WAKE-076'),
  strength('balance.good-things'),
  view('balance.what-needs-to-happen'),
  strength('plan.safe-next-time', 'CHESH-062'),
  worry('concern'),
  worry('concern.words'),
  worry('after.worries'),
  worry('after.links', 'CHESH-094', 'CHESH-095'),
  worry('after.risk-view', 'CHESH-085'),
  strength('after.strengths'),
  worry('after.parents-account', 'TORB-044'),
]

/** Where an answer to this prompt or coverage item goes, the longest fitting id first; undefined where it is not part of the balance. */
export const placeOf = (id: string): BalancePlace | undefined =>
  balancePlaces
    .filter(({ of }) => id === of || (of.endsWith('.') && id.startsWith(of)))
    .toSorted((a, b) => b.of.length - a.of.length)[0]

/**
 * Prompts without whose answer a danger may not be known (CHESH-086). Each is asked of whom it is for: what the guide does not
 * ask of this young person is not an unknown.
 */
export const unknownPrompts: readonly string[] = [
  'leaving.before-you-went',
  'while-away.where',
  'while-away.who',
  'while-away.with-them',
  'while-away.work',
  'while-away.owing',
  'while-away.papers',
  'while-away.moving',
  'safety.while-away',
  'safety.anything-bad',
  'safety.wanted-to-leave',
  'safety.hurt-now',
  'safety.doctor',
  'safety.kept',
  'safety.frightening',
  'safety.made-to-go-back',
  'safety.afraid-to-go-home',
  'safety.someone-else-in-danger',
  'safety.your-body',
  'safety.sexual-health',
  'safety.who-knows-where',
  'safety.who-can-call',
  'safety.family',
  'safety.told-to-say',
  'safety.people-here',
  'feelings.hurting-yourself',
  'feelings.ending-your-life',
  'coming-back.still-there',
]
