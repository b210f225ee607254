import { parseArgs } from 'node:util'
import { guideShape } from '../dialogs/guide/guideShape.ts'
import type { Command } from './commands.ts'
import { guideWords, languagesHere } from './guideWords.ts'
import { newestGuide } from './newestGuide.ts'

/** `guide --json [--all-languages]`: the whole guide with its words; without `--json`, its prompts a line each. */
export const guide: Command = async (args, { print }) => {
  const options = { json: { type: 'boolean' }, 'all-languages': { type: 'boolean' } } as const
  const { values } = parseArgs({ args: [...args], options })
  const languages = values['all-languages'] ? languagesHere() : ['en']
  const words = Object.fromEntries(languages.map(language => [language, guideWords(language)]))
  const shape = guideShape(newestGuide(), words)
  if (values.json) return print(JSON.stringify(shape))
  const prompts = [...shape.stages.flatMap(stage => stage.topics), shape.concern].flatMap(topic => topic.prompts)
  print(`Guide version ${shape.version}`)
  for (const { id, kind, words } of prompts) {
    for (const [language, { default: said }] of Object.entries(words)) print(`${id}\t${kind}\t${language}\t${said}`)
  }
}
