import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ScopeFacts, scopeOf } from '../../../../console/casework/episode/scopeOf.ts'
import { defaultScope, type ScopeSettings } from '../../../../console/casework/episode/scopeSettings.ts'
import { defaultSettings, LocalSettings } from '../../../../console/casework/localSettings.ts'

/** As one authority has it that leaves out whom others placed with it (TORB-004), and the very young. */
const torbay: ScopeSettings = {
  ...defaultScope,
  placedHere: { offered: false, source: 'TORB-004', lastChecked: '2026-11-01' },
  ages: { ...defaultScope.ages, from: 5 },
}
const here = { placedHereByAnother: false, placedElsewhere: false, livesHere: true }
const [nine, none] = [{ claimed: 9 }, {}]

describe('whether a talk is offered here', () => {
  it.each<[string, ScopeFacts, ScopeSettings, object]>([
    ['lives here', here, defaultScope, { scope: 'in', rule: 'livingHere', source: 'CBC-004', lastChecked: null }],
    [
      'placed here by another, who counts',
      { placedHereByAnother: true },
      defaultScope,
      { scope: 'in', rule: 'placedHere' },
    ],
    [
      'placed here by another, who does not count',
      { ...here, placedHereByAnother: true },
      torbay,
      { scope: 'out', rule: 'placedHere', source: 'TORB-004', lastChecked: '2026-11-01' },
    ],
    ['ours, placed elsewhere', { placedElsewhere: true }, defaultScope, { scope: 'in', rule: 'placedElsewhere' }],
    ['lives elsewhere', { ...here, livesHere: false }, defaultScope, { scope: 'out', rule: 'livingElsewhere' }],
    [
      'nothing known',
      none,
      defaultScope,
      { scope: 'unknown', missing: ['placedHereByAnother', 'placedElsewhere', 'livesHere'] },
    ],
    [
      'lives here, and who placed them matters',
      { livesHere: true, ages: nine },
      torbay,
      { scope: 'unknown', missing: ['placedHereByAnother'] },
    ],
    [
      'lives here, and who placed them does not matter',
      { livesHere: true },
      defaultScope,
      { scope: 'in', rule: 'livingHere' },
    ],
    ['an age that matters and is not known', here, torbay, { scope: 'unknown', missing: ['ages'] }],
    [
      'left out by place, whatever the age',
      { placedHereByAnother: true },
      torbay,
      { scope: 'out', rule: 'placedHere' },
    ],
    ['too young', { ...here, ages: { assessed: 4 } }, torbay, { scope: 'out', rule: 'ages' }],
    ['grown up', { ...here, ages: { claimed: 19 } }, defaultScope, { scope: 'out', rule: 'ages' }],
    [
      'said to be grown up and disputed',
      { ...here, ages: { assessed: 19, disputed: true } },
      defaultScope,
      { scope: 'in' },
    ],
    [
      'a child by one way of telling the age',
      { ...here, ages: { claimed: 16, assessed: 18 } },
      defaultScope,
      { scope: 'in' },
    ],
    [
      'said to be placed in two ways, of which one counts',
      { placedHereByAnother: true, placedElsewhere: true },
      torbay,
      { scope: 'unknown', missing: ['ages'] },
    ],
  ])('%s', (_title, facts, settings, answer) => {
    expect(scopeOf(facts, settings)).toMatchObject(answer)
  })

  const maybe = <Of>(known: fc.Arbitrary<Of>) => fc.option(known, { nil: undefined })
  const facts = fc
    .record({
      placedHereByAnother: maybe(fc.boolean()),
      placedElsewhere: maybe(fc.boolean()),
      livesHere: maybe(fc.boolean()),
      ages: maybe(
        fc
          .record({ claimed: maybe(fc.nat(25)), assessed: maybe(fc.nat(25)), disputed: maybe(fc.boolean()) })
          .map(known),
      ),
    })
    .map(known)
  const rule = fc.record({ offered: fc.boolean(), source: fc.constant('an authority'), lastChecked: fc.constant(null) })
  const settings = fc.record({
    livingHere: rule,
    livingElsewhere: rule,
    placedHere: rule,
    placedElsewhere: rule,
    ages: fc
      .tuple(fc.nat(25), fc.nat(25))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b), source: 'an authority', lastChecked: null })),
  })

  it('has one answer for every child and every rule; one that is open names what would settle it', () => {
    fc.assert(
      fc.property(facts, settings, (child, rules) => {
        const answer = scopeOf(child, rules)
        if (answer.scope !== 'unknown') {
          expect(rules[answer.rule].source).toBe(answer.source)
          return
        }
        expect(answer.missing.length).toBeGreaterThan(0)
        for (const fact of answer.missing) expect(fact === 'ages' ? child.ages?.claimed : child[fact]).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
  })

  it('says what stays so, whatever comes to be known: nobody is left out by what nobody asked', () => {
    const place = fc.record({
      placedHereByAnother: fc.boolean(),
      placedElsewhere: fc.boolean(),
      livesHere: fc.boolean(),
    })
    fc.assert(
      fc.property(facts, settings, place, fc.nat(25), (child, rules, rest, claimed) => {
        const before = scopeOf(child, rules)
        const told = child.ages?.claimed ?? child.ages?.assessed
        const ages = told === undefined ? { ...child.ages, claimed } : child.ages
        const all = { ...rest, ...child }
        fc.pre(
          !(all.placedHereByAnother && all.placedElsewhere) ||
            Boolean(child.placedHereByAnother && child.placedElsewhere),
        )
        const after = scopeOf({ ...rest, ...child, ages }, rules)
        expect(after.scope).not.toBe('unknown')
        // Of an age nobody told, only that they are too young is left open: until it is told they are taken for a child.
        const isKnown = told !== undefined || claimed <= rules.ages.to
        if (before.scope === 'out') expect(after.scope).toBe('out')
        if (before.scope === 'in' && isKnown) expect(after.scope).toBe('in')
      }),
      { numRuns: 5_000 },
    )
  })

  it('never leaves a child out for want of facts', () => {
    fc.assert(
      fc.property(settings, rules => {
        const livingHere = { ...rules.livingHere, offered: true }
        expect(scopeOf({}, { ...rules, livingHere }).scope).not.toBe('out')
      }),
    )
  })
})

describe('the rules that come with it', () => {
  it('are whole, each with its source, and nobody has checked them', () => {
    expect(LocalSettings.parse(defaultSettings)).toEqual(defaultSettings)
    for (const { source, lastChecked } of [...Object.values(defaultScope), defaultSettings.routing]) {
      expect([source.length > 0, lastChecked]).toEqual([true, null])
    }
  })

  it('refuse ages the wrong way round, and a deadline that is not read in two ways', () => {
    const ages = { ...defaultScope.ages, from: 18, to: 5 }
    expect(LocalSettings.safeParse({ ...defaultSettings, scope: { ...defaultScope, ages } }).success).toBe(false)
    const clocks = { ...defaultSettings.clocks, readWithMoreTime: ['DL-03'] }
    expect(LocalSettings.safeParse({ ...defaultSettings, clocks }).success).toBe(false)
  })
})

/** Without what is not known. */
function known<Of extends object>(all: Of): { [Name in keyof Of]?: Exclude<Of[Name], undefined> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as never
}
