import { parseArgs } from 'node:util'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { scenarioFaults } from '../dialogs/practice/scenario/scenarioFaults.ts'
import { languageCodes } from '../locales/languages.ts'
import { practiceUnderstanding, readScenario, scenarioFiles } from '../locales/practiceWords.ts'
import type { Command } from './commands.ts'
import { newestGuide } from './newestGuide.ts'

/** `scenarios`: checks every scenario, or those named, and says what is wrong with each. `npm run scenarios:check`. */
export const scenarios: Command = async (args, { print }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  })
  const names = scenarioFiles().map(file => file.replace(/\.json$/, ''))
  const unknown = positionals.find(name => !names.includes(name))
  if (unknown !== undefined) throw new ExpectedError(`There is no scenario "${unknown}" in locales/en/scenarios.`)
  const understanding = practiceUnderstanding()
  const coverage = new Set(newestGuide().coverage.map(({ id }) => id))
  const checked = (positionals.length > 0 ? positionals : names).map(name => ({
    scenario: name,
    faults: scenarioFaults(written(name), { name, coverage, languages: languageCodes, understanding }),
  }))
  for (const each of checked) {
    if (values.json) print(JSON.stringify(each))
    else
      print([`${each.scenario}: ${each.faults.length === 0 ? 'no fault found' : ''}`, ...lines(each.faults)].join('\n'))
  }
  const faulty = checked.filter(({ faults }) => faults.length > 0).length
  if (faulty > 0) throw new ExpectedError(`Faults in ${faulty} of ${checked.length} scenarios.`)
}

function written(name: string): unknown {
  try {
    return readScenario(`${name}.json`)
  } catch {
    throw new ExpectedError(`locales/en/scenarios/${name}.json is not JSON.`)
  }
}

const lines = (faults: readonly { where: string; what: string }[]) =>
  faults.map(({ where, what }) => `  ${where}: ${what}`)
