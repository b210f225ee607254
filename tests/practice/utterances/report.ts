import { existsSync } from 'node:fs'
import { codingLexicon } from '../../../locales/codingLexicons.ts'
import { agreementOn, type Found } from './agreement.ts'
import { utterancesIn } from './utterances.ts'

// Prints how far the coder agrees with people on each file of utterances, in numbers alone: `node tests/practice/utterances/report.ts`.
const print = (line: string) => void process.stdout.write(`${line}\n`)
const names = ['tuning', 'tuning2', 'tuning3', 'tuning4', 'tuning5', 'tuning6', 'measuring', 'measuring2']
const here = names.filter(name => existsSync(new URL(`${name}.json`, import.meta.url)))
const lexicon = codingLexicon()
const given = process.argv.slice(2)
for (const name of given.length > 0 ? given : here) {
  const { lines, eight, five, questions, recommended, suggestive, closed, flags, differences } = agreementOn(
    utterancesIn(name),
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
