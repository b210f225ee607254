import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { screenLanguage } from '../../bot/screenLanguage.ts'
import { english, talking } from './botOverHttp.ts'

let talk: Awaited<ReturnType<typeof talking>>
beforeAll(async () => {
  talk = await talking()
})
afterAll(() => talk.close())

describe('the language a practitioner is spoken to in', () => {
  it.each([
    ['cy', 'cy'],
    ['cy-GB', 'cy'],
    ['cy_GB.UTF-8', 'cy'],
    ['en-GB', 'en'],
    ['ar', 'en'],
    ['C.UTF-8', 'en'],
    [undefined, 'en'],
  ])('of %s is %s', (locale, language) => {
    expect(screenLanguage(locale)).toBe(language)
  })

  it('is Welsh for a channel in Welsh: its own words, the titles, the commands, and the talk from its start', async () => {
    const cy = english.words('cy', 'bot')
    const conversation = randomUUID()
    const saying = (text: string) => talk.say(text, { conversation, locale: 'cy-GB' })
    const [start = ''] = cy('command/start').split('; ')
    expect((await saying(start)).text).toContain(cy('opened'))
    expect((await saying('go welcome.you-decide')).text).toContain(
      english.words('cy', 'guide')('prompt/welcome.you-decide'),
    )
    const [where = ''] = cy('command/where').split('; ')
    expect((await saying(where)).text).toContain(english.words('cy', 'guide')('topic/welcome.hello'))
  })

  it('stays Welsh beside a talk in another language, and answers are read in either', async () => {
    const conversation = randomUUID()
    const saying = (text: string) => talk.say(text, { conversation, locale: 'cy' })
    await saying('start')
    await saying('language ar')
    const asked = await saying('go safety.hurt-now')
    expect(asked.text).toContain(english.words('ar', 'guide')('prompt/safety.hurt-now'))
    expect(asked.text).toContain(english.words('cy', 'guide')('prompt/safety.hurt-now'))
    const answered = await saying(english.words('cy', 'guide')('answer/no'))
    const kept = (await talk.events(answered.data?.interview)).at(-1)
    expect(kept).toMatchObject({ type: 'answered', prompt: 'safety.hurt-now', answer: { kind: 'plain', said: 'no' } })
  })
})

describe('a command of two words', () => {
  it('is not taken for one of them and a place that begins with the other', async () => {
    const conversation = randomUUID()
    await talk.say('start', { conversation })
    expect((await talk.say('go to feelings', { conversation })).data?.stage).toBe('feelings')
  })
})
