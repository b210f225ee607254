/**
 * The same value with text that Postgres can keep and give back unchanged: no NUL, no half of a surrogate pair. Neither
 * can be typed, so no word is lost.
 */
export function storable<T>(value: T): T {
  // JSON writes both as escapes, so almost everything is seen at a glance to need no change.
  return /\\u(?:0000|d[89a-f])/i.test(JSON.stringify(value)) ? (walked(value) as T) : value
}

function walked(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\u{FFFD}')
  if (Array.isArray(value)) return value.map(walked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walked(each)]))
}
