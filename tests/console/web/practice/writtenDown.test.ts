import { describe, expect, it } from 'vitest'
import { theirLast } from '../../../../console/web/practice/theirLast.ts'
import { writtenDown } from '../../../../console/web/practice/writtenDown.ts'

describe('what they said', () => {
  it.each([
    [{}, { words: 'I went out.' }],
    [{ words: 'Before. ' }, { words: 'Before.\nI went out.' }],
    [{ words: 'I went out.' }, { words: 'I went out.' }],
    [{ words: 'I went out. No.' }, { words: 'I went out. No.\nI went out.' }],
    [
      { option: 'yes', voice: 'young-person' as const },
      { option: 'yes', voice: 'young-person', words: 'I went out.' },
    ],
  ])('is put to %j once', (draft, then) => {
    expect(writtenDown(draft, { words: 'I went out.' })).toEqual(then)
  })

  it('is written in both languages where somebody interprets', () => {
    expect(writtenDown({}, { words: 'I went out.', original: 'Tôi đã đi ra ngoài.' })).toEqual({
      words: 'I went out.',
      original: 'Tôi đã đi ra ngoài.',
    })
  })

  it('is the last thing they said, and not a silence', () => {
    const turn = (number: number, says: string) => ({
      number,
      at: '2026-11-22T10:00:00.000Z',
      said: { did: 'waited' as const },
      reply: { says },
    })
    expect(theirLast({ says: 'Hi.' }, [])).toEqual({ words: 'Hi.' })
    expect(theirLast({ says: 'Hi.' }, [turn(1, 'I went.'), turn(2, '')])).toEqual({ words: 'I went.' })
    expect(theirLast({ says: '' }, [turn(1, '')])).toBeUndefined()
  })
})
