import { describe, expect, it } from 'vitest'
import type { WordLine } from '../../../../console/contract/languages.ts'
import { groupsOf, idOf, linesShown, nextUnsigned } from '../../../../console/web/languages/linesShown.ts'

const line = (key: string, other: Partial<WordLine> = {}): WordLine => ({
  ...{ file: 'guide', key, english: 'Yes', hash: '', text: 'نَعَم', state: 'draft', by: null, at: null },
  ...{ note: '', backTranslation: '', seen: 0, yours: false },
  ...other,
})
const lines = [
  line('stage/welcome'),
  line('prompt/welcome.how', { english: 'You can stop', text: 'Bạn có thể dừng', state: 'signed' }),
  line('topic/leaving.before', { english: 'What happened', state: 'checked' }),
  line('now/title', { file: 'script', english: 'The script' }),
]
const any = { file: '', state: '', search: '' }
const keys = (shown: readonly WordLine[]) => shown.map(({ key }) => key)

describe('what is shown', () => {
  it.each([
    [{}, keys(lines)],
    [{ file: 'script' }, ['now/title']],
    [{ state: 'signed' }, ['prompt/welcome.how']],
    [{ state: 'unsigned' }, ['stage/welcome', 'topic/leaving.before', 'now/title']],
    [{ search: ' YOU can ' }, ['prompt/welcome.how']],
    [{ search: 'co the dưng' }, ['prompt/welcome.how']],
    [{ search: 'نعم', file: 'script' }, ['now/title']],
    [{ search: 'welcome' }, ['stage/welcome', 'prompt/welcome.how']],
    [{ search: 'nothing like it' }, []],
  ])('for %j: %j', (filter, expected) => {
    expect(keys(linesShown(lines, { ...any, ...filter }))).toEqual(expected)
  })
})

describe('the groups', () => {
  it('are the topics of the guide and the parts of the other files, a stage with its first topic', () => {
    expect(groupsOf(lines).map(({ id, lines }) => [id, keys(lines)])).toEqual([
      [expect.stringMatching(/^welcome\//), ['stage/welcome', 'prompt/welcome.how']],
      [expect.stringMatching(/^leaving\//), ['topic/leaving.before']],
      ['script/now', ['now/title']],
    ])
  })
})

describe('the next that is not signed', () => {
  it('is after the present one, and around again', () => {
    const following = (place: number) => nextUnsigned(lines, lines[place] && idOf(lines[place]))?.key
    expect([following(0), following(2), following(3)]).toEqual(['topic/leaving.before', 'now/title', 'stage/welcome'])
    expect(nextUnsigned(lines, undefined)?.key).toBe('stage/welcome')
  })

  it('is none where all are', () => {
    expect(nextUnsigned([line('a', { state: 'signed' })], undefined)).toBeUndefined()
  })
})
