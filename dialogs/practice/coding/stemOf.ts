/** A word without the commonest English endings: enough to find "hitting" in "hit". It need not be a word itself. */
export function stemOf(word: string): string {
  const noun = word
    .replace(/'s$|s'$/, '')
    .replace(/(?<=..)ie[sd]$/, 'y')
    .replace(/(?<=..(?:ss|x|z|ch|sh))es$|(?<=.[^siu])s$/, '')
  const verb = noun.replace(/(?<=..)(?:ing|(?<!e)ed)$/, '')
  const root = /[aeiouy]/.test(verb) ? verb.replace(/([bdgklmnprt])\1$/, '$1') : noun
  return root.replace(/(?<=..)e$/, '')
}
