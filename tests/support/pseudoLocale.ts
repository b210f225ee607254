/** A language that is written from right to left and is English read backwards: what has no words of its own stands out. */
export const pseudoLanguage = 'ar-XB'

const overridden = '\u202e'
const asBefore = '\u202c'

/** The words, each shown from right to left; what goes into their {{places}} is left as it is. */
export function pseudoWords(words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, pseudoText(text)]))
}

const pseudoText = (text: string) =>
  text.replace(/\{\{\w+\}\}|[\p{L}'’]+/gu, part => (part.startsWith('{{') ? part : `${overridden}${part}${asBefore}`))
