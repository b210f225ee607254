import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../console/casework/localSettings.ts'
import { guide2 } from '../../dialogs/guide/guide.ts'
import { accountOf } from '../../dialogs/guide/sources/accountOf.ts'
import { elsewhere } from '../../dialogs/guide/sources/elsewhere.ts'
import { range, seedItems } from '../../dialogs/guide/sources/seedItems.ts'

const accounts = accountOf(guide2)

/** Questions, factors and record topics of the guidance: what a conversation or its record would hold. */
const conversational = [
  ...range('CHESH', 2, 4),
  ...range('CHESH', 8, 9),
  ...range('CHESH', 11, 14),
  ...range('CHESH', 18, 79),
  ...range('CHESH', 83),
  ...range('CHESH', 85, 88),
  ...range('CHESH', 90),
  ...range('CHESH', 94, 97),
  ...range('CHESH', 105, 106),
  ...range('WAKE', 20, 24),
  ...range('WAKE', 40, 71),
  ...range('WAKE', 74, 96),
  ...range('WAKE', 99, 101),
  ...range('WAKE', 105, 106),
  ...range('WAKE', 110),
  ...range('WAKE', 115, 119),
  ...range('WAKE', 123),
  ...range('WAKE', 128, 130),
  ...range('CBC', 4, 6),
  ...range('CBC', 14),
  ...range('CBC', 21),
  ...range('CBC', 34, 36),
  ...range('CBC', 41),
  ...range('CBC', 48, 49),
  ...range('ECRC', 1, 4),
  ...range('ECRC', 6, 10),
  ...range('ECRC', 28),
  ...range('ECRC', 43, 46),
  ...range('ECRC', 50, 51),
  ...range('ECRC', 58, 60),
  ...range('ECRC', 63, 65),
  ...range('ECRC', 68, 71),
  ...range('ECRC', 75, 76),
  ...range('ECRC', 80, 81),
  ...range('ECRC', 93, 99),
  ...range('ECRC', 110),
  ...range('ECRC', 121, 125),
  ...range('ECRC', 131, 132),
  ...range('ECRC', 135, 136),
  ...range('ECRC', 144, 146),
  ...range('ECRC', 148, 149),
  ...range('ECRC', 157, 158),
  ...range('ECRC', 176, 181),
  ...range('TORB', 4),
  ...range('TORB', 24),
  ...range('TORB', 45, 47),
  ...range('TORB', 60),
]

/** Of these, the ones that are no part of a conversation, and why. */
const justified: Record<string, string> = {
  'WAKE-119': 'a template that is not in the document',
  'CBC-004': 'who is in scope: a local setting',
  'CBC-005': 'who is in scope: a local setting',
  'CBC-006': 'who is in scope: a local setting',
  'ECRC-125': 'the sharing regime, a local setting that the words follow',
  'TORB-004': 'who is in scope: a local setting',
}

describe('accountOf', () => {
  it('accounts for all 586 items once each, in order', () => {
    expect(accounts.map(({ id }) => id)).toEqual(seedItems)
    expect(new Set(seedItems).size).toBe(586)
  })

  it('says where an item is met or set', () => {
    const nowhere = accounts.filter(({ status, where }) => /met|setting/.test(status) && where.length === 0)
    expect(nowhere).toEqual([])
  })

  it('says why an item is not met', () => {
    const unexplained = accounts.filter(({ status, why }) => /later|not-software/.test(status) && !why)
    expect(unexplained).toEqual([])
  })

  it('names the part of the product that will meet what is later', () => {
    const vague = accounts.filter(({ status, why }) => status === 'later' && !/^A later part: /.test(why ?? ''))
    expect(vague).toEqual([])
  })

  it('points only at what is there', () => {
    const topics = [...guide2.stages.flatMap(stage => stage.topics), guide2.concern]
    const ids = new Set([
      ...topics.flatMap(topic => topic.prompts).flatMap(({ id, followUps }) => [id, ...followUps.map(each => each.id)]),
      ...guide2.coverage.map(item => item.id),
      ...Object.keys(defaultSettings),
    ])
    const wheres = new Set(accounts.flatMap(({ where }) => where))
    expect([...wheres].filter(where => !ids.has(where) && !existsSync(where))).toEqual([])
  })

  it('leaves nothing unmet that belongs in the conversation', () => {
    const unmet = accounts.filter(({ id, status }) => status !== 'met' && conversational.includes(id))
    expect(unmet.map(({ id }) => id)).toEqual(Object.keys(justified))
  })

  it('refuses to leave an item out', () => {
    const bare = { ...guide2, stages: guide2.stages.slice(0, 1) }
    expect(() => accountOf(bare)).toThrow('Nothing accounts for CHESH-0')
  })
})

describe('elsewhere', () => {
  it('holds no item that the guide cites, and none twice', () => {
    const items = elsewhere.flatMap(group => group.items)
    const cited = [
      ...[...guide2.stages.flatMap(stage => stage.topics), guide2.concern]
        .flatMap(topic => topic.prompts)
        .flatMap(prompt => [prompt, ...prompt.followUps]),
      ...guide2.coverage,
    ].flatMap(({ sources }) => sources)
    expect(items.filter(id => cited.includes(id))).toEqual([])
    expect(new Set(items).size).toBe(items.length)
  })
})
