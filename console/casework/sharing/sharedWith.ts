import type { Recipient } from './recipients.ts'
import { isTheirOwn, type Piece, type ShareItem } from './shareItems.ts'

export const wishAnswers = ['agreed', 'objected', 'wants-to-think', 'not-asked-unsafe'] as const
export type WishAnswer = (typeof wishAnswers)[number]

/** What the young person was asked, or was not asked, about telling someone. */
export interface Wish {
  /** A recipient's id. */
  recipient: string
  at: 'start' | 'end'
  answer: WishAnswer
  items: 'all' | readonly string[]
  /** In their own words. */
  words?: string
  /** When it was written down, by the server's clock. */
  time: string
}

export const decisionKinds = ['share', 'withhold', 'must-share'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** What the practitioner decided. */
export interface Decision {
  recipient: string
  items: 'all' | readonly string[]
  decision: DecisionKind
  /** Why it must be shared. */
  reason?: string
  time: string
}

export interface Choices {
  wishes: readonly Wish[]
  decisions: readonly Decision[]
}

/**
 * Why an item is shared, with where each rule comes from. Whatever none of them shares is withheld: need to know, not
 * everything (practice 5.3, golden rules).
 */
export const sharedReasons = {
  safeguarding: 'practice 5.3, ECRC-034, ECRC-131',
  override: 'practice 5.3, ECRC-146',
  'must-share': 'practice 5.3, ECRC-146',
  regime: 'ECRC-125, TORB-049',
  agreed: 'ECRC-135, ECRC-136, WAKE-105, WAKE-106, WAKE-110',
  decided: 'practice 5.3, ECRC-151',
} as const
export type SharedWhy = keyof typeof sharedReasons

export const withheldReasons = {
  unsafe: 'practice 5.2, practice 5.3',
  objected: 'ECRC-158, WAKE-108',
  'not-agreed': 'ECRC-135, WAKE-110',
  'not-decided': 'ECRC-139, ECRC-140, ECRC-141',
  'withheld-by-us': 'practice 5.3',
  'not-needed': 'practice 5.3',
  'their-wishes': 'ECRC-158',
} as const
export type WithheldWhy = keyof typeof withheldReasons

export interface SharedItem {
  item: ShareItem
  why: SharedWhy
  /** They did not want it passed on. */
  objected: boolean
  /** It goes against what they wanted, and nobody has said why yet: nothing is sent before that. */
  needsReason: boolean
  /** The words this recipient reads; null for words that hold, or are part of, something that is withheld. */
  pieces: readonly (Piece | { as: Piece['as']; text: null })[]
}

export interface WithheldItem {
  item: ShareItem
  why: WithheldWhy
}

export interface Sharing {
  shared: readonly SharedItem[]
  withheld: readonly WithheldItem[]
}

/** Exactly what this recipient may be told of these items, each with why; and what they may not. Pure. */
export function sharedWith(recipient: Recipient, items: readonly ShareItem[], choices: Choices): Sharing {
  const ruled = items.map(item => ({ item, ...ruling(recipient, item, choices) }))
  const withheld = ruled.flatMap(each => (each.shared ? [] : [{ item: each.item, why: each.why }]))
  const secrets = withheld.flatMap(({ item }) => item.pieces.map(({ text }) => plain(text)))
  const shared = ruled.flatMap(each => {
    if (!each.shared) return []
    const { item, why, objected, needsReason } = each
    const pieces = item.pieces.map(piece =>
      mustGo.includes(why) || !overlaps(plain(piece.text), secrets) ? piece : { as: piece.as, text: null },
    )
    return [{ item, why, objected, needsReason, pieces }]
  })
  return { shared, withheld }
}

/** Whether it can be sent as it is: there is something to say, and a reason for all that goes against their wishes. */
export const isSendable = ({ shared }: Sharing): boolean =>
  shared.length > 0 && shared.every(({ needsReason }) => !needsReason)

/** Safeguarding items that do not reach children's services. There must be none. */
export function lost(recipient: Recipient, items: readonly ShareItem[], choices: Choices): ShareItem[] {
  const reached = new Set(sharedWith(recipient, items, choices).shared.map(({ item }) => item.id))
  return items.filter(({ id, safeguarding }) => safeguarding && !reached.has(id))
}

/** What they want, for one item and recipient: the later wish stands. Undefined where they were not asked. */
export const standingWish = (recipient: Recipient, item: ShareItem, wishes: readonly Wish[]): Wish | undefined =>
  wishes
    .filter(wish => wish.recipient === recipient.id && covers(wish.items, wish.time, item, wish.answer === 'agreed'))
    .toSorted(
      (a, b) => Number(a.at === 'end') - Number(b.at === 'end') || (a.time < b.time ? -1 : a.time > b.time ? 1 : 0),
    )
    .at(-1)

type Ruling =
  | { shared: true; why: SharedWhy; objected: boolean; needsReason: boolean }
  | { shared: false; why: WithheldWhy }

const mustGo: readonly SharedWhy[] = ['safeguarding', 'override', 'must-share']

function ruling(recipient: Recipient, item: ShareItem, { wishes, decisions }: Choices): Ruling {
  const wish = standingWish(recipient, item, wishes)
  const decided = (kind: 'share' | 'must-share') => standingDecision(recipient, item, decisions, kind)
  const objected = wish?.answer === 'objected'
  if (recipient.kind === 'family') return familyRuling(recipient, item, wishes, wish, decided('share'))
  const isStatutory = recipient.kind !== 'professional'
  const must = decided('must-share')
  const hasReason =
    must?.decision === 'must-share' && Boolean(must.reason?.trim()) && (!objected || must.time >= wish.time)
  const share = (why: SharedWhy, needsReason = false): Ruling => ({ shared: true, why, objected, needsReason })
  const withhold = (why: WithheldWhy): Ruling => ({ shared: false, why })

  const goesAnyway = recipient.kind === 'services' ? item.safeguarding : recipient.kind === 'police' && item.danger
  if (goesAnyway) return objected ? share('override', !hasReason) : share('safeguarding')
  if (hasReason && (isStatutory || item.safeguarding)) return share('must-share')
  if (recipient.inRegime && item.regime === 'all-shared' && isTheirOwn(item)) return share('regime')
  if (item.wish && !isStatutory) return withhold('their-wishes')
  if (objected) return withhold('objected')
  if (wish?.answer === 'not-asked-unsafe') return withhold('unsafe')
  const done = decided('share')
  if (done?.decision === 'withhold') return withhold('withheld-by-us')
  const isDecided = done?.decision === 'share'
  const isAgreed = wish?.answer === 'agreed'
  if (isTheirOwn(item) || !isStatutory) {
    if (!isAgreed) return withhold('not-agreed')
    return isStatutory || isDecided ? share('agreed') : withhold('not-decided')
  }
  return isDecided ? share('decided') : withhold('not-needed')
}

/** Only what was agreed for them and decided; never once it was marked unsafe for them, whatever was said later. */
function familyRuling(
  recipient: Recipient,
  item: ShareItem,
  wishes: readonly Wish[],
  wish: Wish | undefined,
  done: Decision | undefined,
): Ruling {
  const isUnsafe = wishes.some(
    each =>
      each.recipient === recipient.id &&
      each.answer === 'not-asked-unsafe' &&
      covers(each.items, each.time, item, false),
  )
  if (isUnsafe) return { shared: false, why: 'unsafe' }
  if (item.wish) return { shared: false, why: 'their-wishes' }
  if (wish?.answer === 'objected') return { shared: false, why: 'objected' }
  if (wish?.answer !== 'agreed') return { shared: false, why: 'not-agreed' }
  if (done?.decision === 'withhold') return { shared: false, why: 'withheld-by-us' }
  if (done?.decision !== 'share') return { shared: false, why: 'not-decided' }
  return { shared: true, why: 'agreed', objected: false, needsReason: false }
}

/** The later decision of this kind about one item, or that it is withheld. Undefined where there is none. */
export const standingDecision = (
  recipient: Recipient,
  item: ShareItem,
  decisions: readonly Decision[],
  kind: 'share' | 'must-share',
): Decision | undefined =>
  decisions
    .filter(each => each.recipient === recipient.id && (each.decision === kind || each.decision === 'withhold'))
    .filter(each => covers(each.items, each.time, item, each.decision !== 'withhold'))
    // `all` of what must be shared is all that is of safeguarding: the rest is decided one by one.
    .filter(each => each.decision !== 'must-share' || each.items !== 'all' || item.safeguarding)
    .toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
    .at(-1)

/**
 * Whether what was said of these items is about this one. What opens something is about what was there at the time, exactly
 * as it was; what closes it is also about what was said later and about what it was put right as.
 */
function covers(items: 'all' | readonly string[], time: string, item: ShareItem, opens: boolean): boolean {
  if (items === 'all') return !opens || item.at <= time
  return items.includes(item.id) || (!opens && item.behind.some(event => items.includes(event)))
}

/** Whether a text says what any of these says, or they what it says: in whole words. */
export const repeats = (text: string, items: readonly ShareItem[]): boolean =>
  overlaps(
    plain(text),
    items.flatMap(({ pieces }) => pieces.map(piece => plain(piece.text))),
  )

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()

/** As whole words, so that "at" is not found in "that". */
const overlaps = (text: string, secrets: readonly string[]) =>
  secrets.some(secret => holds(text, secret) || holds(secret, text))

function holds(whole: string, part: string): boolean {
  for (let at = whole.indexOf(part); part !== '' && at !== -1; at = whole.indexOf(part, at + 1)) {
    const before = /.$/su.exec(whole.slice(0, at))?.[0] ?? ' '
    const after = /^./su.exec(whole.slice(at + part.length))?.[0] ?? ' '
    if (!isLetter(before) && !isLetter(after)) return true
  }
  return false
}

const isLetter = (text: string) => /[\p{L}\p{N}]/u.test(text)
