import { describe, expect, it } from 'vitest'
import type { SeenTurn } from '../../../../console/contract/practice.ts'
import { talkTurns } from '../../../../console/web/practice/talkTurns.ts'

const turn = (number: number): SeenTurn => ({
  number,
  at: '2026-11-22T10:00:00.000Z',
  said: { did: 'waited' },
  reply: { says: `answer ${number}` },
})
const turns = (...numbers: number[]) => numbers.map(turn)

describe('the turns of a talk', () => {
  it.each([
    { here: [], came: [1, 2], joined: [1, 2], gap: false },
    { here: [1], came: [2], joined: [1, 2], gap: false },
    { here: [1], came: [3, 2], joined: [1, 2, 3], gap: false },
    { here: [1, 2], came: [1, 2], joined: [1, 2], gap: false },
    { here: [1], came: [3], joined: [1], gap: true },
    { here: [1], came: [2, 4], joined: [1, 2], gap: true },
  ])('are $joined with a gap: $gap, where $here were here and $came came', ({ here, came, joined, gap }) => {
    expect(talkTurns(turns(...here), turns(...came))).toEqual({ turns: turns(...joined), gap })
  })

  it('are the same as before where nothing new came', () => {
    const here = turns(1, 2)
    expect(talkTurns(here, turns(2)).turns).toBe(here)
  })
})
