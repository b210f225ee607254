import { codeQuestion } from '../../../dialogs/practice/coding/codeQuestion.ts'
import type { CodingLexicon } from '../../../dialogs/practice/coding/codingLexicon.ts'
import {
  isRecommended,
  type QuestionClass,
  type QuestionFlag,
  questionFlags,
} from '../../../dialogs/practice/coding/questionClasses.ts'
import type { Labelled } from './utterances.ts'

/** How many people labelled so, how many the coder did, and how many both. */
export interface Found {
  both: number
  labelled: number
  coded: number
}

/** How far the coder agrees with people on some utterances: kappas are Cohen's. */
export interface Agreement {
  lines: number
  /** All eight classes. */
  eight: number
  /** Invitation of either kind, directive, option-posing, suggestive, and the rest. */
  five: number
  /** The same five questions with the two invitations apart, among lines that people labelled with one of them. */
  questions: number
  recommended: number
  suggestive: Found
  /** Option-posing or suggestive. */
  closed: Found
  flags: Record<QuestionFlag, Found>
  /** How often people and the coder differ: "label -> code", with a count. */
  differences: ReadonlyMap<string, number>
}

type Pair = readonly [labelled: QuestionClass, coded: QuestionClass]

/** Codes each line and compares. It holds numbers alone, so it can be shown of lines that nobody is to read. */
export function agreementOn(utterances: readonly Labelled[], lexicon: CodingLexicon): Agreement {
  const coded = utterances.map(each => codeQuestion(lexicon, each))
  const pairs = utterances.map((each, at): Pair => [each.class, coded[at]?.class ?? 'other'])
  const differing = pairs.filter(([label, code]) => label !== code).map(([label, code]) => `${label} -> ${code}`)
  return {
    lines: pairs.length,
    eight: kappa(pairs, each => each),
    five: kappa(pairs, fiveOf),
    questions: kappa(
      pairs.filter(([label]) => fiveOf(label) !== 'rest'),
      each => each,
    ),
    recommended: kappa(pairs, each => String(isRecommended(each))),
    suggestive: found(pairs, each => each === 'suggestive'),
    closed: found(pairs, each => each === 'option-posing' || each === 'suggestive'),
    flags: Object.fromEntries(
      questionFlags.map(flag => [
        flag,
        found(
          utterances.map((each, at) => [each.flags, coded[at]?.flags ?? []] as const),
          flags => flags.includes(flag),
        ),
      ]),
    ) as Record<QuestionFlag, Found>,
    differences: new Map(
      [...new Set(differing)].map(name => [name, differing.filter(each => each === name).length] as const),
    ),
  }
}

const fiveOf = (code: QuestionClass) =>
  code === 'invitation' || code === 'cued-invitation'
    ? 'invitation'
    : code === 'directive' || code === 'option-posing' || code === 'suggestive'
      ? code
      : 'rest'

function kappa(pairs: readonly Pair[], as: (code: QuestionClass) => string): number {
  const both = pairs.map(([label, code]) => [as(label), as(code)] as const)
  const share = (count: number) => count / both.length
  const agreed = share(both.filter(([label, code]) => label === code).length)
  const names = [...new Set(both.flat())]
  const byChance = names.reduce(
    (sum, name) =>
      sum +
      share(both.filter(([label]) => label === name).length) * share(both.filter(([, code]) => code === name).length),
    0,
  )
  return (agreed - byChance) / (1 - byChance)
}

function found<T>(pairs: readonly (readonly [T, T])[], is: (each: T) => boolean): Found {
  return {
    both: pairs.filter(([label, code]) => is(label) && is(code)).length,
    labelled: pairs.filter(([label]) => is(label)).length,
    coded: pairs.filter(([, code]) => is(code)).length,
  }
}
