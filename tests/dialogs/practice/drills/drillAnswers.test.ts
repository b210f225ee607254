import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type QuestionClass,
  questionClasses,
  questionFlags,
} from '../../../../dialogs/practice/coding/questionClasses.ts'
import { isGoodWording } from '../../../../dialogs/practice/debrief/betterWording.ts'
import { namedQuestion, namingScore, openedQuestion } from '../../../../dialogs/practice/drills/drillAnswers.ts'
import { drillRound } from '../../../../dialogs/practice/drills/drillRound.ts'
import { practiceDrills } from '../../../../locales/practiceWords.ts'
import { utterancesIn } from '../../../practice/utterances/utterances.ts'
import { code } from '../debrief/talks.ts'

const { naming, opening } = practiceDrills()

describe('name that question', () => {
  it.each(naming.map(item => [item.question, item] as const))(
    'has for "%s" the class and flags that the coder has',
    (_question, item) => {
      const { said, asked, question } = item
      expect(code({ said, asked, question })).toMatchObject({ class: item.class, flags: item.flags })
    },
  )

  it('has at least three of every class, and every flag that is taught', () => {
    for (const each of questionClasses)
      expect(naming.filter(item => item.class === each).length).toBeGreaterThanOrEqual(3)
    const flagged = new Set(naming.flatMap(({ flags }) => flags))
    expect([...questionFlags].filter(flag => flag !== 'too-long' && !flagged.has(flag))).toEqual([])
  })

  it('shows a good wording beside whatever is weak but a plain question about safety, and no other', () => {
    for (const { said, asked, question, better } of naming) {
      const coded = code({ said, asked, question })
      const isSafety = coded.because.some(({ rule }) => rule === 'plain-safety-question')
      expect([question, better !== undefined]).toEqual([question, !isGoodWording(coded) && !isSafety])
      if (better !== undefined)
        expect([better, isGoodWording(code({ said, asked, question: better }))]).toEqual([better, true])
    }
  })

  it('has ids of their own, and none of the utterances that coders are measured by', () => {
    const ids = [...naming, ...opening].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const sealed = new Set(
      ['measuring', 'measuring2'].flatMap(utterancesIn).map(each => JSON.stringify([each.said, each.question])),
    )
    expect([...naming, ...opening].filter(each => sealed.has(JSON.stringify([each.said, each.question])))).toEqual([])
  })

  it('says whether it was right, and why', () => {
    const [item] = naming.filter(each => each.class === 'suggestive')
    if (!item) throw new Error('There is no suggestive question in the drill.')
    expect(namedQuestion(item, 'suggestive', code)).toMatchObject({ isRight: true, class: 'suggestive' })
    const wrong = namedQuestion(item, 'directive', code)
    expect(wrong).toMatchObject({ isRight: false, class: 'suggestive', better: item.better })
    expect(wrong.because.length).toBeGreaterThan(0)
  })

  it('counts what was right, of each class, and what was taken for what', () => {
    const answer = (given: QuestionClass, named: QuestionClass) => ({ class: given, answer: named })
    const score = namingScore([
      answer('suggestive', 'option-posing'),
      answer('suggestive', 'option-posing'),
      answer('suggestive', 'suggestive'),
      answer('directive', 'invitation'),
    ])
    expect(score).toMatchObject({
      right: 1,
      of: 4,
      byClass: { suggestive: { right: 1, of: 3 }, supportive: { right: 0, of: 0 } },
    })
    expect(score.mixedUp).toEqual([
      { class: 'suggestive', takenFor: 'option-posing', times: 2 },
      { class: 'directive', takenFor: 'invitation', times: 1 },
    ])
  })

  it('counts every answer once, whatever the answers', () => {
    const anyClass = fc.constantFrom(...questionClasses)
    fc.assert(
      fc.property(fc.array(fc.record({ class: anyClass, answer: anyClass })), answers => {
        const { right, of, byClass, mixedUp } = namingScore(answers)
        expect(of).toBe(answers.length)
        expect(Object.values(byClass).reduce((sum, each) => sum + each.of, 0)).toBe(of)
        expect(right + mixedUp.reduce((sum, { times }) => sum + times, 0)).toBe(of)
      }),
    )
  })
})

describe('open it up', () => {
  it.each(opening.map(item => [item.question, item] as const))(
    'asks to open up "%s", which is weak, and shows how',
    (question, item) => {
      expect(isGoodWording(code({ said: item.said, question }))).toBe(false)
      for (const good of item.good) {
        expect([good, openedQuestion(item, good, code)]).toMatchObject([good, { isDone: true, notYet: [] }])
      }
      expect(openedQuestion(item, question, code).isDone).toBe(false)
    },
  )

  it.each([
    ['', ['nothing-said']],
    ['Was your mum cross?', ['not-recommended']],
    ['Why did you run off?', ['flagged']],
    ['were you angry with your mum', ['same-words', 'not-recommended']],
    ['OK.', ['not-recommended']],
    ['Tell me more about the row.', []],
  ])('says why "%s" does not do', (answer, notYet) => {
    const item = {
      id: 'a',
      said: ['Me and Mum had a row.'],
      question: 'Were you angry with your mum?',
      good: ['Tell me more about the row.'],
    }
    expect(openedQuestion(item, answer, code).notYet).toEqual(expect.arrayContaining(notYet))
    expect(openedQuestion(item, answer, code).isDone).toBe(notYet.length === 0)
  })
})

describe('a round', () => {
  it('has as many as were asked for, none twice, and the same for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer(), (length, seed) => {
        const round = drillRound(naming, length, seed)
        expect(round).toHaveLength(Math.min(length, naming.length))
        expect(new Set(round).size).toBe(round.length)
        expect(drillRound(naming, length, seed)).toEqual(round)
      }),
    )
  })
})
