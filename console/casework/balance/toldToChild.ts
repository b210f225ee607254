import type { Original } from '../../../dialogs/record/events.ts'
import { type Balance, type BalanceLine, linesIn } from './balanceOf.ts'
import { isTheirVoice } from './proposalsOf.ts'

/** One thing as it is told back: their own words, or the practitioner's words for them. */
export type ToldLine = { id: string } & (
  | { kind: 'theirs'; words: readonly string[]; original: Original | undefined }
  | { kind: 'practitioner'; words: string }
)

/** What is told back to the young person (CHESH-080, CHESH-081, ECRC-150), in three parts. */
export interface ToldToChild {
  strengths: readonly ToldLine[]
  worries: readonly ToldLine[]
  view: readonly ToldLine[]
  /** How many worries nobody has put into words for them: these are not told. */
  worriesLeft: number
  /**
   * What they told that is kept by its name alone, which is practitioners' language: prompt or coverage ids, for the
   * practitioner to say in their own words.
   */
  toSay: readonly string[]
}

/**
 * What the young person said themselves, what they did well, and of worries only what the practitioner worded for them. What
 * others said or think of them is never in it, unless the practitioner puts it into words for them.
 */
export function toldToChild(balance: Balance): ToldToChild {
  const own = (part: 'strengths' | 'view') => linesIn(balance, part).flatMap(toldLine)
  const worries = [...linesIn(balance, 'worries'), ...linesIn(balance, 'unknowns')]
  const worded = worries.flatMap(({ id, forChild }): ToldLine[] =>
    forChild ? [{ id, kind: 'practitioner', words: forChild.words }] : [],
  )
  return {
    strengths: own('strengths'),
    worries: worded,
    view: own('view'),
    worriesLeft: linesIn(balance, 'worries').filter(({ forChild }) => forChild === undefined).length,
    toSay: [...linesIn(balance, 'strengths'), ...linesIn(balance, 'view')].flatMap(({ said, standing, forChild }) =>
      isTheirs(said, standing) && !forChild && said?.words.length === 0 && said.how === 'yes' ? [said.field] : [],
    ),
  }
}

function toldLine({ id, forChild, said, standing }: BalanceLine): ToldLine[] {
  if (forChild) return [{ id, kind: 'practitioner', words: forChild.words }]
  // What goes with a no means nothing without what was asked, and that is not among what is told back.
  if (!said || !isTheirs(said, standing) || said.words.length === 0 || said.how === 'no') return []
  return [{ id, kind: 'theirs', words: said.words, original: said.original }]
}

const isTheirs = (said: BalanceLine['said'], standing: BalanceLine['standing']): boolean =>
  said !== undefined && standing === 'in-record' && isTheirVoice(said.voice)
