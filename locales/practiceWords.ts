import { readdirSync, readFileSync } from 'node:fs'
import { ModelWordings } from '../dialogs/practice/debrief/modelWordings.ts'
import { Drills } from '../dialogs/practice/drills/drills.ts'
import { Scenario } from '../dialogs/practice/scenario/scenario.ts'
import { type Understanding, understandingFrom } from '../dialogs/practice/young/understand.ts'
import { UnderstandingWords } from '../dialogs/practice/young/understandingWords.ts'
import { createLexicons } from './lexicons.ts'

/** What a trainee's English is understood by. NB: there is practice in no other language yet. */
export function practiceUnderstanding(): Understanding {
  const hearing = createLexicons(['en'])('en')
  if (!hearing) throw new Error('English has no words to hear by: see locales/en/hearing.json.')
  return understandingFrom(UnderstandingWords.parse(readJson('en/practice.json')), hearing.spellings)
}

/** Good wordings in English, which a debrief shows in place of weak ones. */
export const modelWordings = (): ModelWordings => ModelWordings.parse(readJson('en/models.json'))

/** The exercises beside the talks, in English. */
export const practiceDrills = (): Drills => Drills.parse(readJson('en/drills.json'))

/** Every scenario there is, in the order of their ids. Throws where a file is not one: `npm run scenarios:check` says what is wrong. */
export const scenarios = (): Scenario[] => scenarioFiles().map(file => Scenario.parse(readJson(`en/scenarios/${file}`)))

/** The names of their files, each the scenario's id with `.json`. */
export const scenarioFiles = (): string[] =>
  readdirSync(new URL('en/scenarios/', import.meta.url))
    .filter(name => name.endsWith('.json'))
    .toSorted()

/** What a scenario's file has in it, as it is. */
export const readScenario = (file: string): unknown => readJson(`en/scenarios/${file}`)

const readJson = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
