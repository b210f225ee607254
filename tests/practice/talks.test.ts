import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isTold } from '../../dialogs/practice/young/practiceState.ts'
import { played } from '../../dialogs/practice/young/practiceTalk.ts'
import { practiceTalks } from '../../locales/practiceTalks.ts'
import { saidIn, talkText } from './talkText.ts'

const folder = new URL('talks/', import.meta.url)
const recorded = readdirSync(folder)
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')

describe.each([...practiceTalks().talks])('%s', (id, talk) => {
  it.each(recorded.filter(name => name.startsWith(`${id}.`)))('goes as it was recorded in %s, byte for byte', name => {
    const { level, seed, said } = saidIn(textOf(name))
    expect(talkText(talk, level, seed, said)).toBe(textOf(name))
  })

  it('tells somebody who asks well more than somebody who presses', () => {
    const told = (how: string) => {
      const { level, seed, said } = saidIn(textOf(`${id}.${how}.txt`))
      const state = played(talk, level, seed, said).at(-1)?.state
      return talk.scenario.units.filter(unit => state && isTold(state, unit.id)).length
    }
    expect(told('well')).toBeGreaterThan(told('poorly'))
    expect(told('well')).toBeGreaterThan(talk.scenario.units.length / 3)
  })
})
