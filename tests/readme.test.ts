import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commands } from '../cli/commands.ts'

const readme = readFileSync('README.md', 'utf8')
const scripts = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** Every setting that is parsed, by the files that do it. */
const settings = ['config.ts', 'edge/edgeEnvironment.ts', 'identity/sso/ssoEnvironment.ts'].flatMap(file => {
  const code = readFileSync(`console/server/${file}`, 'utf8')
  return [...code.matchAll(/^\s+([A-Z][A-Z_]{3,}|MicrosoftApp\w+): /gm)].map(([, name = '']) => name)
})

/** What a stranger has to find without asking anybody. */
describe('the README', () => {
  it.each(['npm ci && npm start -- --demo', 'npm ci && npm test'])(
    'has the command "%s" on a line of its own',
    command => {
      expect(readme.split('\n')).toContain(command)
    },
  )

  it.each(Object.keys(commands))('says what the command %s does', command => {
    expect(readme).toMatch(new RegExp(String.raw`npm run cli -- ${command}\b`))
  })

  it.each([...new Set(settings)])('says what the setting %s is for', setting => {
    expect(readme).toContain(setting)
  })

  it.each(['start', 'chat', 'cli', 'test', 'check', 'bench'])('names npm run %s, which is there', name => {
    expect(scripts.scripts[name]).toBeDefined()
    expect(readme).toMatch(new RegExp(String.raw`npm (run )?(-s )?${name}\b`))
  })

  it('links to nothing that is not there', () => {
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title))
    const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to).filter(to => !to.includes('://'))
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter(to => !(to.startsWith('#') ? headings.includes(to.slice(1)) : existsSync(to)))).toEqual([])
  })
})

const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')
