import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGoodWording } from '../../../../dialogs/practice/debrief/betterWording.ts'
import { debriefOf } from '../../../../dialogs/practice/debrief/debriefOf.ts'
import { measures } from '../../../../dialogs/practice/debrief/measures.ts'
import { saidBefore } from '../../../../dialogs/practice/debrief/seenTurns.ts'
import { Level } from '../../../../dialogs/practice/scenario/terms.ts'
import { scenarios } from '../../../../locales/practiceWords.ts'
import { code, held, parts, row, said, talkWith } from './talks.ts'

const all = [row, ...scenarios()]

describe.each(all.map(scenario => [scenario.id, scenario] as const))(
  'the debrief of any talk with %s',
  (_id, scenario) => {
    const anyTalk = { words: talkWith(scenario), level: fc.constantFrom(...Level.options), seed: fc.nat(10_000) }
    const someRuns = { numRuns: 25 }

    it('puts every detail in told or in untold, and none in both', () => {
      fc.assert(
        fc.property(fc.record(anyTalk), ({ words, level, seed }) => {
          const { debrief } = held(scenario, words, level, seed)
          const ids = [...debrief.told, ...debrief.untold].map(({ unit }) => unit)
          expect(ids.toSorted()).toEqual(scenario.units.map(({ id }) => id).toSorted())
        }),
        someRuns,
      )
    })

    it('counts every turn once, and what is told at most once', () => {
      fc.assert(
        fc.property(fc.record(anyTalk), ({ words, level, seed }) => {
          const { debrief, turns } = held(scenario, words, level, seed)
          const { questions } = debrief
          const spoken = Object.values(questions.byClass).reduce((sum, count) => sum + count, 0)
          expect(spoken + questions.waited).toBe(turns.length)
          const asked = questions.recommended + questions.other + questions.safety + questions.ofTheTalk
          const { invitation, directive } = questions.byClass
          const open = invitation + directive + questions.byClass['cued-invitation']
          expect(questions.recommended).toBe(open)
          expect(asked).toBe(open + questions.byClass['option-posing'] + questions.byClass.suggestive)
          expect(questions.longestClosedRun.length).toBeLessThanOrEqual(questions.other)
          const fresh = debrief.turns
            .flatMap(({ told }) => told)
            .filter(each => each.isFresh && /full|short/.test(each.how))
          expect(new Set(fresh.map(({ unit }) => unit)).size).toBe(fresh.length)
          expect(fresh).toHaveLength(debrief.told.length)
        }),
        someRuns,
      )
    })

    it('has for every weak turn, and for no other, a wording that the coder finds good and that names nothing untold', () => {
      fc.assert(
        fc.property(fc.record(anyTalk), ({ words, level, seed }) => {
          const { debrief, turns } = held(scenario, words, level, seed)
          for (const { number, weak, counts } of debrief.turns) {
            if (counts === 'safety') expect(weak?.reasons ?? []).not.toContain('option-posing')
            if (!weak) continue
            const { better } = weak
            const coded = code({ ...saidBefore(scenario, turns, number), question: better.words })
            expect({ ...better, coded, isGood: isGoodWording(coded) }).toMatchObject({ isGood: true })
            expect(better.words).not.toContain('{{')
            const toldBefore = debrief.told.filter(({ turn }) => turn < number).map(({ unit }) => unit)
            if (better.about !== undefined) expect(toldBefore).toContain(better.about)
          }
        }),
        someRuns,
      )
    })

    it('is the same for the same talk, and survives being kept as JSON', () => {
      fc.assert(
        fc.property(fc.record(anyTalk), ({ words, level, seed }) => {
          const { debrief, turns } = held(scenario, words, level, seed)
          const kept = JSON.parse(JSON.stringify(turns))
          expect(debriefOf({ scenario, level, seed, turns: kept }, parts)).toEqual(debrief)
          expect(JSON.parse(JSON.stringify(debrief))).toEqual(debrief)
        }),
        { numRuns: 10 },
      )
    })
  },
)

describe('a debrief', () => {
  it('has a source or says that it is assumed, for every measure', () => {
    expect(Object.keys(held(row, []).debrief.sources).toSorted()).toEqual([...measures].toSorted())
  })

  it('of a talk in which nothing was said has nothing told and nothing weak', () => {
    const { debrief } = held(row, [])
    expect(debrief).toMatchObject({ turns: [], told: [], questions: { recommended: 0, other: 0, weak: 0 } })
    expect(debrief.untold.every(({ why }) => why === 'not-asked')).toBe(true)
    expect(debrief.questions).not.toHaveProperty('share')
  })

  it('never marks down a plain question about safety, however early and however often', () => {
    const { debrief } = held(row, said('Are you hurt?', 'Is anyone making you go back?', 'Are you hurt?'))
    expect(debrief.turns.map(({ counts }) => counts)).toEqual(['safety', 'safety', 'safety'])
    expect(debrief.turns.filter(({ weak }) => weak)).toEqual([])
    expect(debrief.questions).toMatchObject({ other: 0, safety: 3, longestClosedRun: { length: 0 } })
  })

  it('does not mark down a closed question about the talk itself', () => {
    const { debrief } = held(row, said('Would you like a break?'))
    expect(debrief.turns[0]).toMatchObject({ counts: 'of-the-talk' })
    expect(debrief.turns[0]).not.toHaveProperty('weak')
  })

  it.each([
    ['Did he hit you?', 'suggestive'],
    ['Did you take the bus?', 'option-posing'],
    ['Why did you run away?', 'blaming-why'],
    ['I promise I will not tell anyone.', 'secrecy-promise'],
    ['Well done, that is the right answer.', 'contingent-praise'],
    ['Where was it? Who was there? What did they say?', 'multiple'],
  ])('finds "%s" weak: %s', (words, reason) => {
    expect(held(row, said(words)).debrief.turns[0]?.weak?.reasons).toContain(reason)
  })

  it('shows honesty in place of a promise, and thanks in place of praise', () => {
    const better = (words: string) => held(row, said(words)).debrief.turns[0]?.weak?.better.model
    expect(better('I promise I will not tell anyone.')).toBe('limits')
    expect(better('Well done, that is the right answer.')).toBe('support')
  })

  it('asks the young person themselves, in place of the interpreter', () => {
    const scenario = scenarios().find(({ id }) => id === 'trafficked-vietnamese') ?? row
    const words = said('Tell me what happened after you left the house.', 'Ask him where he was working.')
    const turn = held(scenario, words).debrief.turns[1]
    expect(turn?.weak?.reasons).toEqual(['to-interpreter'])
    expect(turn?.weak?.better.model).toMatch(/^(topics\/|about|next)/)
  })

  it('shows an open question about what was told, in place of one that leads', () => {
    const { debrief } = held(row, said('Tell me about the dinner.', 'Was the dinner horrible?'))
    const [first, second] = debrief.turns
    expect(first).not.toHaveProperty('weak')
    expect(second?.weak?.better).toMatchObject({ model: 'about', about: 'dinner' })
  })
})
