import { describe, expect, it } from 'vitest'
import { guide2 } from '../../dialogs/guide/guide.ts'
import type { Path } from '../../dialogs/guide/schema.ts'
import { belongs } from '../../dialogs/plan/isDue.ts'
import type { Answer, RecordedEvent } from '../../dialogs/record/events.ts'
import { recordFrom } from '../../dialogs/record/recordFrom.ts'

type Given = { answers?: Record<string, Answer>; told?: string[]; path?: Path }

/** The prompts that belong in version 1 once these answers are given and these things told. */
function dueWhen({ answers = {}, told = [], path = 'talk' }: Given): string[] {
  const bodies = [
    { type: 'opened' as const, guide: 1, regime: 'all-shared' as const },
    ...Object.entries(answers).map(([prompt, answer]) => ({ type: 'answered' as const, prompt, answer })),
    ...told.map(coverage => ({ type: 'covered' as const, coverage, told: 'yes' as const })),
  ]
  const events = bodies.map(
    (body, index): RecordedEvent => ({
      ...body,
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      interview: 'invented',
      seq: index + 1,
      at: '2026-01-05T10:00:00Z',
      deviceAt: '2026-01-05T10:00:00+00:00',
      by: 'interviewer',
      from: 'console',
      voice: 'practitioner',
      language: 'en',
    }),
  )
  const record = { ...recordFrom(events), path }
  return guide2.stages.flatMap(stage =>
    stage.topics.flatMap(topic =>
      topic.prompts.filter(prompt => belongs({ prompt, topic, stage }, record)).map(({ id }) => id),
    ),
  )
}

const circumstances = (...options: string[]): Answer => ({ kind: 'choices', options })
const choice = (option: string): Answer => ({ kind: 'choice', option })
const said = (answer: 'yes' | 'no'): Answer => ({ kind: 'plain', said: answer })

const ordinary: Given = {
  answers: {
    'prepare.age': choice('from-11-to-15'),
    'prepare.circumstances': circumstances('none-of-these'),
    'prepare.interviewer': choice('independent-worker'),
    'safety.hurt-now': said('no'),
    'feelings.hurting-yourself': said('no'),
    'plan.agreement': choice('agreed'),
    'after.immediate': choice('none-raised'),
  },
}

describe('guide version 1', () => {
  it('keeps an ordinary talk to fifty things for the young person and twenty-two for the practitioner', () => {
    const due = dueWhen(ordinary)
    const own = due.filter(id => id.startsWith('prepare.') || id.startsWith('after.'))
    expect(due.length - own.length).toBeLessThanOrEqual(50)
    expect(own.length).toBeLessThanOrEqual(22)
  })

  it.each([
    { given: circumstances('needs-interpreter'), held: true },
    { given: circumstances('may-be-trafficked'), held: false },
    { given: circumstances('may-be-trafficked', 'needs-interpreter'), held: true },
    { given: circumstances('unaccompanied'), held: true },
    { given: circumstances('unaccompanied'), interpreter: 'not-needed', held: false },
    { given: circumstances('unaccompanied'), interpreter: 'not-cleared', held: true },
    { given: circumstances('unaccompanied'), interpreter: 'cleared', held: true },
    { given: circumstances('unaccompanied'), interpreter: 'cleared', accepted: 'no', held: true },
    { given: circumstances('unaccompanied'), interpreter: 'cleared', accepted: 'yes', held: false },
  ] as const)('holds the questions about being within reach: $held ($interpreter, $accepted)', row => {
    const answers: Record<string, Answer> = { 'prepare.circumstances': row.given }
    if ('interpreter' in row) answers['prepare.interpreter'] = choice(row.interpreter)
    if ('accepted' in row) answers['welcome.interpreter'] = said(row.accepted)
    const due = dueWhen({ answers })
    for (const id of ['while-away.work', 'safety.who-knows-where', 'coming-back.where-you-live-now']) {
      expect(due.includes(id)).toBe(!row.held)
    }
  })

  it('says nothing of independence where the worker is responsible for their care', () => {
    const answers = { 'prepare.interviewer': choice('responsible-for-their-care') }
    expect(dueWhen({ answers })).not.toContain('welcome.independent')
    expect(dueWhen(ordinary)).toContain('welcome.independent')
    for (const worker of ['worker-they-know', 'council-worker', 'police']) {
      expect(dueWhen({ answers: { 'prepare.interviewer': choice(worker) } })).toContain('welcome.independent')
    }
  })

  it('speaks of sexual health only once intimacy or a health reason has come up', () => {
    expect(dueWhen(ordinary)).not.toContain('safety.sexual-health')
    expect(dueWhen(ordinary)).not.toContain('safety.your-body')
    expect(dueWhen({ ...ordinary, told: ['harm.medical-need'] })).toContain('safety.your-body')
    expect(dueWhen({ ...ordinary, told: ['harm.medical-need'] })).not.toContain('safety.sexual-health')
    expect(dueWhen({ ...ordinary, told: ['away.intimate-contact'] })).toContain('safety.sexual-health')
  })

  it('asks about ending their life unless they said no and nothing else points to it', () => {
    expect(dueWhen({})).toContain('feelings.ending-your-life')
    expect(dueWhen(ordinary)).not.toContain('feelings.ending-your-life')
    expect(dueWhen({ ...ordinary, told: ['feeling.low-mood'] })).toContain('feelings.ending-your-life')
  })

  it('asks one who may be trafficked whether they were kept, but not through an interpreter they have not accepted', () => {
    const trafficked = { 'prepare.circumstances': circumstances('may-be-trafficked') }
    expect(dueWhen({ answers: trafficked })).toContain('safety.kept')
    const through = { 'prepare.circumstances': circumstances('may-be-trafficked', 'needs-interpreter') }
    expect(dueWhen({ answers: through })).not.toContain('safety.kept')
    const accepted = { ...through, 'prepare.interpreter': choice('cleared'), 'welcome.interpreter': said('yes') }
    expect(dueWhen({ answers: accepted })).toContain('safety.kept')
  })

  it('does not ask again whether they were kept once they have told it', () => {
    expect(dueWhen({ ...ordinary, told: ['harm.threatened'] })).toContain('safety.kept')
    expect(dueWhen({ ...ordinary, told: ['harm.threatened', 'harm.kept'] })).not.toContain('safety.kept')
  })

  it.each(['harm.sexual', 'harm.something-bad', 'harm.physically-hurt', 'away.drugs', 'away.slept-rough'])(
    'offers a doctor to one who is not hurt now where %s was told',
    told => {
      expect(dueWhen(ordinary)).not.toContain('safety.doctor')
      expect(dueWhen({ ...ordinary, told: [told] })).toContain('safety.doctor')
    },
  )

  it('asks how it is where they live of those who are looked after', () => {
    expect(dueWhen(ordinary)).not.toContain('leaving.where-you-live')
    const answers = { 'prepare.circumstances': circumstances('looked-after') }
    expect(dueWhen({ answers })).toContain('leaving.where-you-live')
  })

  it.each([
    { who: 'parent-or-carer', asked: true },
    { who: 'both', asked: true },
    { who: 'young-person', asked: false },
  ])('asks whether a parent or carer has refused before: $asked where $who said no', ({ who, asked }) => {
    const due = dueWhen({ path: 'declined', answers: { 'after.who-declined': choice(who) } })
    expect(due.includes('after.refused-before')).toBe(asked)
  })

  it('asks plainly only what is a matter of safety, an interpreter or a card', () => {
    const plain = guide2.stages
      .flatMap(stage => stage.topics)
      .flatMap(topic => topic.prompts)
      .filter(({ kind }) => kind === 'plain')
    expect(plain.map(({ id }) => id)).toEqual([
      'welcome.interpreter',
      'safety.hurt-now',
      'safety.doctor',
      'safety.kept',
      'safety.frightening',
      'safety.made-to-go-back',
      'safety.afraid-to-go-home',
      'safety.someone-else-in-danger',
      'safety.sexual-health',
      'feelings.hurting-yourself',
      'feelings.ending-your-life',
      'plan.card',
    ])
  })

  it('has an open follow-up, or a prompt of its own, for everything to listen for but what a prompt is about', () => {
    const heard = guide2.stages
      .filter(({ practitionerOnly }) => !practitionerOnly)
      .flatMap(stage => stage.topics.flatMap(topic => topic.prompts))
    const opened = heard.flatMap(({ kind, listenFor, followUps }) => [
      ...followUps.flatMap(({ opens }) => opens),
      ...(kind === 'plain' || listenFor.length === 1 ? listenFor : []),
    ])
    const unopened = guide2.coverage.map(({ id }) => id).filter(id => !opened.includes(id))
    expect(unopened).toEqual([
      'push.placement-problems',
      'away.where',
      'away.who-with',
      'feeling.while-away',
      'feeling.now',
      'safe.felt-safe',
      'return.problem-still-there',
      'return.other-things-to-do',
      'return.what-needs-to-happen',
      'family.police-investigation',
      'trafficking.made-to-work',
      'trafficking.moved-around',
      // A practitioner's view; no young person is asked about these.
      'exploitation.trafficking',
      'exploitation.extremism',
      'exploitation.radicalisation',
    ])
  })

  it('takes no notes of the first talk, and of nothing else', () => {
    expect(guide2.stages.filter(({ pensDown }) => pensDown).map(({ id }) => id)).toEqual(['problem-free'])
  })

  it('leaves a young person who says no with few words, and the practitioner with a record', () => {
    const due = dueWhen({ path: 'declined' })
    expect(due.filter(id => id.startsWith('plan.'))).toEqual([
      'plan.that-is-fine',
      'plan.one-thing',
      'plan.declined-helplines',
    ])
    expect(due.filter(id => !/^(?:prepare|plan|after)\./.test(id))).toEqual([])
    expect(due).toEqual(expect.arrayContaining(['after.immediate', 'after.who-declined', 'after.parents-account']))
  })

  it('asks nothing of a young person who could not be reached', () => {
    const due = dueWhen({ path: 'not-reached' })
    expect(due.filter(id => !/^(?:prepare|after)\./.test(id))).toEqual([])
    expect(due).toEqual(
      expect.arrayContaining(['prepare.known-as', 'after.attempts', 'after.immediate', 'after.actions']),
    )
  })
})
