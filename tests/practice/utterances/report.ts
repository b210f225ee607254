import { codingLexicon } from '../../../locales/codingLexicons.ts'
import { agreementOn, type Found } from './agreement.ts'
import { countedIn, type Labelled, measuringSets, tuningSets } from './utterances.ts'

// Prints how far the coder agrees with people on each file of utterances, in numbers alone: `node tests/practice/utterances/report.ts`.
const print = (line: string) => void process.stdout.write(`${line}\n`)
const lexicon = codingLexicon()
const given = process.argv.slice(2)
for (const name of given.length > 0 ? given : [...tuningSets, ...measuringSets]) report(name, countedIn(name))
if (given.length === 0) report('all measuring sets together', measuringSets.flatMap(countedIn))

function report(name: string, utterances: readonly Labelled[]): void {
  const { lines, eight, five, questions, recommended, suggestive, closed, flags, differences } = agreementOn(
    utterances,
    lexicon,
  )
  print(`\n${name}: ${lines} lines`)
  print(
    `  kappa: eight classes ${eight.toFixed(2)}, five ${five.toFixed(2)}, kinds of question ${questions.toFixed(2)}, recommended ${recommended.toFixed(2)}`,
  )
  print(`  suggestive: ${shares(suggestive)}\n  closed: ${shares(closed)}`)
  for (const [flag, found] of Object.entries(flags)) print(`  ${flag}: ${shares(found)}`)
  const often = [...differences].toSorted(([, a], [, b]) => b - a)
  print(`  differences: ${often.map(([name, count]) => `${count} ${name}`).join(', ')}`)
}

function shares({ both, labelled, coded }: Found): string {
  const share = (of: number) => (of === 0 ? '-' : (both / of).toFixed(2))
  return `found ${share(labelled)} (${both} of ${labelled}), right ${share(coded)} (${both} of ${coded})`
}
