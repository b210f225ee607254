/** A number stays on one line, and its parts in order: half of one, or one turned round, is not a number to call. */
export const wholeNumbers = (text: string) => text.replaceAll(/(?<=\d) (?=\d)/g, '\u00a0')
