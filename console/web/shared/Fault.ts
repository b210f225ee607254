/** What was wrong, in words, and with which field where it is one field's. */
export interface Fault {
  field?: string
  words: string
}
