import type { FollowUp, Guide, Prompt, PromptKind } from '../../dialogs/guide/schema.ts'

/** A guide small enough to read at a glance: every kind of stage, and one prompt that depends on another. */
export const smallGuide: Guide = {
  version: 1,
  stages: [
    {
      id: 'prepare',
      practitionerOnly: true,
      pensDown: false,
      topics: [
        {
          id: 'prepare.who',
          paths: ['talk', 'declined', 'not-reached'],
          prompts: [
            ask('prepare.known-as', 'text', { voice: 'practitioner' }),
            ask('prepare.circumstances', 'choices', {
              voice: 'practitioner',
              options: ['looked-after', 'needs-interpreter', 'none-of-these'],
            }),
          ],
        },
      ],
    },
    stage('free', [{ id: 'free.chat', prompts: [ask('free.hello', 'say')] }], true),
    stage('leaving', [
      {
        id: 'leaving.before',
        prompts: [
          ask('leaving.what-happened', 'account', { listenFor: ['push.school', 'pull.friends'] }),
          ask('leaving.who-knew', 'choice', { options: ['friend', 'family', 'nobody'] }),
          ask('leaving.friend', 'people', { askWhen: { answered: 'leaving.who-knew', is: 'friend' } }),
        ],
      },
    ]),
    stage('safety', [
      {
        id: 'safety.now',
        prompts: [
          ask('safety.hurt', 'plain'),
          ask('safety.where-hurt', 'account', { askWhen: { answered: 'safety.hurt', is: 'yes' } }),
          ask('safety.scale', 'scale'),
        ],
      },
    ]),
    {
      id: 'after',
      practitionerOnly: true,
      pensDown: false,
      topics: [
        { id: 'after.notes', paths: ['talk'], prompts: [ask('after.view', 'text', { voice: 'practitioner' })] },
        {
          id: 'after.declined',
          paths: ['declined'],
          prompts: [ask('after.who-declined', 'choice', { voice: 'practitioner', options: ['child', 'parent'] })],
        },
        {
          id: 'after.not-reached',
          paths: ['not-reached'],
          prompts: [ask('after.attempts', 'text', { voice: 'practitioner' })],
        },
      ],
    },
  ],
  concern: {
    id: 'concern.now',
    paths: ['talk', 'declined', 'not-reached'],
    prompts: [
      ask('concern.pass-on', 'say'),
      ask('concern.told', 'choice', { voice: 'practitioner', options: ['told', 'not-told-unsafe'] }),
      ask('concern.done', 'text', { voice: 'practitioner' }),
    ],
  },
  coverage: [
    { id: 'push.school', safety: false, sources: [] },
    { id: 'pull.friends', safety: false, sources: [] },
    { id: 'harm.hurt', safety: true, sources: [] },
  ],
}

function ask(id: string, kind: PromptKind, more: Partial<Prompt> = {}): Prompt {
  const followUps: FollowUp[] = []
  return {
    id,
    kind,
    listenFor: [],
    followUps,
    hinted: false,
    ages: [],
    regimes: [],
    voice: 'young-person',
    sources: [],
    ...more,
  }
}

function stage(id: string, topics: { id: string; prompts: Prompt[] }[], pensDown = false): Guide['stages'][number] {
  return {
    id,
    practitionerOnly: false,
    pensDown,
    topics: topics.map(topic => ({ ...topic, paths: ['talk' as const] })),
  }
}
