import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newKey, open, seal } from '../../../../console/records/keys/seal.ts'

describe('seal', () => {
  const key = newKey()

  it('gives back any text and any bytes, under the same key and about the same thing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), fc.string(), (text, bytes, about) => {
        expect(open(key, seal(key, text, about), about).toString()).toBe(Buffer.from(text).toString())
        expect(open(key, seal(key, Buffer.from(bytes), about), about)).toEqual(Buffer.from(bytes))
      }),
    )
  })

  it('is never the same twice, and shows nothing of the text', () => {
    const sealed = Array.from({ length: 50 }, () => seal(key, 'MARKED words', 'it').toString('latin1'))
    expect(new Set(sealed).size).toBe(50)
    expect(sealed.join('')).not.toContain('MARKED')
  })

  it('is refused where one bit of it is changed, wherever that is', () => {
    const sealed = seal(key, 'MARKED words', 'it')
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => open(key, changed, 'it')).toThrow('cannot be opened')
    }
  })

  it('is refused where it was cut short, however short', () => {
    const sealed = seal(key, 'MARKED words', 'it')
    for (let length = 0; length < sealed.length; length++) {
      expect(() => open(key, sealed.subarray(0, length), 'it')).toThrow('cannot be opened')
    }
  })

  it('is refused by another key, and about another thing, with nothing of it in the error', () => {
    const sealed = seal(key, 'MARKED words', 'it')
    expect(() => open(newKey(), sealed, 'it')).toThrow(/^(?!.*MARKED)/)
    expect(() => open(newKey(), sealed, 'it')).toThrow('cannot be opened')
    expect(() => open(key, sealed, 'another')).toThrow('cannot be opened')
  })
})
