import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Regime } from '../../dialogs/guide/schema.ts'
import { defaultSettings, LocalSettings } from '../casework/localSettings.ts'
import { ExpectedError } from '../records/database/ExpectedError.ts'
import { edgeEnvironment, edgeSettingsIn, findEdgeFaults } from './edge/edgeEnvironment.ts'
import type { EdgeSettings } from './edge/Place.ts'
import { findSsoFaults, type SsoSettings, ssoEnvironment, ssoSettingsIn } from './identity/sso/ssoEnvironment.ts'
import { optionalSetting } from './optionalSetting.ts'

const Environment = z
  .object({
    ...edgeEnvironment,
    ...ssoEnvironment,
    PORT: optionalSetting(
      z.coerce
        .number('must be a number')
        .int('must be a whole number')
        .min(0, 'must be 0 or more')
        .max(65_535, 'must be 65535 or less'),
    ),
    DATA_DIR: optionalSetting(z.string()),
    DATABASE_URL: optionalSetting(z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')),
    MASTER_KEY_FILE: optionalSetting(z.string()),
    SHARING_REGIME: optionalSetting(z.enum(Regime.options, `must be ${Regime.options.join(' or ')}`)),
    SETTINGS_FILE: optionalSetting(z.string()),
    MicrosoftAppId: optionalSetting(z.string()),
    MicrosoftAppPassword: optionalSetting(z.string()),
    MicrosoftAppType: optionalSetting(
      z.enum(
        ['MultiTenant', 'SingleTenant', 'UserAssignedMsi'],
        'must be MultiTenant, SingleTenant or UserAssignedMsi',
      ),
    ),
    MicrosoftAppTenantId: optionalSetting(z.string()),
  })
  .superRefine(findEdgeFaults)
  .superRefine(findSsoFaults)

/** The names the Bot Framework gives its settings. */
export type BotCredentials = Pick<
  z.infer<typeof Environment>,
  'MicrosoftAppId' | 'MicrosoftAppPassword' | 'MicrosoftAppType' | 'MicrosoftAppTenantId'
>

export interface Config extends EdgeSettings {
  port: number
  dataDir: string
  databaseUrl: string | undefined
  masterKeyFile: string | undefined
  /** Everyone reaches it over TLS, so cookies are kept to TLS. */
  secure: boolean
  /** Undefined where people sign in here alone. */
  sso: SsoSettings | undefined
  bot: BotCredentials
  settings: LocalSettings
}

/** The settings of this installation. Throws an ExpectedError with a sentence for each that cannot be used. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) throw new ExpectedError(sentences(parsed.error))
  const { data } = parsed
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId } = data
  const settings = data.SETTINGS_FILE === undefined ? defaultSettings : settingsIn(data.SETTINGS_FILE)
  return {
    port: data.PORT ?? 3978,
    ...edgeSettingsIn(data),
    dataDir: data.DATA_DIR ?? './data',
    databaseUrl: data.DATABASE_URL,
    masterKeyFile: data.MASTER_KEY_FILE,
    sso: ssoSettingsIn(data),
    bot: { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId },
    settings: { ...settings, ...(data.SHARING_REGIME ? { regime: data.SHARING_REGIME } : {}) },
  }
}

function settingsIn(file: string): LocalSettings {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const code = error instanceof SyntaxError ? 'it is not JSON' : (error as NodeJS.ErrnoException).code
    throw new ExpectedError(`SETTINGS_FILE ${file} cannot be read: ${code}.`)
  }
  const parsed = LocalSettings.partial().safeParse(content)
  if (!parsed.success) throw new ExpectedError(`In SETTINGS_FILE ${file}:\n${sentences(parsed.error)}`)
  return { ...defaultSettings, ...definedIn(parsed.data) }
}

/** One sentence for each setting. NB: never the value, which may be a password. */
function sentences({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.') || 'The file'} ${message}.`).join('\n')
}

function definedIn(
  settings: Partial<{ [Key in keyof LocalSettings]: LocalSettings[Key] | undefined }>,
): Partial<LocalSettings> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}
