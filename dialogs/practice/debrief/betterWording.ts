/** A wording that would do better: words to say, and what they were made from. */
export interface BetterWording {
  /** Group of the models in locales/en/practice.json: `about`, `next`, `topics/home`. */
  model: string
  /** The detail it asks about: one that was told by then. */
  about?: string
  /** In the language of the talk, ready to be said. */
  words: string
}
