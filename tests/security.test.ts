import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The requirements of OWASP ASVS 5.0.0 of level 1 and 2, by their numbers. */
const requirements = `
  1.1.1 1.1.2 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.2.6 1.2.7 1.2.8 1.2.9 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8
  1.3.9 1.3.10 1.3.11 1.4.1 1.4.2 1.4.3 1.5.1 1.5.2 2.1.1 2.1.2 2.1.3 2.2.1 2.2.2 2.2.3 2.3.1 2.3.2 2.3.3 2.3.4 2.4.1
  3.2.1 3.2.2 3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.5.1 3.5.2 3.5.3 3.5.4 3.5.5 3.7.1 3.7.2
  4.1.1 4.1.2 4.1.3 4.2.1 4.3.1 4.3.2 4.4.1 4.4.2 4.4.3 4.4.4 5.1.1 5.2.1 5.2.2 5.2.3 5.3.1 5.3.2 5.4.1 5.4.2 5.4.3
  6.1.1 6.1.2 6.1.3 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.2.9 6.2.10 6.2.11 6.2.12 6.3.1 6.3.2 6.3.3 6.3.4
  6.4.1 6.4.2 6.4.3 6.4.4 6.5.1 6.5.2 6.5.3 6.5.4 6.5.5 6.6.1 6.6.2 6.6.3 6.8.1 6.8.2 6.8.3 6.8.4 7.1.1 7.1.2 7.1.3
  7.2.1 7.2.2 7.2.3 7.2.4 7.3.1 7.3.2 7.4.1 7.4.2 7.4.3 7.4.4 7.4.5 7.5.1 7.5.2 7.6.1 7.6.2 8.1.1 8.1.2 8.2.1 8.2.2
  8.2.3 8.3.1 8.4.1 9.1.1 9.1.2 9.1.3 9.2.1 9.2.2 9.2.3 9.2.4 10.1.1 10.1.2 10.2.1 10.2.2 10.3.1 10.3.2 10.3.3 10.3.4
  10.4.1 10.4.2 10.4.3 10.4.4 10.4.5 10.4.6 10.4.7 10.4.8 10.4.9 10.4.10 10.4.11 10.5.1 10.5.2 10.5.3 10.5.4 10.5.5
  10.6.1 10.6.2 10.7.1 10.7.2 10.7.3 11.1.1 11.1.2 11.2.1 11.2.2 11.2.3 11.3.1 11.3.2 11.3.3 11.4.1 11.4.2 11.4.3
  11.4.4 11.5.1 11.6.1 12.1.1 12.1.2 12.1.3 12.2.1 12.2.2 12.3.1 12.3.2 12.3.3 12.3.4 13.1.1 13.2.1 13.2.2 13.2.3
  13.2.4 13.2.5 13.3.1 13.3.2 13.4.1 13.4.2 13.4.3 13.4.4 13.4.5 14.1.1 14.1.2 14.2.1 14.2.2 14.2.3 14.2.4 14.3.1
  14.3.2 14.3.3 15.1.1 15.1.2 15.1.3 15.2.1 15.2.2 15.2.3 15.3.1 15.3.2 15.3.3 15.3.4 15.3.5 15.3.6 15.3.7 16.1.1
  16.2.1 16.2.2 16.2.3 16.2.4 16.2.5 16.3.1 16.3.2 16.3.3 16.3.4 16.4.1 16.4.2 16.4.3 16.5.1 16.5.2 16.5.3 17.1.1
  17.2.1 17.2.2 17.2.3 17.2.4 17.3.1 17.3.2`
  .trim()
  .split(/\s+/)

const states = ['met', '**not met**', 'yours', 'n/a'] as const

const document = readFileSync('SECURITY.md', 'utf8')

interface Line {
  number: string
  state: string
  how: string
}

/** The lines of the tables of requirements. */
const lines = document.split('\n').flatMap((line): Line[] => {
  const [, number = '', , state = '', how = ''] = line.split('|').map(cell => cell.trim())
  return /^\d+\.\d+\.\d+$/.test(number) ? [{ number, state, how }] : []
})

describe('SECURITY.md', () => {
  it('has every requirement of level 1 and 2 once, in their order', () => {
    expect(requirements).toHaveLength(253)
    expect(lines.map(({ number }) => number)).toEqual(requirements)
  })

  it('says of each whether it is met, and how or why not', () => {
    for (const { number, state, how } of lines) {
      expect(states, number).toContain(state)
      expect(how, number).not.toBe('')
    }
  })

  it('shows each that is met by a test, or says that none does, or where in it the words are that are asked for', () => {
    const shown = /`tests\/|[Nn]ot tested|npm run check|" above|^The same\.$/
    expect(lines.filter(({ state, how }) => state === 'met' && !shown.test(how))).toEqual([])
  })

  it('counts them as they are', () => {
    const counted = states.map(state => lines.filter(line => line.state === state).length)
    const said = /^Of (\d+), (\d+) are met, (\d+) are not, (\d+) are yours to do, and (\d+) are about nothing/m.exec(
      document,
    )
    expect(said?.slice(1).map(Number)).toEqual([lines.length, ...counted])
  })

  it('names no file that is not there', () => {
    const named = new Set(
      [...document.matchAll(/`((?:tests|console|bot|cli|dialogs|locales)\/[^`\s]*)`/g)].map(found => found[1]),
    )
    expect(named.size).toBeGreaterThan(50)
    expect([...named].filter(path => path && !existsSync(path))).toEqual([])
  })
})

const sources = ['bot', 'cli', 'console', 'dialogs', 'locales']
  .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path => join(folder, path)))
  .filter(path => /\.tsx?$/.test(path) && !path.includes('/dist/'))
  .concat('server.ts', 'cli.ts')

/** Running text as code, putting text into a page as HTML, and asking a shell. */
const dangers =
  /\beval\(|\bnew Function\b|\bFunction\(|dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\bshell:|\bexec(?:Sync)?\b(?=[^'\n]*'node:child_process')/

describe('the program', () => {
  it('runs no text as code, puts no HTML into a page and asks no shell', () => {
    expect(sources.length).toBeGreaterThan(200)
    expect(sources.filter(path => dangers.test(readFileSync(path, 'utf8')))).toEqual([])
  })

  it.each([
    'eval(text)',
    'new Function(text)',
    '<p dangerouslySetInnerHTML={{ __html: text }} />',
    'element.innerHTML = text',
    'spawn(file, args, { shell: true })',
    "import { execSync } from 'node:child_process'",
  ])('would be found where it had %s', code => expect(code).toMatch(dangers))

  it('has every package by its hash, and from a registry', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Readonly<Record<string, { integrity?: string; resolved?: string }>>
    }
    const all = Object.entries(packages).filter(([path]) => path !== '')
    const loose = all.filter(
      ([, { integrity, resolved = 'https:' }]) => !integrity?.startsWith('sha512-') || !resolved.startsWith('https:'),
    )
    expect(all.length).toBeGreaterThan(100)
    expect(loose.map(([path]) => path)).toEqual([])
  })
})
