import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codesRefusal,
  goingOnRefusal,
  isOwn,
  maySee,
  retryRefusal,
  trains,
} from '../../../../console/casework/practice/practiceRules.ts'
import { roles } from '../../../../console/casework/roles.ts'

const owner = { person: 'robin', team: 'demo' }
const practises = ['trainee', 'trainer', 'interviewer', 'coordinator', 'manager']

describe('an attempt', () => {
  it.each(roles)('is seen by a %s where it is their own, or a trainer of its team', role => {
    expect(isOwn({ id: 'robin', role, team: 'another' }, owner)).toBe(practises.includes(role))
    expect(maySee({ id: 'wren', role, team: 'demo' }, owner)).toBe(role === 'trainer')
    expect(maySee({ id: 'wren', role, team: 'another' }, owner)).toBe(false)
  })

  it('is trained by nobody who made it', () => {
    expect(trains({ id: 'robin', role: 'trainer', team: 'demo' }, owner)).toBe(false)
    expect(maySee({ id: 'robin', role: 'trainer', team: 'demo' }, owner)).toBe(true)
  })

  it('is for nobody who is neither its trainee nor a trainer of its team, whoever they are', () => {
    const who = fc.record({
      id: fc.constantFrom('robin', 'wren', ''),
      role: fc.oneof(fc.constantFrom(...roles), fc.string()),
      team: fc.constantFrom('demo', 'another', ''),
    })
    fc.assert(
      fc.property(who, person => {
        const allowed =
          (person.id === 'robin' && practises.includes(person.role)) ||
          (person.role === 'trainer' && person.team === 'demo')
        return maySee(person, owner) === allowed
      }),
    )
  })

  it.each([
    { ended: null, present: 2, why: undefined },
    { ended: null, present: 3, why: 'scenario-changed' },
    { ended: null, present: undefined, why: 'scenario-changed' },
    { ended: 'left', present: 2, why: 'attempt-ended' },
    { ended: 'stopped', present: 3, why: 'attempt-ended' },
  ] as const)('of version 2, ended $ended, with version $present here: $why', ({ ended, present, why }) => {
    expect(goingOnRefusal({ version: 2, ended }, present)).toBe(why)
  })

  it.each([
    { turns: 3, from: 3, present: 2, why: undefined },
    { turns: 3, from: 4, present: 2, why: 'no-such-turn' },
    { turns: 0, from: 1, present: 2, why: 'no-such-turn' },
    { turns: 3, from: 1, present: 3, why: 'scenario-changed' },
  ] as const)('of $turns turns is done again from $from: $why', ({ turns, from, present, why }) => {
    expect(retryRefusal({ version: 2, turns }, from, present)).toBe(why)
  })

  it('shows its codes once it has ended, and to a trainer at any time', () => {
    const trainee = { id: 'robin', role: 'trainee', team: 'demo' }
    const trainer = { id: 'wren', role: 'trainer', team: 'demo' }
    expect(codesRefusal(trainee, owner)).toBe('attempt-goes-on')
    expect(codesRefusal(trainee, { ...owner, ended: 'stopped' })).toBeUndefined()
    expect(codesRefusal(trainer, owner)).toBeUndefined()
    // Their own they hold as anybody does.
    expect(codesRefusal({ ...trainer, id: 'robin' }, owner)).toBe('attempt-goes-on')
  })
})
