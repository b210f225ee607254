import { describe, expect, it } from 'vitest'
import { guide2 } from '../../dialogs/guide/guide.ts'
import { guideShape } from '../../dialogs/guide/guideShape.ts'
import { prompt } from '../../dialogs/guide/prompt.ts'
import type { Guide } from '../../dialogs/guide/schema.ts'
import { promptWordsKey, wordKeysOf } from '../../dialogs/guide/wordKeys.ts'
import words from '../../locales/en/guide.json' with { type: 'json' }

const hello = prompt({
  id: 'a.hello',
  kind: 'say',
  ages: ['under11'],
  regimes: ['all-shared', 'safeguarding-only'],
  hinted: true,
})
const how = prompt({
  id: 'a.how',
  kind: 'choice',
  options: ['one', 'two'],
  listenFor: ['push.bored'],
  followUps: [{ id: 'a.more', opens: ['push.bored'], sources: [] }],
  sources: ['CBC-001'],
})
const tiny: Guide = {
  version: 7,
  stages: [
    {
      id: 'a',
      practitionerOnly: true,
      pensDown: false,
      topics: [{ id: 'a.topic', paths: ['talk'], prompts: [hello, how] }],
    },
  ],
  concern: { id: 'concern', paths: ['talk'], prompts: [prompt({ id: 'concern.pass-on', kind: 'say' })] },
  coverage: [{ id: 'push.bored', safety: false, sources: ['CHESH-026'] }],
}

/** Each word is its own key. */
const named = Object.fromEntries(wordKeysOf(tiny).map(key => [key, key]))

describe('guideShape', () => {
  it('gives every prompt its words in each language', () => {
    expect(guideShape(tiny, { en: named })).toEqual({
      version: 7,
      stages: [
        {
          id: 'a',
          title: 'stage/a',
          topics: [
            {
              id: 'a.topic',
              title: 'topic/a.topic',
              prompts: [
                {
                  id: 'a.hello',
                  kind: 'say',
                  practitionerOnly: true,
                  words: {
                    en: {
                      default: 'prompt/a.hello/all-shared',
                      under11: 'prompt/a.hello/all-shared/under11',
                      regimes: {
                        'all-shared': {
                          default: 'prompt/a.hello/all-shared',
                          under11: 'prompt/a.hello/all-shared/under11',
                        },
                        'safeguarding-only': {
                          default: 'prompt/a.hello/safeguarding-only',
                          under11: 'prompt/a.hello/safeguarding-only/under11',
                        },
                      },
                    },
                  },
                  listenFor: [],
                  followUps: [],
                  sources: [],
                },
                {
                  id: 'a.how',
                  kind: 'choice',
                  practitionerOnly: true,
                  words: { en: { default: 'prompt/a.how' } },
                  listenFor: ['push.bored'],
                  followUps: [{ id: 'a.more', words: { en: 'follow-up/a.more' } }],
                  sources: ['CBC-001'],
                  options: ['one', 'two'],
                },
              ],
            },
          ],
        },
      ],
      concern: {
        id: 'concern',
        title: 'topic/concern',
        prompts: [
          {
            id: 'concern.pass-on',
            kind: 'say',
            practitionerOnly: false,
            words: { en: { default: 'prompt/concern.pass-on' } },
            listenFor: [],
            followUps: [],
            sources: [],
          },
        ],
      },
      coverage: [{ id: 'push.bored', title: 'coverage/push.bored', sources: ['CHESH-026'] }],
    })
  })

  it('has no empty word for the published guide in English', () => {
    expect(JSON.stringify(guideShape(guide2, { en: words }))).not.toContain('""')
  })
})

describe('promptWordsKey', () => {
  it.each([
    { prompt: how, age: 'under11', regime: 'all-shared', key: 'prompt/a.how' },
    { prompt: hello, age: '11to15', regime: 'safeguarding-only', key: 'prompt/a.hello/safeguarding-only' },
    { prompt: hello, age: 'under11', regime: 'all-shared', key: 'prompt/a.hello/all-shared/under11' },
    { prompt: hello, age: 'over15', regime: 'all-shared', key: 'prompt/a.hello/all-shared' },
  ] as const)('is $key', ({ prompt, age, regime, key }) => {
    expect(promptWordsKey(prompt, age, regime)).toBe(key)
  })

  it('always gives a key that the guide counts among its words', () => {
    const keys = new Set(wordKeysOf(guide2))
    const prompts = [...guide2.stages.flatMap(stage => stage.topics), guide2.concern].flatMap(topic => topic.prompts)
    const lost = prompts.flatMap(each =>
      (['under11', '11to15', 'over15'] as const).flatMap(age =>
        (['all-shared', 'safeguarding-only'] as const)
          .map(regime => promptWordsKey(each, age, regime))
          .filter(key => !keys.has(key)),
      ),
    )
    expect(lost).toEqual([])
  })
})
