import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSettings, spokenSettings } from '../../console/casework/localSettings.ts'
import { readConfig } from '../../console/server/config.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rt-config-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(content: string): Promise<string> {
  const path = join(folder, 'settings.json')
  await writeFile(path, content)
  return path
}

describe('readConfig', () => {
  it('needs nothing to be set', () => {
    expect(readConfig({})).toMatchObject({
      port: 3978,
      host: '127.0.0.1',
      dataDir: './data',
      settings: defaultSettings,
    })
  })

  it('takes an empty setting for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', MicrosoftAppId: '' })).toEqual(readConfig({}))
  })

  it.each(['127.0.0.1', '127.0.1.1', '::1', 'localhost'])('listens on %s', HOST => {
    expect(readConfig({ HOST }).host).toBe(HOST)
  })

  it.each([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '127.0.0.1.example.org' },
    { PORT: 'http' },
    { PORT: '70000' },
    { PORT: '39.5' },
    { DATABASE_URL: 'mysql://somewhere' },
    { PUBLIC_URL: 'ftp://somewhere' },
    { SHARING_REGIME: 'some' },
    { MicrosoftAppType: 'Many' },
    { SETTINGS_FILE: '/nowhere/settings.json' },
  ])(
    'refuses $HOST$PORT$DATABASE_URL$PUBLIC_URL$SHARING_REGIME$MicrosoftAppType$SETTINGS_FILE in a sentence',
    setting => {
      const [name] = Object.keys(setting)
      expect(() => readConfig(setting)).toThrow(new RegExp(`^${name} .*\\.$`))
    },
  )

  it('says every setting that is wrong, and no value that may be a secret', () => {
    const wrong = { PORT: 'x', DATABASE_URL: 'me:secret@somewhere', SHARING_REGIME: 'some' }
    let said = ''
    try {
      readConfig(wrong)
    } catch (error) {
      said = error instanceof Error ? error.message : ''
    }
    expect(said.split('\n').map(line => line.split(' ')[0])).toEqual(Object.keys(wrong))
    expect(said).not.toContain('secret')
  })

  it('takes the local settings of a file over the defaults, and the regime of the environment over both', async () => {
    const recipients = { words: 'your worker', source: 'Example Council', lastChecked: '2026-06-01' }
    const SETTINGS_FILE = await file(JSON.stringify({ recipients, regime: 'all-shared' }))
    const { settings } = readConfig({ SETTINGS_FILE, SHARING_REGIME: 'safeguarding-only' })
    expect(settings).toEqual({ ...defaultSettings, recipients, regime: 'safeguarding-only' })
    expect(spokenSettings(settings, {})).toMatchObject({
      regime: 'safeguarding-only',
      said: { en: { recipients: 'your worker' } },
    })
  })

  it.each(['not json', '[]', '{"helplines":[]}', '{"helpline":[]}'])(
    'refuses a settings file that holds %s',
    async content => {
      const SETTINGS_FILE = await file(content)
      expect(() => readConfig({ SETTINGS_FILE })).toThrow('SETTINGS_FILE')
    },
  )
})
