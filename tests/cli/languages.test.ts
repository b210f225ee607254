import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readShipped } from '../../locales/shippedWords.ts'
import { fromXliff } from '../../locales/xliff.ts'
import { cli, running } from './running.ts'

const shipped = readShipped()
const codes = shipped.map(({ language }) => language.code)

const root = fileURLToPath(new URL('../../', import.meta.url))
let copy: string
let file: string
let before: string
/** Of the program, since the command writes among its own files, which other tests are reading. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'return-talk-languages-'))
  const needed = ['cli', 'cli.ts', 'console', 'dialogs', 'locales', 'bot', 'package.json']
  for (const each of needed) cpSync(join(root, each), join(copy, each), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  file = join(copy, 'locales/vi/review.json')
  before = readFileSync(file, 'utf8')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const inCopy = (...args: readonly string[]) => running(relative(root, join(copy, 'cli.ts')), ['languages', ...args])

describe('languages', () => {
  it('tells how far each language has come, for people and for programs', async () => {
    const { code, output, errors } = await cli(['languages'])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output.split('\n').flatMap(line => line.split(' ')[0] || [])).toEqual(codes)
    const lines = (await cli(['languages', '--json'])).output.trim().split('\n')
    for (const line of lines) {
      const { total, signed, checked, draft, stale, missing } = JSON.parse(line) as Record<string, number>
      expect((signed ?? 0) + (checked ?? 0) + (draft ?? 0) + (stale ?? 0) + (missing ?? 0)).toBe(total)
    }
  })

  it('drafts what has no entry, and leaves the rest as it is', async () => {
    writeFileSync(file, before)
    expect(await inCopy('--draft', 'vi')).toMatchObject({ code: 0, errors: '' })
    expect(readFileSync(file, 'utf8')).toBe(before)
    rmSync(file)
    expect(await inCopy('--draft', 'vi')).toMatchObject({ code: 0, errors: '' })
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('drafts what is named again, where its words are right for the new English', async () => {
    writeFileSync(file, before.replace(/("answer\/yes": \{ "english": ")\w+/, '$1000000000000'))
    expect((await inCopy('--draft', 'vi')).output).toContain('1 stale')
    expect((await inCopy('--draft', 'vi', 'guide:answer/yes')).output).not.toContain('stale')
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('exports a language whole', async () => {
    const { code, output } = await cli(['languages', '--export', 'vi'])
    const read = await fromXliff(output, 'vi')
    const { english = {} } = shipped.find(({ language }) => language.code === 'vi') ?? {}
    expect(code).toBe(0)
    expect(read.ok && read.strings.length).toBe(Object.values(english).flatMap(each => Object.keys(each)).length)
  })

  it.each([[['--export', 'xx']], [['--draft', 'en']], [['--draft', 'vi', 'guide:gone']], [['vi']]])(
    'says what to do where it is asked for what is not there: %j',
    async args => {
      const { code, errors, output } = await cli(['languages', ...args])
      expect({ code, output }).toEqual({ code: 1, output: '' })
      expect(errors).toMatch(/^(Name|There are no such strings)/)
    },
  )
})
