import { describe, expect, it } from 'vitest'
import { cli, running } from './running.ts'

describe('scenarios', () => {
  it('says of a scenario that it has no fault', async () => {
    const { code, output } = await cli(['scenarios', 'arguments-at-home', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(output)).toEqual({ scenario: 'arguments-at-home', faults: [] })
  })

  it('says which scenario is not there, in a sentence and with a code that is not 0', async () => {
    const { code, errors } = await cli(['scenarios', 'no-such'])
    expect(code).not.toBe(0)
    expect(errors).toContain('no-such')
  })
})

describe('npm run chat -- --practice', () => {
  const chat = (args: readonly string[], input = '') => running('bot/chat.ts', args, input, { LANG: 'en_GB.UTF-8' })
  const talk = 'Hello, I am Sam.\nTell me everything that happened.\nwait\nquit\n'

  it('talks, and tells what was asked and told', async () => {
    const { code, output, errors } = await chat(['--practice', 'arguments-at-home'], talk)
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toContain('Posy Sampleton is invented')
    expect(output).toMatch(/Questions you asked: 1, of them open .*: 1\./)
  })

  it('gives the same bytes for the same words and seed', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(() => chat(['--practice', 'arguments-at-home', '--seed', '9'], talk)),
    )
    expect(one?.output).toBe(two?.output)
  })

  it.each([
    [['--practice', 'no-such'], 'arguments-at-home'],
    [['--practice', 'arguments-at-home', '--level', 'no-such'], 'gentle'],
    [['--practice', 'arguments-at-home', '--seed', 'x'], 'whole number'],
    [['--no-such'], '--practice'],
  ])('says what to do instead of %s', async (args, expected) => {
    const { code, errors } = await chat(args)
    expect(code).toBe(1)
    expect(errors).toContain(expected)
    expect(errors.trim().split('\n')).toHaveLength(1)
  })
})
