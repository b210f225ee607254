import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { practiceTalks } from '../../locales/practiceTalks.ts'
import { saidIn, talkText } from './talkText.ts'

/** `node tests/practice/recordTalks.ts`: writes the recorded talks anew after a change that was meant. Read what changed. */
const { talks } = practiceTalks()
const folder = new URL('talks/', import.meta.url)
for (const name of readdirSync(folder)) {
  const talk = talks.get(name.replace(/\.\w+\.txt$/, ''))
  if (!talk) throw new Error(`There is no scenario for ${name}.`)
  const file = new URL(name, folder)
  const { level, seed, said } = saidIn(readFileSync(file, 'utf8'))
  writeFileSync(file, talkText(talk, level, seed, said))
}
