import type { Coded, Utterance } from '../coding/codeQuestion.ts'
import { isRecommended } from '../coding/questionClasses.ts'
import type { DetailUnit, Scenario } from '../scenario/scenario.ts'
import type { PracticeTopic } from '../scenario/terms.ts'
import { isTold } from '../young/practiceState.ts'
import type { PracticeTurn } from '../young/practiceTalk.ts'
import type { WeakReason } from './debrief.ts'
import type { ModelWordings } from './modelWordings.ts'
import { asks, type SeenTurn, saidBefore } from './seenTurns.ts'

/** What a better wording is made from, and the coder that it has to please. */
export interface DebriefParts {
  models: ModelWordings
  code: (utterance: Utterance) => Coded
}

/** A wording that would do better: words to say, and what they were made from. */
export interface BetterWording {
  /** Group of the models in locales/en/models.json: `about`, `next`, `topics/home`. */
  model: string
  /** The detail it asks about: one that was told by then. */
  about?: string
  /** In the language of the talk, ready to be said. */
  words: string
}

/**
 * What could have been said instead at a weak turn: the first of the models that fit which the coder finds good after all that had
 * been said and asked. Nothing is named in it but what was told by then. Encouragement, which fits anywhere, where no other does.
 */
export function betterWording(
  scenario: Scenario,
  turns: readonly PracticeTurn[],
  seen: SeenTurn,
  reasons: readonly WeakReason[],
  { models, code }: DebriefParts,
): BetterWording {
  const before = saidBefore(scenario, turns, seen.turn.number)
  const isGood = ({ words }: BetterWording) => isGoodWording(code({ ...before, question: words }))
  const turnTo = (wordings: readonly string[]) => startingAt(seen.turn.number, wordings)
  const plain = (model: string, wordings: readonly string[]) => turnTo(wordings).map(words => ({ model, words }))
  const { own, latest } = toldBy(scenario, seen)
  const asking = [
    ...aboutEach(own, turnTo(models.about)),
    ...topicsOf(seen, latest.length > 0).flatMap(topic => plain(`topics/${topic}`, models.topics[topic])),
    ...aboutEach(latest, turnTo(models.about)),
    ...plain('next', models.next),
  ]
  const candidates = [...firstFor(reasons, seen, models, plain), ...asking, ...plain('support', models.support)]
  return candidates.find(isGood) ?? { model: 'encourage', words: models.encourage[0] ?? '' }
}

/** Whether something said so needs no better wording: recommended, or asking nothing, and free of flags. What asks nothing may be said again. */
export const isGoodWording = ({ class: code, flags }: Pick<Coded, 'class' | 'flags'>): boolean =>
  isRecommended(code) ? flags.length === 0 : !asks(code) && flags.every(flag => flag === 'repeated')

/** What comes before any question: honesty in place of a promise, thanks in place of praise, and short pieces of what is explained. */
function firstFor(
  reasons: readonly WeakReason[],
  { turn: { coded } }: SeenTurn,
  { limits, support, explain }: ModelWordings,
  plain: (model: string, wordings: readonly string[]) => BetterWording[],
): BetterWording[] {
  if (reasons.includes('secrecy-promise')) return plain('limits', limits)
  if (reasons.includes('contingent-praise')) return plain('support', support)
  if (asks(coded?.class) || reasons.includes('to-interpreter')) return []
  return reasons.includes('too-long') || reasons.includes('jargon')
    ? plain('explain', explain)
    : plain('support', support)
}

const mostDetails = 3

/** Details told before: those the question was about, the last told first, and the last told of all. */
function toldBy({ units }: Scenario, { turn: { heard }, before }: SeenTurn): Record<'own' | 'latest', DetailUnit[]> {
  const order = Object.keys(before.told)
  const told = units
    .filter(({ id }) => isTold(before, id))
    .toSorted((a, b) => order.indexOf(b.id) - order.indexOf(a.id))
  const cued = told.filter(({ id }) => heard?.cued.includes(id))
  const around = told.filter(unit => !cued.includes(unit) && heard?.topics.includes(unit.topic))
  return { own: [...cued, ...around].slice(0, mostDetails), latest: told.slice(0, mostDetails) }
}

const aboutEach = (units: readonly DetailUnit[], wordings: readonly string[]): BetterWording[] =>
  units.flatMap(({ id, about }) =>
    wordings.map(words => ({ model: 'about', about: id, words: words.replaceAll('{{about}}', about) })),
  )

/** What it was about. Once something is told, getting to know each other is behind them. */
const topicsOf = ({ turn: { heard } }: SeenTurn, isUnderWay: boolean): readonly PracticeTopic[] =>
  (heard?.topics ?? [])
    .filter(topic => topic !== 'chat' || !isUnderWay)
    .toSorted((a, b) => Number(isAnyones.has(a)) - Number(isAnyones.has(b)))

/** Topics that common words belong to, such as "someone": another topic of the same question says more. */
const isAnyones: ReadonlySet<PracticeTopic> = new Set<PracticeTopic>(['people', 'away', 'next'])

/** The same wordings from another one on, so that a talk does not show the same one at every turn. */
const startingAt = (number: number, wordings: readonly string[]): string[] => [
  ...wordings.slice(number % wordings.length),
  ...wordings.slice(0, number % wordings.length),
]
