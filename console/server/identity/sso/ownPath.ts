/** Where someone may be led once they are signed in: a page of ours, and otherwise the start. Never another site. */
export function ownPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 300 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return '/'
  const here = 'https://here.invalid'
  if (!URL.canParse(asked, here)) return '/'
  const { origin, pathname, search } = new URL(asked, here)
  // Read once more as a browser would: `/.//evil.example` becomes `//evil.example`.
  if (origin !== here || pathname.startsWith('//') || pathname.includes('\\') || /^\/api(\/|$)/i.test(pathname))
    return '/'
  return `${pathname}${search}`
}
