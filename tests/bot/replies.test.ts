import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTranslator } from '../../locales/translator.ts'
import { english, talking } from './botOverHttp.ts'

const file = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../locales/en/${name}.json`, import.meta.url), 'utf8')) as Record<string, string>

/** English, and a second language with as many words as the tests look at. */
const translator = createTranslator({
  en: { guide: file('guide'), bot: file('bot'), console: {} },
  cy: {
    guide: {
      'prompt/safety.hurt-now': 'Wyt ti wedi brifo nawr?',
      'prompt/prepare.returned': 'Pryd ddaethon nhw yn ôl?',
      'answer/yes': 'Ydw',
      'answer/no': 'Nac ydw',
      'answer/rather-not': 'Gwell gen i beidio â dweud',
    },
    bot: {},
    console: {},
  },
})

let talk: Awaited<ReturnType<typeof talking>>
beforeAll(async () => {
  talk = await talking({ translator })
})
afterAll(() => talk.close())

/** The last answer in an interview of its own in which these were said. */
async function saying(...texts: readonly string[]) {
  const conversation = randomUUID()
  let reply = await talk.say('start', { conversation })
  for (const text of texts) reply = await talk.say(text, { conversation })
  const record = await talk.services.interviews.record(reply.data?.interview ?? '')
  return { ...reply, values: (id: string) => record?.fields[id]?.entries.map(({ value }) => value) ?? [] }
}

describe('a reply that is not exactly one of the answers', () => {
  it.each([
    ['prepare.interviewer', 'not police'],
    ['prepare.interviewer', 'police or a worker they know'],
    ['prepare.interviewer', '9'],
    ['safety.hurt-now', 'no yes'],
    ['safety.hurt-now', 'yes and no'],
    ['safety.hurt-now', 'he said no'],
    ['safety.hurt-now', 'yesterday'],
    ['safety.how-safe', 'about 5'],
    ['safety.how-safe', '11'],
    ['prepare.returned', '31/02/2025'],
    ['prepare.returned', '03/04/25'],
  ])('at %s, "%s", is not recorded, and the prompt stays', async (prompt, text) => {
    const reply = await saying(`go ${prompt}`, text)
    expect(reply.values(prompt)).toEqual([])
    expect(reply.data?.prompt?.id).toBe(prompt)
  })

  it('can be kept as their words by one tap, and only then', async () => {
    const refused = await saying('go safety.hurt-now', 'He said no.')
    expect(refused.actions).toContain('words He said no.')
    const kept = await saying('go safety.hurt-now', 'He said no.', 'words He said no.')
    expect(kept.values('safety.hurt-now')).toEqual([{ kind: 'account', words: 'He said no.' }])
    expect(kept.data?.prompt?.id).toBe('safety.hurt-now')
  })

  it('is never offered as their words where the practitioner is asked', async () => {
    expect((await saying('go prepare.interviewer', 'not police')).actions.join()).not.toContain('words')
  })
})

describe('a date', () => {
  it.each([
    ['03/04/2025', 'Thursday 3 April 2025'],
    ['٠٣/٠٤/٢٠٢٥', 'Thursday 3 April 2025'],
    ['۰۳/۰۴/۲۰۲۵', 'Thursday 3 April 2025'],
    ['3 April 2025 2.30pm', 'Thursday 3 April 2025, 14:30'],
  ])('written %s is read back as %s', async (text, readBack) => {
    const reply = await saying('go prepare.returned', text)
    expect(reply.text).toContain(readBack)
    expect(reply.values('prepare.returned')[0]).toMatchObject({ date: '2025-04-03', asSaid: text })
  })

  it('is read back in the language of the talk', async () => {
    const reply = await saying('language cy', 'go prepare.returned', '03/04/2025')
    expect(reply.text).toContain('Dydd Iau')
  })

  it('that is not certain is kept as it was said, with no date', async () => {
    const reply = await saying('go prepare.returned', 'some time on Thursday')
    expect(reply.values('prepare.returned')).toEqual([{ kind: 'when', asSaid: 'some time on Thursday' }])
  })
})

describe('digits', () => {
  it.each(['7', '٧', '۷'])('%s is 7', async text => {
    expect((await saying('go safety.how-safe', text)).values('safety.how-safe')).toEqual([{ kind: 'scale', value: 7 }])
  })
})

describe('a language', () => {
  it('reaches the prompt that is already shown, and its options', async () => {
    const reply = await saying('go safety.hurt-now', 'language cy')
    expect(reply.text).toContain('Wyt ti wedi brifo nawr?')
    expect(reply.text).toContain('Are you hurt now?')
    expect(reply.data?.prompt?.options).toEqual([
      { code: 'yes', label: 'Ydw' },
      { code: 'no', label: 'Nac ydw' },
      { code: 'rather-not', label: 'Gwell gen i beidio â dweud' },
    ])
  })

  it.each(['Ydw', 'yes', '1'])('takes "%s"', async text => {
    const reply = await saying('go safety.hurt-now', 'language cy', text)
    expect(reply.values('safety.hurt-now')).toEqual([{ kind: 'plain', said: 'yes' }])
  })

  it('that is not here is refused', async () => {
    const reply = await saying('language xx')
    expect(reply.text).toContain(english.words('en', 'bot')('problem/unknown-language'))
  })
})

describe('words', () => {
  it.each([
    "O'Neil & <b>sons</b>",
    '{{recipients}} $t(problem/empty) {{- words}}',
    'next please',
    'not good',
    'keep away from him',
    'go home',
    'stop it he said',
    'correct me',
    'words hurt',
    'language is hard',
    'I said no',
    'مرحبا 🙂',
  ])('of a young person, "%s", are kept letter for letter and are no command', async words => {
    const reply = await saying('go leaving.before-you-went', words)
    expect(reply.values('leaving.before-you-went')).toEqual([{ kind: 'account', words }])
    expect((await saying('go leaving.before-you-went', words, 'said')).text).toContain(`“${words}”`)
  })

  it('follow the age and the sharing regime', async () => {
    const words = english.words('en', 'guide')
    const young = await saying('go prepare.age', 'under-11', 'go confidentiality.who-reads-it')
    const into = { ...talk.services.settings.said.en, practitioner: '' }
    expect(young.text).toContain(words('prompt/confidentiality.who-reads-it/all-shared/under11', into))
    expect(young.text).toContain('your social worker')
  })
})
