import { describe, expect, it } from 'vitest'
import { type Fault, faultsIn } from '../../dialogs/guide/faults.ts'
import { guide2, guideOfVersion, publishedGuides } from '../../dialogs/guide/guide.ts'
import { prompt } from '../../dialogs/guide/prompt.ts'
import { type Condition, Guide, type Path, type Prompt, type Stage, type Topic } from '../../dialogs/guide/schema.ts'
import { wordKeysOf } from '../../dialogs/guide/wordKeys.ts'
import words from '../../locales/en/guide.json' with { type: 'json' }

const first = prompt({ id: 'a.first', kind: 'choice', options: ['one', 'two'] })
const second = prompt({ id: 'a.second', kind: 'account', listenFor: ['push.bored'] })

const topicOf = (prompts: Prompt[], more: Partial<Topic> = {}): Topic => ({
  id: 'a.topic',
  paths: ['talk'],
  prompts,
  ...more,
})

const stageOf = (topics: Topic[], more: Partial<Stage> = {}): Stage => ({
  id: 'a',
  practitionerOnly: false,
  pensDown: false,
  topics,
  ...more,
})

/** A tiny guide with nothing wrong, unless what is given makes it so. */
const guideOf = (prompts: Prompt[], more: Partial<Guide> = {}): Guide => ({
  version: 1,
  stages: [stageOf([topicOf(prompts)])],
  concern: topicOf([prompt({ id: 'concern.kind', kind: 'text' })], { id: 'concern' }),
  coverage: [{ id: 'push.bored', safety: false, sources: ['CHESH-026'] }],
  ...more,
})

const sound = guideOf([first, second])

const third = (askWhen: Condition) => prompt({ id: 'a.third', kind: 'account', askWhen })

const onPaths = (paths: Path[], prompts: Prompt[]): Stage[] => [
  stageOf([topicOf([first, second]), topicOf(prompts, { id: 'a.other', paths })]),
]

describe('faultsIn', () => {
  it('finds nothing in a sound guide', () => {
    expect(faultsIn(sound)).toEqual([])
  })

  it.each<{ fault: Fault; guide: Guide }>([
    { fault: { kind: 'duplicate-id', at: 'a.first' }, guide: guideOf([first, first, second]) },
    {
      fault: { kind: 'duplicate-id', at: 'a.first', about: 'one' },
      guide: guideOf([{ ...first, options: ['one', 'one'] }, second]),
    },
    {
      fault: { kind: 'unknown-coverage', at: 'a.second', about: 'push.unheard-of' },
      guide: guideOf([first, { ...second, listenFor: ['push.bored', 'push.unheard-of'] }]),
    },
    {
      fault: { kind: 'unknown-coverage', at: 'a.more', about: 'push.unheard-of' },
      guide: guideOf([first, { ...second, followUps: [{ id: 'a.more', opens: ['push.unheard-of'], sources: [] }] }]),
    },
    {
      fault: { kind: 'opens-what-is-not-listened-for', at: 'a.more', about: 'push.bored' },
      guide: guideOf([{ ...first, followUps: [{ id: 'a.more', opens: ['push.bored'], sources: [] }] }, second]),
    },
    {
      fault: { kind: 'never-listened-for', at: 'push.bored' },
      guide: guideOf([first, { ...second, listenFor: [] }]),
    },
    {
      fault: { kind: 'looks-at-nothing', at: 'a.third', about: 'a.nothing' },
      guide: guideOf([first, second, third({ answered: 'a.nothing', is: 'one' })]),
    },
    {
      fault: { kind: 'looks-at-nothing', at: 'a.third', about: 'push.unheard-of' },
      guide: guideOf([first, second, third({ told: 'push.unheard-of' })]),
    },
    {
      fault: { kind: 'looks-forward', at: 'a.third', about: 'a.first' },
      guide: guideOf([third({ answered: 'a.first', is: 'one' }), first, second]),
    },
    {
      fault: { kind: 'looks-forward', at: 'a.third', about: 'push.bored' },
      guide: guideOf([third({ not: { told: 'push.bored' } }), first, second]),
    },
    {
      fault: { kind: 'looks-forward', at: 'a.topic', about: 'a.first' },
      guide: guideOf([first, second], {
        stages: [stageOf([topicOf([first, second], { askWhen: { answered: 'a.first', is: 'one' } })])],
      }),
    },
    {
      fault: { kind: 'no-such-option', at: 'a.third', about: 'a.first three' },
      guide: guideOf([first, second, third({ answered: 'a.first', is: 'three' })]),
    },
    {
      fault: { kind: 'no-such-option', at: 'a.third', about: 'a.second yes' },
      guide: guideOf([first, second, third({ answered: 'a.second', is: 'yes' })]),
    },
    {
      fault: { kind: 'condition-in-concern', at: 'concern.kind' },
      guide: guideOf([first, second], {
        concern: topicOf([prompt({ id: 'concern.kind', kind: 'text', askWhen: { told: 'push.bored' } })], {
          id: 'concern',
        }),
      }),
    },
    {
      fault: { kind: 'never-due', at: 'a.third' },
      guide: guideOf([
        first,
        second,
        third({
          all: [
            { answered: 'a.first', is: 'one' },
            { answered: 'a.first', is: 'two' },
          ],
        }),
      ]),
    },
    {
      fault: { kind: 'never-due', at: 'a.third' },
      guide: guideOf([first, second, third({ all: [{ told: 'push.bored' }, { not: { told: 'push.bored' } }] })]),
    },
    {
      fault: { kind: 'never-due', at: 'a.third' },
      guide: guideOf([first, second], { stages: onPaths(['declined'], [third({ answered: 'a.first', is: 'one' })]) }),
    },
    {
      fault: { kind: 'never-due', at: 'a.fourth' },
      guide: guideOf([
        first,
        second,
        { ...third({ answered: 'a.first', is: 'one' }), kind: 'plain' },
        prompt({
          id: 'a.fourth',
          kind: 'account',
          askWhen: {
            all: [
              { answered: 'a.third', is: 'yes' },
              { answered: 'a.first', is: 'two' },
            ],
          },
        }),
      ]),
    },
    {
      fault: { kind: 'options-missing', at: 'a.third' },
      guide: guideOf([first, second, prompt({ id: 'a.third', kind: 'choices' })]),
    },
    {
      fault: { kind: 'options-not-allowed', at: 'a.second' },
      guide: guideOf([first, { ...second, options: ['one', 'two'] }]),
    },
    {
      fault: { kind: 'more-than-said-with-pens-down', at: 'a.first' },
      guide: guideOf([], { stages: [stageOf([topicOf([first, second])], { pensDown: true })] }),
    },
    {
      fault: { kind: 'more-than-said-with-pens-down', at: 'a.second' },
      guide: guideOf([], { stages: [stageOf([topicOf([first, { ...second, kind: 'say' }])], { pensDown: true })] }),
    },
    { fault: { kind: 'ages-wrong', at: 'a.first' }, guide: guideOf([{ ...first, ages: ['11to15'] }, second]) },
    {
      fault: { kind: 'ages-wrong', at: 'a.first' },
      guide: guideOf([{ ...first, ages: ['over15', 'over15'] }, second]),
    },
    {
      fault: { kind: 'regimes-wrong', at: 'a.first' },
      guide: guideOf([{ ...first, regimes: ['all-shared'] }, second]),
    },
    {
      fault: { kind: 'unknown-source', at: 'a.first', about: 'CBC-059' },
      guide: guideOf([{ ...first, sources: ['CBC-059'] }, second]),
    },
  ])('finds $fault.kind at $fault.at', ({ fault, guide }) => {
    expect(faultsIn(guide)).toContainEqual(fault)
  })

  it('takes several options of one prompt together where any number may be chosen', () => {
    const several = { ...first, kind: 'choices' as const }
    const both: Condition = {
      all: [
        { answered: 'a.first', is: 'one' },
        { answered: 'a.first', is: 'two' },
      ],
    }
    expect(faultsIn(guideOf([several, second, third(both)]))).toEqual([])
  })

  const complete = Object.fromEntries(wordKeysOf(sound).map(key => [key, 'words']))

  it.each<{ fault: Fault; given: Record<string, string> }>([
    {
      fault: { kind: 'words-missing', at: 'prompt/a.first', about: 'xx' },
      given: { ...complete, 'prompt/a.first': ' ' },
    },
    {
      fault: { kind: 'words-left-over', at: 'prompt/a.gone', about: 'xx' },
      given: { ...complete, 'prompt/a.gone': 'words' },
    },
    {
      fault: { kind: 'unknown-placeholder', at: 'prompt/a.first', about: 'xx' },
      given: { ...complete, 'prompt/a.first': 'Ask {{nobody}}.' },
    },
  ])('finds $fault.kind in a language', ({ fault, given }) => {
    expect(faultsIn(sound, { xx: complete })).toEqual([])
    expect(faultsIn(sound, { xx: given })).toEqual([fault])
  })
})

describe.each(publishedGuides)('guide version $version', guide => {
  it('fits its schema', () => {
    expect(Guide.parse(guide)).toEqual(guide)
  })

  it('has no fault, and every word in English', () => {
    // What only a later version says is left over for the earlier ones.
    const own = Object.fromEntries(wordKeysOf(guide).map(key => [key, words[key as keyof typeof words]]))
    expect(faultsIn(guide, { en: own })).toEqual([])
  })

  it('has prompt ids that begin with their stage', () => {
    const strangers = guide.stages.flatMap(stage =>
      stage.topics.flatMap(topic => [topic, ...topic.prompts].filter(({ id }) => !id.startsWith(`${stage.id}.`))),
    )
    expect(strangers).toEqual([])
  })

  it('is found by its version', () => {
    expect(guideOfVersion(guide.version)).toBe(guide)
  })
})

describe('the newest guide', () => {
  it('asks nothing of harm, exploitation or trafficking that two people could quietly differ on', () => {
    const quiet = guide2.coverage.filter(({ id, safety }) => /^(?:harm|exploitation|trafficking)\./.test(id) && !safety)
    expect(quiet.map(({ id }) => id)).toEqual(['harm.medical-help', 'trafficking.where-they-live-now'])
  })
})

it('has no guide for a version that was never published', () => {
  expect(() => guideOfVersion(99)).toThrow('No guide has version 99')
})
