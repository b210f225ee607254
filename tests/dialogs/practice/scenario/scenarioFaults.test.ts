import { describe, expect, it } from 'vitest'
import { newestGuide } from '../../../../cli/newestGuide.ts'
import { scenarioFaults } from '../../../../dialogs/practice/scenario/scenarioFaults.ts'
import { Theme } from '../../../../dialogs/practice/scenario/terms.ts'
import { languageCodes } from '../../../../locales/languages.ts'
import { practiceUnderstanding, readScenario, scenarioFiles, scenarios } from '../../../../locales/practiceWords.ts'

const understanding = practiceUnderstanding()
const coverage = new Set(newestGuide().coverage.map(({ id }) => id))
const faultsIn = (written: unknown, name: string) =>
  scenarioFaults(written, { name, coverage, languages: languageCodes, understanding })

describe.each(scenarioFiles())('%s', file => {
  it('has no fault', () => {
    expect(faultsIn(readScenario(file), file.replace('.json', ''))).toEqual([])
  })
})

it('has a young person for every theme, and two with an interpreter in different languages', () => {
  const all = scenarios()
  expect(new Set(all.map(({ theme }) => theme))).toEqual(new Set(Theme.options))
  expect(new Set(all.flatMap(({ interpreter }) => interpreter?.language ?? [])).size).toBeGreaterThan(1)
})

/** Each breaks one thing in a scenario that is whole. */
describe('a fault', () => {
  const name = 'arguments-at-home'
  type Written = ReturnType<typeof scenarios>[number]
  const changed = (change: (scenario: Written) => void) => {
    const copy = structuredClone(scenarios().find(({ id }) => id === name)) as Written
    change(copy)
    return faultsIn(copy, name).map(({ where, what }) => `${where}: ${what}`)
  }
  const first = (scenario: Written) => scenario.units[0] as Written['units'][number]

  it.each<[string, RegExp, (scenario: Written) => void]>([
    [
      'a familiar name that nobody could know',
      /^familiar: "Sampleton Stranger"/,
      ({ familiar }) => {
        familiar.people.push('Sampleton Stranger')
      },
    ],
    [
      'a word that is missing',
      /^opening/,
      ({ opening }) => {
        opening.says = ''
      },
    ],
    [
      'another id than its file',
      /^id: /,
      scenario => {
        scenario.id = 'another'
      },
    ],
    ['an id twice', /Two have this id/, ({ units }) => void units.push({ ...units[0] } as Written['units'][number])],
    ['a gate that needs nothing there', /no detail here/, scenario => first(scenario).gate.needs.push('nowhere')],
    [
      'gates that need each other',
      /this detail itself/,
      ({ units: [one, two] }) => {
        one?.gate.needs.push(two?.id ?? '')
        two?.gate.needs.push(one?.id ?? '')
      },
    ],
    [
      'a gate that waits for an interpreter where nobody interprets',
      /nobody interprets/,
      scenario => first(scenario).gate.after.push('interpreter-checked'),
    ],
    [
      'nothing to make less of it with',
      /nothing minimised/,
      scenario => {
        first(scenario).sensitivity = 2
        delete first(scenario).minimised
      },
    ],
    ['coverage that is not in the guide', /no coverage item/, scenario => first(scenario).coverage.push('no.such')],
    [
      'a dead end',
      /dead end/,
      ({ lines }) => {
        for (const line of lines.yes) line.often = false
      },
    ],
    ['a pattern that cannot be read', /no word and no class/, scenario => first(scenario).cues.push('a&b')],
    [
      'a detail that nobody can reach',
      /cannot be reached at the level "hard"/,
      scenario => {
        first(scenario).gate.after.push('goodbye')
      },
    ],
  ])('is found: %s', (_title, expected, change) => {
    expect(changed(() => {})).toEqual([])
    expect(changed(change).join('\n')).toMatch(expected)
  })

  it('of a file that is no scenario at all is said in full', () => {
    expect(faultsIn({}, 'x').length).toBeGreaterThan(5)
  })
})
