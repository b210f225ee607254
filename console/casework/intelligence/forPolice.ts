import type { Recipient } from '../sharing/recipients.ts'
import {
  type Choices,
  repeats,
  type SharedWhy,
  sharedWith,
  standingDecision,
  type WithheldWhy,
} from '../sharing/sharedWith.ts'
import type { ShareItem } from '../sharing/shareItems.ts'
import type { IntelligenceItem } from './intelligence.ts'

/** Why something is on the form. `source`: police may be told of what it was taken from. */
export const goesReasons = ['source', 'must-share', 'written-for-police', 'agreed', 'regime'] as const
export type GoesWhy = (typeof goesReasons)[number]

/** Why something is held back, beside why what it was taken from is. */
export const heldReasons = ['source-gone', 'no-reason', 'repeats-withheld'] as const
export type HeldWhy = WithheldWhy | (typeof heldReasons)[number]

export interface ForPolice {
  goes: readonly { item: IntelligenceItem; why: GoesWhy }[]
  held: readonly { item: IntelligenceItem; why: HeldWhy }[]
}

/**
 * What of these may be on the form for police. What was taken from something that they may not be told of is held back, as is
 * what repeats it in any of its words, until someone decides that it must be shared and why. Pure.
 */
export function forPolice(
  police: Recipient,
  items: readonly IntelligenceItem[],
  written: readonly ShareItem[],
  choices: Choices,
): ForPolice {
  const told = sharedWith(police, written, choices)
  const withheld = told.withheld.map(({ item }) => item)
  const ruled = items.map(item => ({ item, ...ruling(item) }))
  return {
    goes: ruled.flatMap(({ item, goes }) => (goes === undefined ? [] : [{ item, why: goes }])),
    held: ruled.flatMap(({ item, held }) => (held === undefined ? [] : [{ item, why: held }])),
  }

  function ruling(item: IntelligenceItem): { goes: GoesWhy; held?: never } | { held: HeldWhy; goes?: never } {
    const isFrom = ({ id, behind }: ShareItem) => item.from !== undefined && [id, ...behind].includes(item.from.event)
    const source = written.find(isFrom)
    const itself = asItem(item, source)
    const { shared, withheld: back } = sharedWith(police, [itself], choices)
    if (shared[0]?.why === 'must-share') return { goes: 'must-share' }
    if (standingDecision(police, itself, choices.decisions, 'share')?.decision === 'withhold')
      return { held: 'withheld-by-us' }
    if (item.from === undefined) {
      const why = back[0]?.why
      // Whoever writes something of their own for police has decided that they are told.
      if (why !== undefined && why !== 'not-needed') return { held: why }
      if (shared[0]?.needsReason) return { held: 'no-reason' }
      if (wordsOf(item).some(text => repeats(text, withheld))) return { held: 'repeats-withheld' }
      return { goes: reasonOf(shared[0]?.why) }
    }
    if (source === undefined) return { held: 'source-gone' }
    const sourceHeld = told.withheld.find(each => isFrom(each.item))
    if (sourceHeld) return { held: sourceHeld.why }
    const sourceShared = told.shared.find(each => isFrom(each.item))
    if (!sourceShared || sourceShared.needsReason) return { held: 'no-reason' }
    // What police are told word for word anyway is no secret from them.
    const theirs = [...sourceShared.item.codes, ...sourceShared.pieces.flatMap(({ text }) => text ?? [])]
    const isTold = (text: string) => theirs.some(each => plain(each) === plain(text))
    if (wordsOf(item).some(text => !isTold(text) && repeats(text, withheld))) return { held: 'repeats-withheld' }
    return { goes: 'source' }
  }
}

/** Everything of it that somebody could have said. */
const wordsOf = ({ words, relation, knownToChildAs, handling }: IntelligenceItem): string[] =>
  [words, relation, knownToChildAs, handling.careful].filter(text => text !== undefined)

/** As the rules of sharing look at it: what is decided of what it was taken from, or of what it was before, holds for it too. */
const asItem = (item: IntelligenceItem, source: ShareItem | undefined): ShareItem => ({
  id: item.event,
  behind: [...item.before, ...(item.from ? [item.from.event] : []), ...(source ? [source.id, ...source.behind] : [])],
  field: 'intelligence',
  at: item.time,
  voice: item.source,
  regime: source?.regime ?? 'safeguarding-only',
  codes: [],
  pieces: [{ as: 'words', text: item.words }],
  ...{ safeguarding: false, danger: false, wish: false, aboutOthers: item.thirdParty },
})

function reasonOf(why: SharedWhy | undefined): GoesWhy {
  if (why === 'agreed' || why === 'regime' || why === 'must-share') return why
  return 'written-for-police'
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()
