import { wholeNumbers } from './wholeNumbers.ts'

/**
 * Words as they can be put on paper: without the signs that nothing is drawn for and that a Word file cannot hold, without those
 * that would turn the letters after them round, and with numbers that stay in one piece. No letter is lost.
 */
export const printable = (text: string): string => wholeNumbers(text.toWellFormed().replaceAll(unprintable, ''))

// Controls but tab and new line, the hyphen that is not there until a line ends (a PDF cannot be drawn with it), what is no letter in any script, and the marks that override which way letters run.
const unprintable = /(?![\t\n])[\p{Cc}\u00ad\u202d\u202e\ufffe\uffff]/gu
