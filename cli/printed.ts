import { resolve } from 'node:path'
import { type PaperAsked, paperAges, paperNames, stagesOnPaper } from '../console/casework/papers.ts'
import { composePaper, type PaperProblem, signedName } from '../console/papers/composePaper.ts'
import { refuseExisting, writeNewFile } from '../console/records/backup/writeNewFile.ts'
import { ExpectedError } from '../console/records/database/ExpectedError.ts'
import { readConfig } from '../console/server/config.ts'
import type { Namespace } from '../locales/createWords.ts'
import { stateFrom } from '../locales/review.ts'
import { readShipped } from '../locales/shippedWords.ts'
import type { Translator } from '../locales/translator.ts'
import type { Surroundings } from './commands.ts'
import { newestGuide } from './newestGuide.ts'

/** Writes a paper as PDF to a new file, and says so. What linguists changed in an installation is not in it: its own pages have that. */
export async function printed(
  file: string,
  asked: Omit<PaperAsked, 'paper' | 'age'> & { paper?: string | undefined; age?: string | undefined },
  translator: Translator,
  environment: Surroundings['environment'],
): Promise<string> {
  const age = paperAges.find(each => each === asked.age)
  if (asked.age !== undefined && age === undefined) throw new ExpectedError(`Name one age: ${paperAges.join(', ')}.`)
  await refuseExisting(file)
  const composed = composePaper(
    { ...asked, paper: asked.paper ?? 'script', age },
    { guide: newestGuide(), translator, settings: readConfig(environment).settings, signedIn },
  )
  if (!composed.ok) throw new ExpectedError(whyNot(composed.problem))
  // Read when it is needed: it takes half a second, which nobody should wait for who wants the text.
  const { drawPaper } = await import('../console/papers/drawing/drawPaper.ts')
  const bytes = await writeNewFile(file, drawn(await drawPaper(composed.value)))
  return `Written to ${resolve(file)}: ${bytes} bytes.`
}

async function* drawn(pdf: Buffer): AsyncIterable<Buffer> {
  yield pdf
}

/** What is signed in the files that this version brings. */
function signedIn(language: string): ReadonlySet<string> {
  const shipped = readShipped().find(each => each.language.code === language)
  const signed = Object.entries(shipped?.english ?? {}).flatMap(([name, entries]) => {
    const namespace = name as Namespace
    const of = (key: string) => ({
      entry: shipped?.review[namespace]?.[key],
      text: shipped?.words[namespace]?.[key],
    })
    return Object.entries(entries)
      .filter(([key, english]) => stateFrom(of(key).entry, english, of(key).text) === 'signed')
      .map(([key]) => signedName(namespace, key))
  })
  return new Set(signed)
}

function whyNot(problem: PaperProblem): string {
  const stages = stagesOnPaper(newestGuide()).map(({ id }) => id)
  const sentences: Readonly<Record<PaperProblem, string>> = {
    'unknown-language': 'There are no words in that language.',
    'unknown-paper': `Name one paper: ${paperNames.join(', ')}.`,
    'unknown-stage': `Name one stage: ${stages.join(', ')}.`,
    'unasked-stage': 'Only the script has stages: leave out --stage.',
    'unasked-format': 'Only letters and the card of numbers are written as Word: name a file that ends in .pdf.',
    'unasked-age': 'This paper is the same for every age: leave out --age.',
  }
  return sentences[problem]
}
