import { describe, expect, it } from 'vitest'
import { balancePlaces, placeOf, unknownPrompts } from '../../../../console/casework/balance/balancePlaces.ts'
import { proposalsOf } from '../../../../console/casework/balance/proposalsOf.ts'
import { coverage } from '../../../../dialogs/guide/coverage.ts'
import { guide2 } from '../../../../dialogs/guide/guide.ts'
import { promptsIn } from '../../../../dialogs/plan/promptsIn.ts'
import type { EventBody, Told, Voice } from '../../../../dialogs/record/events.ts'
import { idOf } from '../../../support/talk.ts'
import { interviewOf } from './weighed.ts'

type Said = EventBody & { voice?: Voice }
const told = (of: string, how: Told = 'yes', voice: Voice = 'young-person'): Said => ({
  type: 'covered',
  coverage: of,
  told: how,
  voice,
})
const account = (prompt: string, words: string, voice: Voice = 'young-person'): Said => ({
  type: 'accounted',
  prompt,
  words,
  voice,
})
const plain = (prompt: string, said: 'yes' | 'no'): Said => ({
  type: 'answered',
  prompt,
  answer: { kind: 'plain', said },
})

/** What was said, without what nobody was asked. */
const said = (...bodies: Said[]) =>
  proposalsOf([interviewOf(...bodies)])
    .filter(({ voice }) => voice !== undefined)
    .map(({ part, field, how, voice }) => [part, field, how, voice])
const unknown = (...bodies: Said[]) =>
  new Map(
    proposalsOf([interviewOf(...bodies)])
      .filter(({ voice }) => voice === undefined)
      .map(({ field, how }) => [field, how]),
  )

describe('what the record proposes for the balance', () => {
  it.each<[string, Said, readonly [string, string, string, string] | undefined]>([
    ['a push factor', told('push.bullying'), ['worries', 'push.bullying', 'yes', 'young-person']],
    ['a pull factor', told('pull.friends'), ['worries', 'pull.friends', 'yes', 'young-person']],
    ['a harm', told('harm.threatened'), ['worries', 'harm.threatened', 'yes', 'young-person']],
    ['help that came', told('harm.medical-help'), ['strengths', 'harm.medical-help', 'yes', 'young-person']],
    [
      'a sign a practitioner sees',
      told('exploitation.gifts', 'yes', 'practitioner'),
      ['worries', 'exploitation.gifts', 'yes', 'practitioner'],
    ],
    [
      'what someone else told',
      told('pull.money', 'yes', 'third-party'),
      ['worries', 'pull.money', 'yes', 'third-party'],
    ],
    ['a protective act', told('safe.protective-acts'), ['strengths', 'safe.protective-acts', 'yes', 'young-person']],
    ['feeling unsafe', told('safe.felt-unsafe'), ['worries', 'safe.felt-unsafe', 'yes', 'young-person']],
    ['nobody to call', told('safe.someone-to-call', 'no'), ['worries', 'safe.someone-to-call', 'no', 'young-person']],
    ['not feeling unsafe', told('safe.felt-unsafe', 'no'), undefined],
    ['what they want', told('return.support-wanted'), ['view', 'return.support-wanted', 'yes', 'young-person']],
    ['being scared to come back', told('return.scared'), ['worries', 'return.scared', 'yes', 'young-person']],
    [
      'a harm they would rather not speak of',
      told('harm.sexual', 'chose-not-to-say'),
      ['unknowns', 'harm.sexual', 'chose-not-to-say', 'young-person'],
    ],
    [
      'a protection they would rather not speak of',
      told('safe.trusted-person', 'chose-not-to-say'),
      ['unknowns', 'safe.trusted-person', 'chose-not-to-say', 'young-person'],
    ],
    ['a want they would rather not speak of', told('return.support-wanted', 'chose-not-to-say'), undefined],
    ['a plain yes', plain('safety.frightening', 'yes'), ['worries', 'safety.frightening', 'yes', 'young-person']],
    ['a plain no', plain('safety.frightening', 'no'), undefined],
    [
      'a plain question not answered by choice',
      { type: 'choseNotToSay', prompt: 'safety.hurt-now' },
      ['unknowns', 'safety.hurt-now', 'chose-not-to-say', 'young-person'],
    ],
    [
      'good things',
      account('balance.good-things', 'My gran.'),
      ['strengths', 'balance.good-things', 'words', 'young-person'],
    ],
    [
      'what needs to happen',
      account('balance.what-needs-to-happen', 'Less shouting.', 'interpreter'),
      ['view', 'balance.what-needs-to-happen', 'words', 'interpreter'],
    ],
    [
      'what a parent told',
      account('after.parents-account', 'They were gone.', 'parent-or-carer'),
      ['worries', 'after.parents-account', 'words', 'parent-or-carer'],
    ],
    [
      'a concern',
      { type: 'concernRaised', concern: idOf(700), words: 'I am scared.' },
      ['worries', 'concern', 'words', 'young-person'],
    ],
    ['where they ate', told('away.food'), undefined],
    ['what may be passed on', told('sharing.wants-passed-on'), undefined],
  ])('%s', (_, body, then) => {
    expect(said(body)).toEqual(then ? [then] : [])
  })

  it('has the no of a young person beside what someone else says is so, as how they see it', () => {
    expect(said(told('exploitation.gifts', 'yes', 'practitioner'), told('exploitation.gifts', 'no'))).toEqual([
      ['worries', 'exploitation.gifts', 'yes', 'practitioner'],
      ['view', 'exploitation.gifts', 'no', 'young-person'],
    ])
  })

  it('keeps each voice and each word apart, with what it was said in', () => {
    const [line] = proposalsOf([
      interviewOf({
        ...told('push.bullying', 'yes', 'interpreter'),
        detail: 'At school.',
        because: 'They laugh at me.',
      } as Said),
    ])
    expect(line).toMatchObject({ id: idOf(2), voice: 'interpreter', words: ['At school.', 'They laugh at me.'] })
    const [original] = proposalsOf([
      interviewOf({
        ...account('balance.good-things', 'A friend.', 'interpreter'),
        original: { language: 'ar', words: 'نص مخترع' },
      } as Said),
    ])
    expect(original).toMatchObject({ words: ['A friend.'], original: { language: 'ar', words: 'نص مخترع' } })
  })

  it('says a concern once, where its words were written again', () => {
    expect(
      said(
        { type: 'concernRaised', concern: idOf(700), words: 'I am scared.' },
        account('concern.words', 'I am scared.') && {
          type: 'accounted',
          prompt: 'concern.words',
          words: 'I am scared.',
          concern: idOf(700),
        },
      ),
    ).toEqual([['worries', 'concern.words', 'words', 'young-person']])
  })

  it('tells what was not asked from what was asked and left, and from what was answered', () => {
    const found = unknown(
      { type: 'passed', prompt: 'safety.anything-bad' },
      { type: 'skipped', prompt: 'safety.frightening' },
      plain('safety.hurt-now', 'no'),
      { type: 'choseNotToSay', prompt: 'safety.wanted-to-leave' },
    )
    expect(found.get('safety.anything-bad')).toBe('nothing-said')
    expect(found.get('safety.frightening')).toBe('not-asked')
    expect(found.get('feelings.hurting-yourself')).toBe('not-asked')
    expect(found.has('safety.hurt-now')).toBe(false)
    expect(found.has('safety.wanted-to-leave')).toBe(false)
  })

  it('names nothing as unknown that the guide does not ask of this young person', () => {
    expect(unknown().has('while-away.work')).toBe(false)
    const trafficked = unknown({
      type: 'answered',
      prompt: 'prepare.circumstances',
      answer: { kind: 'choices', options: ['may-be-trafficked'] },
    })
    expect(trafficked.get('while-away.work')).toBe('not-asked')
  })

  it('leaves as unknown only what none of several interviews answered', () => {
    const both = proposalsOf([
      interviewOf({ type: 'skipped', prompt: 'safety.hurt-now' }),
      interviewOf(plain('safety.hurt-now', 'no')),
    ])
    expect(both.some(({ field }) => field === 'safety.hurt-now')).toBe(false)
    expect(both.filter(({ field }) => field === 'safety.frightening')).toHaveLength(1)
  })

  it('says that nobody has talked with them, where they said no', () => {
    expect([...unknown({ type: 'declined' })]).toEqual([['no-talk', 'no-talk']])
    expect([...unknown({ type: 'notReached' })]).toEqual([['no-talk', 'no-talk']])
    expect(proposalsOf([])).toEqual([])
  })

  it('still has what was not asked as unknown after they stopped', () => {
    expect(unknown({ type: 'stopped', whoseChoice: 'young-person' }).get('safety.hurt-now')).toBe('not-asked')
  })

  it('drops what was taken out, and has what was put right', () => {
    expect(said(told('push.bullying'), { type: 'withdrawn', event: idOf(2) })).toEqual([])
    expect(
      said({ type: 'concernRaised', concern: idOf(700), words: 'A.' }, { type: 'withdrawn', event: idOf(2) }),
    ).toEqual([])
  })
})

describe('the places of the balance', () => {
  const prompts = promptsIn(guide2)
  const known = (id: string) =>
    prompts.has(id) || coverage.some(item => item.id === id) || guide2.concern.prompts.some(each => each.id === id)
  const begins = (id: string) => [...prompts.keys(), ...coverage.map(item => item.id)].some(each => each.startsWith(id))

  it('name nothing that the guide does not have, and each why', () => {
    const wrong = balancePlaces.filter(
      ({ of, sources }) => sources.length === 0 || !(of === 'concern' || (of.endsWith('.') ? begins(of) : known(of))),
    )
    expect(wrong).toEqual([])
    expect(new Set(balancePlaces.map(({ of }) => of)).size).toBe(balancePlaces.length)
    expect(unknownPrompts.filter(id => !prompts.has(id))).toEqual([])
  })

  it('have a place for everything the guide marks as danger', () => {
    const safety = coverage.filter(item => item.safety).map(({ id }) => id)
    expect(safety.filter(id => placeOf(id)?.part !== 'worries')).toEqual([])
  })

  it('have among the unknowns every plain question about safety', () => {
    const plainOnes = [...prompts.values()].filter(
      ({ prompt, stage }) => prompt.kind === 'plain' && (stage.id === 'safety' || stage.id === 'feelings'),
    )
    expect(plainOnes.map(({ prompt }) => prompt.id).filter(id => !unknownPrompts.includes(id))).toEqual([])
  })
})
