import type { Debrief } from '../../../../dialogs/practice/debrief/debrief.ts'

export const toldParts = ['full', 'short', 'minimised', 'hinted', 'untold'] as const
export type ToldPart = (typeof toldParts)[number]

/** How many details came out in which way: adds up to all there are. */
export function countsOfTold({ told, untold }: Pick<Debrief, 'told' | 'untold'>): Readonly<Record<ToldPart, number>> {
  const of = (how: 'full' | 'short') => told.filter(each => each.how === how).length
  const partly = (how: 'minimised' | 'hinted') => untold.filter(each => each.partly === how).length
  return {
    full: of('full'),
    short: of('short'),
    minimised: partly('minimised'),
    hinted: partly('hinted'),
    untold: untold.filter(each => each.partly === undefined).length,
  }
}
