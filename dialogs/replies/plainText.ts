/** The text as it is compared: trimmed, spaces single, lower case, Arabic and Persian digits as 0-9, no full stop at its end. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, digit => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!\u06d4\u1362]$/, '')
    .toLowerCase()
}
