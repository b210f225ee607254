/** A word that names the fault. NB: never its message, which may hold what was said. */
export function codeOf(error: unknown): string {
  const cause = error instanceof Error && 'error' in error && error.error instanceof Error ? error.error : error
  const code = cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.name) : 'unknown'
  return /^[\w.-]{1,40}$/.test(code) ? code : 'unknown'
}
