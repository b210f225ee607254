import { describe, expect, it } from 'vitest'
import { groupOf, pictureGroups, pictureOf, reasonFactors } from '../../../../console/casework/balance/pictureOf.ts'
import { toldIn } from '../../../../console/casework/linked/toldIn.ts'
import { coverage } from '../../../../dialogs/guide/coverage.ts'
import { guide2 } from '../../../../dialogs/guide/guide.ts'
import { promptsIn } from '../../../../dialogs/plan/promptsIn.ts'
import type { EventBody, Voice } from '../../../../dialogs/record/events.ts'
import { recordFrom } from '../../../../dialogs/record/recordFrom.ts'
import { interviewOf } from './weighed.ts'

const episode = (name: string, ...bodies: (EventBody & { voice?: Voice })[]) => ({
  episode: name,
  at: '2026-06-01T09:00:00Z',
  interviews: [toldIn(recordFrom(interviewOf(...bodies).events))],
})

describe('the picture of episodes', () => {
  it('has a row for what was told in any of them, and tells the four apart', () => {
    const rows = pictureOf([
      episode(
        'earlier',
        { type: 'covered', coverage: 'push.bullying', told: 'yes' },
        { type: 'covered', coverage: 'pull.groomed', told: 'chose-not-to-say' },
      ),
      episode(
        'this',
        { type: 'covered', coverage: 'push.bullying', told: 'no' },
        { type: 'covered', coverage: 'away.food', told: 'yes' },
      ),
    ])
    expect(
      rows.map(({ factor, group, cells }) => [factor, group, cells.map(marks => marks.map(({ told }) => told))]),
    ).toEqual([
      ['push.bullying', 'push', [['yes'], ['no']]],
      ['pull.groomed', 'sexual', [['chose-not-to-say'], []]],
    ])
  })

  it('keeps each voice apart, and takes what a practitioner ticked for theirs', () => {
    const [row] = pictureOf([
      episode(
        'this',
        { type: 'covered', coverage: 'pull.money', told: 'no' },
        { type: 'covered', coverage: 'pull.money', told: 'yes', voice: 'parent-or-carer' },
        {
          type: 'answered',
          prompt: 'after.reasons',
          answer: { kind: 'choices', options: ['money', 'not-known'] },
          voice: 'practitioner',
        },
      ),
    ])
    expect(row).toEqual({
      factor: 'pull.money',
      group: 'pull',
      cells: [
        [
          { told: 'no', voice: 'young-person' },
          { told: 'yes', voice: 'parent-or-carer' },
          { told: 'yes', voice: 'practitioner' },
        ],
      ],
    })
  })

  it('has a place for every push and pull factor and every sign, and none for anything else but crime', () => {
    const inIt = coverage.filter(({ id }) => groupOf(id)).map(({ id }) => id)
    const beginnings = ['push.', 'pull.', 'exploitation.', 'trafficking.']
    expect(inIt.filter(id => !beginnings.some(each => id.startsWith(each)))).toEqual(['away.crime'])
    expect(coverage.filter(({ id }) => beginnings.some(each => id.startsWith(each)) && !inIt.includes(id))).toEqual([])
    expect(new Set(inIt.map(groupOf))).toEqual(new Set(pictureGroups))
  })

  it('knows every reason that can be ticked, but for another one and not known', () => {
    const options = promptsIn(guide2).get('after.reasons')?.prompt.options ?? []
    expect(options.filter(option => !(option in reasonFactors))).toEqual(['another-reason', 'not-known'])
    const ids = coverage.map(({ id }) => id)
    expect(Object.values(reasonFactors).filter(id => !ids.includes(id))).toEqual([])
    expect(pictureOf([])).toEqual([])
  })
})
