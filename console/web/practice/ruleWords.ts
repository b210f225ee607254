import type { Because } from '../../../dialogs/practice/coding/codeQuestion.ts'
import type { Say } from '../words/ConsoleKey.ts'

/** The rules of a class that have words here. A flag says what it is itself. */
export const rulesInWords = [
  'acknowledgement',
  'asked-in-its-place',
  'choice',
  'denied-before',
  'do-you-know-or-remember',
  'doubts-what-was-told',
  'echo',
  'encouragement',
  'facilitator',
  'feeling-attributed',
  'how-it-made-you-feel',
  'how-the-talk-goes',
  'i-wonder-if',
  'if-or-whether',
  'knows-already',
  'limits-of-secrecy',
  'motive-attributed',
  'negative-question',
  'plain-safety-question',
  'praise-for-what-was-told',
  'promise-of-secrecy',
  'reward-for-telling',
  'rules-of-the-talk',
  'said-by-others',
  'said-to-be-confirmed',
  'statement',
  'support-about-telling',
  'tag',
  'tell-me-about',
  'tell-me-if',
  'tell-me-wh',
  'untold-denied',
  'untold-feeling',
  'untold-name',
  'untold-person',
  'untold-place',
  'wh-question',
  'what-happened',
  'what-they-mean',
  'yes-or-no',
  'yes-or-no-first',
] as const

const aboutTold = '-told'
/** What these rules find is of many kinds: something that the young person has not told. */
const ofUntold = /^untold-/

/** The rule that gave a class, in words. Nothing for a rule without words: what the class is stands beside it. */
export function ruleWords({ rule }: Pick<Because, 'rule'>, say: Say): string {
  const plain = rulesInWords.find(each => each === rule)
  if (plain) return say(`practice/rule-${plain}`)
  if (ofUntold.test(rule)) return say('practice/rule-untold')
  const bare = rulesInWords.find(each => `${each}${aboutTold}` === rule)
  return bare ? `${say(`practice/rule-${bare}`)} ${say('practice/rule-about-told')}` : ''
}
