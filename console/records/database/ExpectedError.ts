/** A fault whose message is a sentence for whoever runs the program: shown by itself, without a stack. */
export class ExpectedError extends Error {
  override name = 'ExpectedError'
}
