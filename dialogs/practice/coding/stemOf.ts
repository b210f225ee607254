/** A word without the commonest English endings: enough to find "hitting" in "hit". */
export function stemOf(word: string): string {
  const bare = word
    .replace(/(?:'s|s')$/, '')
    .replace(/(?<=..)ies$/, 'y')
    .replace(/(?<=..)ied$/, 'y')
    .replace(/(?<=..)(?:ing|ed|es|s)$/, '')
  return bare.replace(/([bdgklmnprt])\1$/, '$1').replace(/(?<=..)e$/, '')
}
