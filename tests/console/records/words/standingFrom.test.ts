import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingFrom, type WordChange } from '../../../../console/records/words/standingFrom.ts'
import { hashOf } from '../../../../locales/review.ts'

const english = 'You decide.'
const shipped = {
  english,
  text: 'القرار لك.',
  entry: { english: hashOf(english), words: hashOf('القرار لك.'), state: 'draft' as const },
}
const at = new Date('2026-11-22T12:00:00.000Z')
const change = (text: string, other: Partial<WordChange> = {}): WordChange => ({
  ...{ number: 1, at, by: 'sam', english: hashOf(english), text, state: 'draft', note: '', backTranslation: '' },
  ...other,
})

describe('a string', () => {
  it('stands as it came where nothing was done to it', () => {
    expect(standingFrom(shipped, [])).toMatchObject({
      text: 'القرار لك.',
      state: 'draft',
      by: null,
      writer: null,
      seen: 0,
    })
  })

  it('names whom the files say it was signed by', () => {
    const entry = { ...shipped.entry, state: 'signed' as const, by: 'Example Linguist', at: '2026-11-01T10:00:00Z' }
    expect(standingFrom({ ...shipped, entry }, [])).toMatchObject({ state: 'signed', by: { name: 'Example Linguist' } })
    // Not of words that are others, nor of another English.
    expect(standingFrom({ ...shipped, entry, text: 'لك.' }, [])).toMatchObject({ state: 'draft', by: null, at: null })
    expect(standingFrom({ ...shipped, entry, english: 'You do.' }, [])).toMatchObject({ state: 'stale', by: null })
  })

  it('is whose words stand, and whose state: notes change neither', () => {
    const changes = [
      change('أنت تقرر.', { number: 1, by: 'sam' }),
      change('أنت تقرر.', { number: 2, by: 'kim', state: 'signed' }),
      change('أنت تقرر.', { number: 3, by: 'lee', state: 'signed', note: 'as they say it in Aleppo too' }),
    ]
    expect(standingFrom(shipped, changes)).toMatchObject({
      ...{ text: 'أنت تقرر.', state: 'signed', by: { person: 'kim' }, writer: 'sam', seen: 3 },
      note: 'as they say it in Aleppo too',
    })
  })

  it('that came with this version was written by nobody here, however often it was checked', () => {
    const changes = [change('القرار لك.', { state: 'checked' }), change('القرار لك.', { number: 2, state: 'signed' })]
    expect(standingFrom(shipped, changes)).toMatchObject({ state: 'signed', writer: null })
  })

  it('is stale no more once somebody has looked at it beside the present English', () => {
    const stale = { ...shipped, english: 'You choose.' }
    expect(standingFrom(stale, [change('القرار لك.', { state: 'signed' })])).toMatchObject({ state: 'stale' })
    const looked = change('القرار لك.', { number: 2, english: hashOf('You choose.'), state: 'checked' })
    expect(standingFrom(stale, [looked])).toMatchObject({ state: 'checked', writer: null })
  })

  it('says the last change of the present English, and never one of another English', () => {
    const any = fc.record({
      text: fc.constantFrom('أ', 'ب', 'ج'),
      english: fc.constantFrom(english, 'Another', 'An older one').map(hashOf),
      state: fc.constantFrom('draft' as const, 'checked' as const, 'signed' as const, 'stale' as const),
      by: fc.constantFrom('sam', 'kim'),
    })
    fc.assert(
      fc.property(fc.array(any), given => {
        const changes = given.map((each, place) => change(each.text, { ...each, number: place + 1 }))
        const last = changes.findLast(each => each.english === hashOf(english))
        const standing = standingFrom(shipped, changes)
        expect(standing.text).toBe(last?.text ?? shipped.text)
        expect(standing.state).toBe(last?.state ?? 'draft')
        expect(standing.seen).toBe(changes.length)
        // Whoever wrote the words is the first of those who said the same on end, and never one who only looked.
        const present = changes.filter(each => each.english === hashOf(english)).map(({ text, by }) => ({ text, by }))
        const all = [{ text: shipped.text, by: null }, ...present]
        const begun = all.findLastIndex(({ text }) => text !== standing.text) + 1
        expect(standing.writer).toBe(all[begun]?.by ?? null)
      }),
    )
  })
})
