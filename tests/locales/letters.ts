/** What shows that words are in a language and not in its neighbour: letters it cannot do without, and others it never has. */
export interface Letters {
  /** Each of these comes up in what is said to a young person. */
  own: string
  /** Found in a neighbour, or on a neighbour's keyboard. */
  never?: RegExp
}

const arabicPunctuation = '?,;'
const arabicKeyboard = 'يكىة'

/** By language. NB: what tells two languages of the same letters apart, as Farsi and Dari, only a reader knows. */
export const letters: Readonly<Record<string, Letters>> = {
  en: { own: 'abcdefghijklmnoprstuvwy', never: /[\u0080-\u00ff]/ },
  cy: { own: 'âôŵ', never: /[kqxz]/i },
  ar: { own: 'ةىءأإؤئ', never: any(`پچگژڤکیەێۆ${arabicPunctuation}`) },
  apd: { own: 'ةىءأإؤ', never: any(`پچگژڤکیەێۆ${arabicPunctuation}`) },
  fa: { own: 'پچگکیآ', never: any(`${arabicKeyboard}ەێۆېۍڼښ${arabicPunctuation}`) },
  prs: { own: 'پچگکیآ', never: any(`${arabicKeyboard}ەێۆېۍڼښ${arabicPunctuation}`) },
  // Pashto has both kinds of ye as letters of its own.
  ps: { own: 'ښږړټډځڅېۍګیي', never: any(`كىةےہگەێۆ${arabicPunctuation}`) },
  ckb: { own: 'ەێۆڵڕ', never: any(`${arabicKeyboard}ذصضطظثھہے${arabicPunctuation}`) },
  ur: { own: 'ےہںھٹڑڈ', never: any(`${arabicKeyboard}هەېۍ${arabicPunctuation}`) },
  kmr: { own: 'êîûşç', never: /[ıİğöüäëéáíóúřıḧẍ]/i },
  // Where a word begins with a vowel, Tigrinya writes it with the one, Amharic with the other.
  ti: { own: 'ኣኽኹቕሕዓ።', never: /(?<!\p{L})አ/u },
  am: { own: 'አኝችሽ።', never: /[ቐ-ቝኸ-ዅኣ]/ },
  so: { own: 'cdhqxy', never: /[pvz\u00c0-\u024f]/i },
  vi: { own: 'đươếữộạảễ', never: /[fjwz]|\p{M}/iu },
  sq: { own: 'ëç', never: /[wąęłşţșțăđ]/i },
  uk: { own: 'іїєщь', never: /[ыэёъ]/i },
  pl: { own: 'ąćęłńóśźż', never: /[qvx]/i },
  // Romanian has a comma below these two; the cedilla is Turkish.
  ro: { own: 'ăâîșț', never: /[şţ]/i },
  fr: { own: 'éèàêç', never: /[ñßąęłş]/i },
}

function any(these: string): RegExp {
  return new RegExp(`[${these}]`, 'u')
}
