import type { Facts } from './caseEvents.ts'
import type { ScopeSettings } from './scopeSettings.ts'

/** Yes, no, or left out where it is not known: where a child lives and who placed them. */
const places = ['placedHereByAnother', 'placedElsewhere', 'livesHere'] as const
type Place = (typeof places)[number]
type Places = Readonly<Record<Place, boolean>>

/** What the rules look at. What is left out is not known. */
export type ScopeFacts = Pick<Facts, 'ages' | Place>
export type ScopeFact = keyof ScopeFacts
export type ScopeRule = keyof ScopeSettings

/** What the rules of this authority say of a child. It is no decision: that is a person's. */
export type ScopeAnswer =
  | { scope: 'in' | 'out'; rule: ScopeRule; source: string; lastChecked: string | null }
  /** What is known leaves it open, and any of these facts may settle it. */
  | { scope: 'unknown'; missing: readonly ScopeFact[] }

/**
 * Whether a talk is offered here (CBC-004 to 006, TORB-004, practice C10). Where a fact is not known it says only what is so
 * whatever that fact turns out to be, so that no child is left out by something that nobody asked.
 */
export function scopeOf(facts: ScopeFacts, settings: ScopeSettings): ScopeAnswer {
  const said = (scope: 'in' | 'out', rule: ScopeRule): ScopeAnswer => {
    const { source, lastChecked } = settings[rule]
    return { scope, rule, source, lastChecked }
  }
  const age = ageIs(facts.ages, settings.ages)
  if (age === 'outside') return said('out', 'ages')
  const unknown = places.filter(place => facts[place] === undefined)
  const rules = completions(facts).map(all => ruleFor(all, settings))
  const [first] = rules
  const isOpen = rules.some(rule => settings[rule].offered !== (first && settings[first].offered))
  if (first && !isOpen && !settings[first].offered) return said('out', first)
  if (first && !isOpen && age === 'fits') return said('in', first)
  const matter = isOpen ? unknown.filter(place => decides(place, facts, settings)) : []
  return { scope: 'unknown', missing: age === 'unknown' ? [...matter, 'ages'] : matter }
}

type PlaceRule = Exclude<ScopeRule, 'ages'>

/** Where a child was placed says more than where they live. Where two are said, the one that lets them in counts. */
function ruleFor({ placedHereByAnother, placedElsewhere, livesHere }: Places, settings: ScopeSettings): PlaceRule {
  const placed: PlaceRule[] = [
    ...(placedHereByAnother ? ['placedHere' as const] : []),
    ...(placedElsewhere ? ['placedElsewhere' as const] : []),
  ]
  return placed.find(rule => settings[rule].offered) ?? placed[0] ?? (livesHere ? 'livingHere' : 'livingElsewhere')
}

/**
 * Every way in which what is not known may be; the first has no for all of it. Two authorities do not both place a child, so that this
 * is not among them, unless it was said.
 */
function completions(facts: ScopeFacts): Places[] {
  const all = places.reduce<Places[]>(
    (some, place) => {
      const known = facts[place]
      const values = known === undefined ? [false, true] : [known]
      return values.flatMap(value => some.map(each => ({ ...each, [place]: value })))
    },
    [{ placedHereByAnother: false, placedElsewhere: false, livesHere: false }],
  )
  const isSaid = isPlacedTwice(facts)
  return all.filter(each => isSaid || !isPlacedTwice(each))
}

const isPlacedTwice = ({ placedHereByAnother, placedElsewhere }: ScopeFacts) =>
  placedHereByAnother === true && placedElsewhere === true

/** Whether this fact, once it is known, may change what the rules say. */
function decides(place: Place, facts: ScopeFacts, settings: ScopeSettings): boolean {
  const offered = (all: Places) => settings[ruleFor(all, settings)].offered
  const withIt = completions({ ...facts, [place]: true })
  return completions({ ...facts, [place]: false }).some(without =>
    withIt.some(
      all => places.every(each => each === place || all[each] === without[each]) && offered(all) !== offered(without),
    ),
  )
}

/**
 * An age that is disputed, or that is within by one way of telling it, fits: whoever may be a child is treated as one. One that is
 * not known may only turn out too young.
 */
function ageIs(ages: ScopeFacts['ages'], { from, to }: ScopeSettings['ages']): 'fits' | 'outside' | 'unknown' {
  const told = [ages?.assessed, ages?.claimed].filter(age => age !== undefined)
  if (told.length === 0) return from > 0 ? 'unknown' : 'fits'
  return ages?.disputed === true || told.some(age => age >= from && age <= to) ? 'fits' : 'outside'
}
