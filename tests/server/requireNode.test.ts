import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const guard = './console/server/requireNode.cjs'

describe('requireNode', () => {
  it('is loaded first by every command a person types', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    for (const name of ['start', 'chat', 'cli']) expect(scripts[name]).toMatch(new RegExp(`(^|&& )node -r ${guard} `))
  })

  it('lets a Node that runs TypeScript pass, and stops an older one with one sentence', () => {
    expect(run('22.18.0')).toMatchObject({ status: 0, stderr: '' })
    expect(run('20.20.2')).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Return Talk needs Node 22\.18/) })
    expect(run('22.12.0')).toMatchObject({ status: 1 })
  })
})

/** The guard under a Node that says it is this version. */
function run(version: string) {
  const asIf = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('${guard}')`
  return spawnSync(process.execPath, ['-e', asIf], { encoding: 'utf8' })
}
