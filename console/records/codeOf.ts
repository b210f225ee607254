/** What of an error may be logged: its code or its kind. Never its message, which may repeat what was said. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not-an-error'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return /^[\w-]{1,40}$/.test(code) ? code : error.constructor.name
}
