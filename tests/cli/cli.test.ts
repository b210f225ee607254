import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guide2 } from '../../dialogs/guide/guide.ts'
import { english } from '../bot/botOverHttp.ts'
import { readPdf } from '../support/readPdf.ts'
import { tokensIn } from '../support/tokensIn.ts'
import { cli } from './running.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'return-talk-cli-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

describe('guide', () => {
  it('prints the whole guide as JSON alone', async () => {
    const { code, output, errors } = await cli(['guide', '--json', '--all-languages'])
    const shape = JSON.parse(output) as {
      version: number
      stages: { id: string; topics: { prompts: { practitionerOnly: boolean; words: object }[] }[] }[]
    }
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(shape.version).toBe(guide2.version)
    expect(shape.stages.map(({ id }) => id)).toEqual(guide2.stages.map(({ id }) => id))
    for (const { practitionerOnly, words } of shape.stages.flatMap(({ topics }) => topics).flatMap(t => t.prompts)) {
      // What a young person hears is in every language, and nowhere empty; what a practitioner reads is in theirs.
      expect(Object.keys(words)).toEqual(practitionerOnly ? ['en', 'cy'] : english.languages)
      expect(JSON.stringify(words)).not.toContain('""')
    }
  })
})

describe('sources', () => {
  it('accounts for every item of the guidance as JSON alone', async () => {
    const { code, output } = await cli(['sources', '--json'])
    const account = JSON.parse(output) as { id: string; status: string }[]
    expect(code).toBe(0)
    expect(account).toHaveLength(586)
    expect(account[0]).toMatchObject({ id: 'CHESH-001', where: expect.any(Array) })
  })
})

describe('hear', () => {
  const line = (account: string) => JSON.stringify({ prompt: 'leaving.before-you-went', account })

  it('prints one line of JSON for each line it reads', async () => {
    const { code, output } = await cli(['hear'], `${line('We argued at home.')}\n${line('It rained.')}\n`)
    const lines = output
      .trim()
      .split('\n')
      .map(each => JSON.parse(each) as unknown)
    expect(code).toBe(0)
    expect(lines).toEqual([
      { suggestions: [{ coverage: 'push.arguments-at-home', told: 'yes', because: expect.any(String) }] },
      { suggestions: [] },
    ])
  })

  it('reads past blank lines, line ends of Windows, and the mark at the beginning of a file', async () => {
    const { code, output } = await cli(['hear'], `\uFEFF${line('It rained.')}\r\n\r\n \n${line('It rained.')}`)
    expect({ code, output }).toEqual({ code: 0, output: '{"suggestions":[]}\n'.repeat(2) })
  })

  it.each([
    ['what is not JSON', 'MARKED words'],
    ['a prompt that is not in the guide', JSON.stringify({ prompt: 'MARKED.prompt', account: 'MARKED words' })],
    ['no account', JSON.stringify({ prompt: 'leaving.before-you-went' })],
  ])('refuses %s with a sentence that quotes none of it', async (_, input) => {
    const { code, output, errors } = await cli(['hear'], input)
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toMatch(/^Line 1 .+\.\n$/)
    expect(errors).not.toContain('MARKED')
  })
})

describe('code', () => {
  const line = (question: string, ...said: string[]) => JSON.stringify({ said, question })

  it('prints the class, the flags and why, for each line it reads', async () => {
    const { code, output } = await cli(
      ['code'],
      `${line('Did he hit you?')}\n${line('Did he hit you?', 'My dad hit me.')}\n`,
    )
    expect(code).toBe(0)
    expect(
      output
        .trim()
        .split('\n')
        .map(each => JSON.parse(each) as unknown),
    ).toEqual([
      { class: 'suggestive', flags: [], because: [expect.objectContaining({ code: 'suggestive' })] },
      { class: 'option-posing', flags: [], because: [expect.objectContaining({ code: 'option-posing' })] },
    ])
  })

  it.each([
    ['what is not JSON', 'MARKED words'],
    ['no question', JSON.stringify({ said: ['MARKED words'] })],
  ])('refuses %s with a sentence that quotes none of it', async (_, input) => {
    const { code, output, errors } = await cli(['code'], input)
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toMatch(/^Line 1 .+\.\n$/)
    expect(errors).not.toContain('MARKED')
  })
})

describe('token', () => {
  it('prints a token of that role on its last line, signed with a key that is nobody else’s', async () => {
    const { code, output } = await cli(['token', '--as', 'coordinator'], '', { DATA_DIR: dataDir })
    const token = output.trim().split('\n').at(-1) ?? ''
    const { personOf } = await tokensIn(dataDir)
    expect(code).toBe(0)
    expect(await personOf(token)).toEqual({ id: 'coordinator', role: 'coordinator' })
  })

  // Nobody can write there, root included.
  it.runIf(process.platform === 'linux').each([
    [['token', '--as', 'interviewer'], '/proc/nothing/there', 'cannot be made'],
    [['verify'], '/proc/nothing/there', 'cannot be made'],
    [['verify'], '/proc', 'cannot be written to'],
  ])('%s says in a sentence that %s is no data folder', async (args, folder, why) => {
    const { code, output, errors } = await cli(args, '', { DATA_DIR: folder })
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toContain(why)
    expect(errors.trim().split('\n')).toHaveLength(1)
  })

  it.each([[['token']], [['token', '--as', 'nobody']]])('%s lists the roles', async args => {
    const { code, errors } = await cli(args)
    expect(code).toBe(1)
    expect(errors).toContain('interviewer')
  })
})

describe('script', () => {
  it('prints every word said to a young person, by stage, with room to write', async () => {
    const { code, output } = await cli(['script', 'en'])
    const words = english.words('en', 'guide')
    expect(code).toBe(0)
    expect(output).toContain(`Guide version ${guide2.version}`)
    expect(output).toContain('____')
    expect(output).not.toContain('{{')
    const prompts = guide2.stages
      .filter(stage => !stage.practitionerOnly)
      .flatMap(stage => stage.topics)
      .flatMap(topic => topic.prompts)
    for (const { id, regimes, followUps } of prompts) {
      const key = regimes.length > 0 ? `prompt/${id}/all-shared` : `prompt/${id}`
      expect(output).toContain(words(key).split('{{')[0])
      for (const followUp of followUps) expect(output).toContain(words(`follow-up/${followUp.id}`))
    }
  })

  it.each([[['script', 'xx']], [['script', 'en', 'xx']]])('%s says which languages there are', async args => {
    const { code, errors } = await cli(args)
    expect(code).toBe(1)
    expect(errors).toContain('en')
  })
})

describe('script --pdf', () => {
  it('writes the paper that is named as a PDF, once', { timeout: 60_000 }, async () => {
    const file = join(dataDir, 'tigrinya.pdf')
    const asked = ['script', 'ti', '--pdf', file, '--stage', 'safety', '--age', 'under11']
    const { code, output, errors } = await cli(asked)
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toContain(file)
    const kept = await readFile(file)
    const pages = await readPdf(kept)
    expect(pages[0]?.text).toContain('Guide version 2 · Tigrinya')
    expect(pages.map(({ text }) => text).join()).toContain('Think of ten steps.')
    const again = await cli(asked)
    expect(again.code).toBe(1)
    expect(again.errors).toMatch(/is there already: name a new file\.\n$/)
    expect(await readFile(file)).toEqual(kept)
  })

  it('writes the other papers too', { timeout: 60_000 }, async () => {
    const file = join(dataDir, 'numbers.pdf')
    expect(await cli(['script', 'ps', '--pdf', file, '--paper', 'numbers'])).toMatchObject({ code: 0, errors: '' })
    expect((await readPdf(await readFile(file)))[0]?.text).toContain('I speak Pashto.')
  })

  it.each([
    [['--stage', 'prepare'], /^Name one stage: welcome, /],
    [['--paper', 'poster'], /^Name one paper: script, /],
    [['--age', '12'], /^Name one age: under11, /],
    [['--paper', 'card', '--stage', 'plan'], /^Only the script has stages/],
    [['--paper', 'numbers', '--age', 'under11'], /^This paper is the same for every age/],
  ])('refuses %o in a sentence, and writes nothing', async (more, why) => {
    const file = join(dataDir, 'never.pdf')
    const { code, errors } = await cli(['script', 'ar', '--pdf', file, ...more])
    expect(code).toBe(1)
    expect(errors).toMatch(why)
    expect(errors.trim().split('\n')).toHaveLength(1)
    await expect(readFile(file)).rejects.toThrow('ENOENT')
  })

  it('says that what to print goes with a file', async () => {
    expect((await cli(['script', 'ar', '--stage', 'plan'])).errors).toMatch(/go with --pdf <file>\.\n$/)
  })
})

describe('any other word', () => {
  it.each([[[]], [['nothing']], [['--help']], [['toString']]])('%s lists the commands', async args => {
    const { code, output, errors } = await cli(args)
    expect({ code, output }).toEqual({ code: 1, output: '' })
    for (const command of ['guide', 'sources', 'hear', 'code', 'token', 'script', 'verify'])
      expect(errors).toContain(command)
  })

  it('refuses an option that a command does not take', async () => {
    const { code, errors } = await cli(['guide', '--yaml'])
    expect(code).toBe(1)
    expect(errors).toMatch(/--yaml/)
    expect(errors).not.toMatch(/ at /)
  })
})
