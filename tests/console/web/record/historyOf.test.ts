import { describe, expect, it } from 'vitest'
import { historyOf } from '../../../../console/web/record/historyOf.ts'
import type { Intent } from '../../../../dialogs/intent.ts'
import { smallGuide } from '../../../support/smallGuide.ts'
import { Talk } from '../../../support/talk.ts'

const name = 'prepare.known-as'
const named = (text: string, corrects?: string): Intent => ({
  do: 'answer',
  prompt: name,
  answer: { kind: 'text', text },
  ...(corrects ? { corrects } : {}),
})

function historyIn(talk: Talk) {
  const field = talk.record.fields[name]
  if (!field) throw new Error('The name has a field.')
  return historyOf(field, talk.events).map(({ value, now }) => [value?.kind === 'text' ? value.text : undefined, now])
}
const standing = (talk: Talk) => talk.record.fields[name]?.entries[0]?.event ?? ''

describe('historyOf', () => {
  it('tells what stands from what was put right, oldest first', () => {
    const talk = new Talk(smallGuide)
    talk.do(named('Example Wern'))
    talk.do(named('Example Wren', standing(talk)))
    expect(historyIn(talk)).toEqual([
      ['Example Wern', 'corrected'],
      ['Example Wren', 'stands'],
    ])
  })

  it('keeps what was taken out, and the taking out itself', () => {
    const talk = new Talk(smallGuide)
    talk.do(named('Example Wren'))
    talk.do({ do: 'withdraw', event: standing(talk) })
    expect(historyIn(talk)).toEqual([
      ['Example Wren', 'taken-out'],
      [undefined, 'takes-out'],
    ])
  })

  it('leaves out what belongs to other fields', () => {
    const talk = new Talk(smallGuide)
    talk.do(named('Example Wren'))
    talk.do({ do: 'account', prompt: 'leaving.what-happened', words: 'a row' })
    expect(historyIn(talk)).toEqual([['Example Wren', 'stands']])
  })
})
