import { Worker } from 'node:worker_threads'
import type { PasswordFault } from '../../contract/account.ts'

const shortest = 12
const longest = 128
const scoreWanted = 3
const patienceMs = 10_000

/** What is worked out apart, and what comes back. */
export interface StrengthAsked {
  password: string
  /** Whoever guesses would try these first. */
  own: readonly string[]
}
export interface StrengthFound {
  /** From 0 to 4, as zxcvbn has it. */
  score: number
  warning: string | null
}

/**
 * Why this would not do as the password of someone with these names, or undefined where it would. How soon it would be guessed
 * counts, and nothing about which characters it is made of. NB: worked out in a thread of its own, because some take a second.
 */
export async function passwordFault(password: string, names: readonly string[]): Promise<PasswordFault | undefined> {
  // Counted in characters as Unicode has them, as ASVS does.
  const { length } = Array.from(password)
  if (length < shortest) return 'too-short'
  if (length > longest) return 'too-long'
  const own = ownWords([...names, 'return talk'])
  const whole = await strength({ password, own })
  if (whole.score < scoreWanted) return faults[whole.warning ?? ''] ?? 'guessable'
  const plain = password.toLowerCase()
  const rest = own.reduce((left, word) => left.replaceAll(word, ' '), plain)
  if (rest === plain) return undefined
  return (await strength({ password: rest.trim(), own })).score < scoreWanted ? 'about-you' : undefined
}

/** Longest first, so that what is left of a name is not taken for something else. */
function ownWords(names: readonly string[]): string[] {
  const words = names.flatMap(name => {
    const parts = name.toLowerCase().split(/[^\p{L}\p{N}]+/u)
    return [name.toLowerCase(), parts.join(''), ...parts]
  })
  return [...new Set(words)].filter(word => word.length > 2).toSorted((a, b) => b.length - a.length)
}

const faults: Readonly<Record<string, PasswordFault>> = {
  straightRow: 'keys-in-a-row',
  keyPattern: 'keys-in-a-row',
  simpleRepeat: 'repeats',
  extendedRepeat: 'repeats',
  sequences: 'keys-in-a-row',
  recentYears: 'a-date',
  dates: 'a-date',
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'common',
  wordByItself: 'common',
  namesByThemselves: 'common',
  commonNames: 'common',
  userInputs: 'about-you',
}

function strength(asked: StrengthAsked): Promise<StrengthFound> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('passwordStrength.ts', import.meta.url), { workerData: asked, execArgv: [] })
    const late = setTimeout(() => {
      resolve({ score: 0, warning: null })
      void worker.terminate()
    }, patienceMs)
    worker.once('message', (found: StrengthFound) => resolve(found))
    worker.once('error', reject)
    worker.once('exit', () => clearTimeout(late))
  })
}
