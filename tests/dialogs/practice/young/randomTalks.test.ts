import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../../dialogs/practice/scenario/scenario.ts'
import { Level } from '../../../../dialogs/practice/scenario/terms.ts'
import { drawsFrom } from '../../../../dialogs/practice/young/draw.ts'
import { leastTrust } from '../../../../dialogs/practice/young/gates.ts'
import { type Heard, heardAs, type Waited } from '../../../../dialogs/practice/young/heard.ts'
import { type PracticeState, stateAtFirst } from '../../../../dialogs/practice/young/practiceState.ts'
import { type Responded, respond } from '../../../../dialogs/practice/young/respond.ts'
import { scenarios } from '../../../../locales/practiceWords.ts'
import { randomHeard } from './randomHeard.ts'

const talks = 10_000
const turns = 15

/** Whatever is said to them, in any order: what must hold at every turn. Each finding is a sentence. */
describe.each(scenarios())('$id', scenario => {
  it(`holds in ${talks} random talks`, () => {
    const found = new Set<string>()
    let told = 0
    for (let talk = 0; talk < talks; talk++) {
      const level = Level.options[talk % 3] ?? 'usual'
      let state = stateAtFirst(scenario, level, talk)
      let draws = drawsFrom(talk * 2_654_435_761)
      const said = new Set<string>()
      for (let turn = 0; turn < turns && !state.ended; turn++) {
        const { heard, next } = randomHeard(scenario, draws)
        draws = next
        const responded = respond(scenario, level, state, heard)
        for (const fault of faultsAt(scenario, heard, state, responded, said)) found.add(fault)
        told += responded.reply.told.length
        state = responded.state
      }
      if (talk % 100 === 0 && !state.ended && !isReachable(scenario, level, state)) found.add('a dead end')
    }
    expect([...found]).toEqual([])
    // Else nothing was looked at.
    expect(told).toBeGreaterThan(talks)
  })
})

function faultsAt(
  scenario: Scenario,
  heard: Heard | Waited,
  before: PracticeState,
  { reply, state }: Responded,
  said: Set<string>,
): string[] {
  const faults: string[] = []
  for (const { unit: id, how } of reply.told) {
    const unit = scenario.units.find(each => each.id === id)
    if (!unit) return [`${id} is not there`]
    if (said.has(`${id} ${how}`)) faults.push(`${id} was told twice in the same words`)
    said.add(`${id} ${how}`)
    if (how !== 'full' && how !== 'short') continue
    if (state.trust < leastTrust(unit)) faults.push(`${id} was told with too little trust`)
    if (state.pressure > unit.gate.pressureAtMost) faults.push(`${id} was told under pressure`)
    if (unit.gate.needs.some(each => before.told[each] !== 'full' && before.told[each] !== 'short')) {
      faults.push(`${id} was told before what it needs`)
    }
    if (unit.gate.after.some(move => !state.moves.includes(move))) faults.push(`${id} was told before its move`)
  }
  if (reply.says === '' && !reply.body) faults.push('nothing was said and nothing was seen')
  const isLed = heard !== 'waited' && heard.coded.class === 'suggestive'
  if (reply.mistakes.length > 0 && scenario.profile === 'teenage' && !isLed) faults.push('something was invented unled')
  for (const each of [state.trust, state.pressure, state.energy]) {
    if (!Number.isInteger(each) || each < 0 || each > 100) faults.push('a number is out of its bounds')
  }
  for (const [key, times] of Object.entries(state.used)) {
    const [group = '', at = ''] = key.split('/')
    const lines = group in scenario.lines ? scenario.lines[group as keyof Scenario['lines']] : undefined
    if (lines && times > 1 && !lines[Number(at)]?.often) faults.push(`${key} was said more often than it may be`)
  }
  return faults
}

/** Whether somebody who now does everything right is told one thing more, or there is nothing more to tell. */
function isReachable(scenario: Scenario, level: Level, from: PracticeState): boolean {
  const kindly = heardAs('supportive', {
    moves: ['break', 'accepts-no', 'choice', 'limits', 'interpreter-checked', 'interpreter-changed'],
  })
  let state = from
  for (let kind = 0; kind < 12; kind++) state = respond(scenario, level, state, kindly).state
  for (let asked = 0; asked < 12 && !state.ended; asked++) {
    for (const unit of scenario.units) {
      const heard = heardAs('cued-invitation', { cued: [unit.id] })
      const { reply, state: after } = respond(scenario, level, state, heard)
      if (reply.told.length > 0) return true
      state = after
      if (state.ended) return false
    }
  }
  return scenario.units.every(({ id }) => state.told[id] === 'full')
}
