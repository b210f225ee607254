import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownPath } from '../../../../../console/server/identity/sso/ownPath.ts'

describe('ownPath', () => {
  it.each(['/', '/interviews', '/interviews/7b1d?part=2', '/audit/a%20b', '/account'])(
    'keeps a page of ours: %s',
    path => {
      expect(ownPath(path)).toBe(path)
    },
  )

  it('leads to our own site for every other text there is', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('/', '\\', '.', ':', '@', '?', '#', '%', 'a', '\t', '\n', ' ', '\u0000'),
      maxLength: 12,
    })
    fc.assert(
      fc.property(
        fc.oneof(
          nasty,
          fc.webUrl(),
          fc.string(),
          nasty.map(text => `/${text}`),
        ),
        text => {
          const led = new URL(ownPath(text), 'https://ours.example')
          expect(led.origin).toBe('https://ours.example')
          expect(led.pathname.startsWith('/api')).toBe(false)
        },
      ),
      { numRuns: 5_000 },
    )
  })

  it.each([undefined, ['/a'], { to: '/a' }, 1, `/${'a'.repeat(400)}`])('begins at the start for %s', path => {
    expect(ownPath(path)).toBe('/')
  })
})
