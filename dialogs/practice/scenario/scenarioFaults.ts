import { type Heard, heardAs } from '../young/heard.ts'
import { isTold, type PracticeState, stateAtFirst } from '../young/practiceState.ts'
import { respond } from '../young/respond.ts'
import { ownWordsOf, type Understanding } from '../young/understand.ts'
import { type DetailUnit, Scenario } from './scenario.ts'
import { isOfInterpreter, Level, LineGroup, PracticeMove } from './terms.ts'

/** What is wrong with a scenario: where, and what it is. For whoever writes one. */
export interface ScenarioFault {
  where: string
  what: string
}

export interface ScenarioSurroundings {
  /** Name of its file without `.json`: the scenario's id. */
  name: string
  /** Ids of the guide's coverage items. */
  coverage: ReadonlySet<string>
  languages: readonly string[]
  understanding: Understanding
}

/** Everything that is wrong with a scenario as written in its file, the shape of it first. None where it can be played. */
export function scenarioFaults(written: unknown, surroundings: ScenarioSurroundings): ScenarioFault[] {
  const parsed = Scenario.safeParse(written)
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => ({ where: path.join('.') || 'the file', what: message }))
  }
  const scenario = parsed.data
  const faults = [
    ...idFaults(scenario, surroundings),
    ...familiarFaults(scenario),
    ...scenario.units.flatMap(unit => unitFaults(unit, scenario, surroundings)),
    ...lineFaults(scenario),
    ...patternFaults(scenario, surroundings),
    ...interpreterFaults(scenario, surroundings),
  ]
  return faults.length > 0 ? faults : playedFaults(scenario)
}

function idFaults({ id, units, mistakes }: Scenario, { name }: ScenarioSurroundings): ScenarioFault[] {
  const ids = [...units, ...mistakes].map(each => each.id)
  const twice = ids.filter((each, at) => ids.indexOf(each) !== at)
  return [
    ...(id === name ? [] : [{ where: 'id', what: `It is "${id}" in a file called ${name}.json.` }]),
    ...twice.map(each => ({ where: each, what: 'Two have this id.' })),
  ]
}

function familiarFaults({ familiar, known, interpreter, person }: Scenario): ScenarioFault[] {
  const texts = [...known, interpreter?.name ?? '', person.name]
  return [...familiar.people, ...familiar.places]
    .filter(name => !texts.some(text => text.includes(name)))
    .map(name => ({ where: 'familiar', what: `"${name}" is in nothing that is known before the talk.` }))
}

function unitFaults(unit: DetailUnit, scenario: Scenario, { coverage }: ScenarioSurroundings): ScenarioFault[] {
  const { id, gate, sensitivity, minimised } = unit
  const as = (what: string) => ({ where: `units.${id}`, what })
  return [
    ...gate.needs
      .filter(each => !scenario.units.some(other => other.id === each))
      .map(each => as(`Its gate needs "${each}", which is no detail here.`)),
    ...(needsItself(id, scenario.units) ? [as('Its gate needs, by others, this detail itself.')] : []),
    ...gate.after
      .filter(move => !scenario.interpreter && isOfInterpreter(move))
      .map(move => as(`Its gate waits for "${move}", and nobody interprets.`)),
    ...(sensitivity > 0 && minimised === undefined ? [as('It is sensitive and has nothing minimised to say.')] : []),
    ...unit.coverage.filter(each => !coverage.has(each)).map(each => as(`"${each}" is no coverage item of the guide.`)),
  ]
}

function needsItself(id: string, units: readonly DetailUnit[]): boolean {
  const seen = new Set<string>()
  const open = units.find(unit => unit.id === id)?.gate.needs.slice() ?? []
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(units.find(unit => unit.id === next)?.gate.needs ?? []))
  }
  return false
}

/** A talk may be long: every group has something that can be said again. */
const lineFaults = ({ lines }: Scenario): ScenarioFault[] =>
  LineGroup.options
    .filter(group => !lines[group].some(({ often }) => often))
    .map(group => ({
      where: `lines.${group}`,
      what: 'None of them may be said often: a long talk would come to a dead end.',
    }))

function patternFaults(scenario: Scenario, { understanding }: ScenarioSurroundings): ScenarioFault[] {
  try {
    ownWordsOf(scenario, understanding)
    return []
  } catch (error) {
    return [{ where: 'cues', what: error instanceof Error ? error.message : 'A pattern cannot be read.' }]
  }
}

function interpreterFaults(scenario: Scenario, { languages }: ScenarioSurroundings): ScenarioFault[] {
  const { interpreter, units, lines, opening } = scenario
  if (!interpreter) return []
  const spoken = [opening, interpreter.checked, ...LineGroup.options.flatMap(group => lines[group])]
  const missing = units.flatMap(unit => [
    ...(unit.originalFull ? [] : [`units.${unit.id}.originalFull`]),
    ...(unit.originalShort ? [] : [`units.${unit.id}.originalShort`]),
    ...(unit.minimised && !unit.originalMinimised ? [`units.${unit.id}.originalMinimised`] : []),
    ...(unit.hint && !unit.originalHint ? [`units.${unit.id}.originalHint`] : []),
  ])
  return [
    ...(languages.includes(interpreter.language)
      ? []
      : [
          {
            where: 'interpreter.language',
            what: `"${interpreter.language}" is no language here: see locales/languages.ts.`,
          },
        ]),
    ...missing.map(where => ({ where, what: 'It is not in the language of the young person.' })),
    ...spoken
      .filter(({ original }) => original === undefined)
      .map(({ says }) => ({ where: 'lines', what: `"${says}" is not in the language of the young person.` })),
  ]
}

/** Played by somebody who does everything right: a detail that stays untold then can be told to nobody. */
function playedFaults(scenario: Scenario): ScenarioFault[] {
  return Level.options.flatMap(level => {
    let state: PracticeState = stateAtFirst(scenario, level, 1)
    for (const heard of rightWay(scenario)) {
      if (state.ended) break
      state = respond(scenario, level, state, heard).state
    }
    return scenario.units
      .filter(({ id }) => !isTold(state, id))
      .map(({ id }) => ({
        where: `units.${id}`,
        what: `It cannot be reached at the level "${level}", however well one asks.`,
      }))
  })
}

/** Welcomes, says the limits, gives warmth, and asks openly for each detail, several times over. */
function rightWay({ units }: Scenario): Heard[] {
  const moves = PracticeMove.options.filter(move => move !== 'goodbye' && move !== 'to-interpreter')
  const welcome = moves.flatMap(move => [heardAs('other', { moves: [move] }), heardAs('supportive', {})])
  const asking = units.flatMap(({ id, topic }) => [
    heardAs('cued-invitation', { cued: [id], topics: [topic] }),
    heardAs('other', { moves: ['break'] }),
  ])
  return [...welcome, ...Array.from({ length: 6 }, () => asking).flat()]
}
