import { describe, expect, it } from 'vitest'
import { createWordPlaces } from '../../../console/casework/whoHears.ts'
import { publishedGuides } from '../../../dialogs/guide/guide.ts'
import { spokenKeysOf, wordKeysOf } from '../../../dialogs/guide/wordKeys.ts'

const placeOf = createWordPlaces(publishedGuides)

describe('a string', () => {
  it.each([
    ['guide', 'prompt/welcome.who-i-am/under11', 'child-under11'],
    ['guide', 'prompt/welcome.who-i-am/over15', 'child-over15'],
    ['guide', 'prompt/welcome.who-i-am', 'child-11to15'],
    ['guide', 'prompt/welcome.independent', 'child-11-to-17'],
    ['guide', 'prompt/leaving.before-you-went', 'child-all'],
    ['guide', 'prompt/prepare.age', 'practitioner'],
    ['guide', 'option/prepare.age/under-11', 'practitioner'],
    ['guide', 'hint/prepare.age', 'hint'],
    ['guide', 'stage/welcome', 'title'],
    ['guide', 'topic/prepare.who', 'title'],
    ['guide', 'answer/yes', 'child-answer'],
    ['guide', 'coverage/push.bullying', 'practitioner'],
    ['guide', 'prompt/welcome.interpreter-duty', 'interpreter-says'],
    ['script', 'glossary/work', 'glossary'],
    ['script', 'glossary/work/note', 'glossary-note'],
    ['script', 'private/yes', 'card'],
    ['script', 'paper/numbers', 'paper'],
    ['script', 'letter/choose-no', 'letter-child'],
    ['script', 'letter/parent-choice', 'letter-parent'],
    ['script', 'letter/young-person', 'letter-parent'],
    ['script', 'setting/recipients', 'setting'],
    ['script', 'now/title', 'interpreter-page'],
    ['bot', 'welcome', 'chat'],
    ['console', 'app/name', 'screen'],
  ])('of %s called %s reaches: %s', (file, key, heard) => {
    expect(placeOf(file, key).heard).toBe(heard)
  })

  it('that is said only where all is shared says so', () => {
    expect(placeOf('guide', 'prompt/confidentiality.who-reads-it/all-shared/under11')).toMatchObject({
      heard: 'child-under11',
      regime: 'all-shared',
      stage: 'confidentiality',
    })
  })

  it('of the guide has a topic, or is of those that have none', () => {
    const without = publishedGuides
      .flatMap(wordKeysOf)
      .filter(key => placeOf('guide', key).topic === undefined)
      .map(key => key.split('/')[0])
    expect(new Set(without)).toEqual(new Set(['coverage', 'answer']))
  })

  it('that a young person hears is never called the practitioner’s', () => {
    const spoken = publishedGuides.flatMap(spokenKeysOf).filter(key => /^(prompt|follow-up)/.test(key))
    expect(spoken.filter(key => !/^(child|interpreter)-/.test(placeOf('guide', key).heard))).toEqual([])
  })
})
