/**
 * The words of a name as they are compared: without accents, case and punctuation, each once. A name is found by any of its
 * whole words, in any order.
 */
export function nameTokens(name: string): string[] {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter(word => word !== ''))]
}
