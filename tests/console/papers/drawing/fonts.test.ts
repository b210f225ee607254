import { describe, expect, it } from 'vitest'
import { givesShapes } from '../../../../console/papers/drawing/fonts.ts'

describe('what is known of the shapes of a font', () => {
  it.each([
    ['has none', {}, false],
    ['has them otherwise', { getGlyph: [] }, false],
    ['gives none', { getGlyph: () => null }, false],
    ['gives them without their letters', { getGlyph: () => ({ letters: [] }) }, false],
    ['gives each with its letters', { getGlyph: () => ({ codePoints: [] }) }, true],
  ])('of one that %s', (_, font, gives) => {
    expect(givesShapes(font)).toBe(gives)
  })
})
