import { describe, expect, it } from 'vitest'
import { listenOrder } from '../../../../console/web/room/listenOrder.ts'
import { suggestionsFor } from '../../../../console/web/room/suggestionsFor.ts'
import type { Hear } from '../../../../console/web/room/useHear.ts'
import { promptsIn } from '../../../../dialogs/plan/promptsIn.ts'
import { smallGuide } from '../../../support/smallGuide.ts'
import { Talk } from '../../../support/talk.ts'

const asked = 'leaving.what-happened'

/** Hears school in "school" and friends in "friends". */
const hear: Hear = account =>
  (['push.school', 'pull.friends'] as const).flatMap(coverage => {
    const because = coverage.split('.')[1] ?? ''
    return account.includes(because) ? [{ coverage, told: 'yes' as const, because }] : []
  })

function heardIn(talk: Talk): string[] {
  const prompt = promptsIn(talk.guide).get(asked)?.prompt
  if (!prompt) throw new Error('The small guide asks what happened.')
  return suggestionsFor(hear, talk.record, prompt, asked).map(
    ({ coverage, account }) => `${coverage} in ${account.seq}`,
  )
}

function told(...accounts: readonly string[]): Talk {
  const talk = new Talk(smallGuide)
  for (const words of accounts) talk.do({ do: 'account', prompt: asked, words })
  return talk
}

describe('suggestionsFor', () => {
  it('proposes what was heard, each once, with the first account it was heard in', () => {
    expect(heardIn(told('school', 'school and friends'))).toEqual(['push.school in 2', 'pull.friends in 3'])
  })

  it.each(['yes', 'no', 'chose-not-to-say'] as const)('does not propose again what was told %s', answer => {
    const talk = told('school and friends')
    talk.do({ do: 'cover', coverage: 'push.school', told: answer })
    expect(heardIn(talk)).toEqual(['pull.friends in 2'])
  })

  it('does not propose again what was set aside, until it is heard in another account', () => {
    const talk = told('school')
    talk.do({ do: 'set-aside', coverage: 'push.school', account: talk.events[1]?.id ?? '' })
    expect(heardIn(talk)).toEqual([])
    talk.do({ do: 'account', prompt: asked, words: 'school again' })
    expect(heardIn(talk)).toEqual([`push.school in ${talk.record.seq}`])
  })

  it('proposes nothing of an account that was taken out', () => {
    const talk = told('school')
    talk.do({ do: 'withdraw', event: talk.events[1]?.id ?? '' })
    expect(heardIn(talk)).toEqual([])
  })
})

describe('listenOrder', () => {
  it('puts what has not come up first, and otherwise keeps the order of the guide', () => {
    const talk = new Talk(smallGuide)
    talk.do({ do: 'cover', coverage: 'push.school', told: 'no' })
    expect(listenOrder(['harm.hurt', 'push.school', 'pull.friends'], talk.record)).toEqual([
      'harm.hurt',
      'pull.friends',
      'push.school',
    ])
  })
})
