import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Regime } from '../../dialogs/guide/schema.ts'
import { defaultSettings, LocalSettings } from '../casework/localSettings.ts'
import { ExpectedError } from '../records/database/ExpectedError.ts'

/** Written as unset by many shells and hosts. */
const unlessEmpty = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(unlessEmpty, schema.optional())

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

const Environment = z.object({
  PORT: optional(
    z.coerce
      .number('must be a number')
      .int('must be a whole number')
      .min(0, 'must be 0 or more')
      .max(65_535, 'must be 65535 or less'),
  ),
  HOST: optional(
    z
      .string()
      .refine(
        isLoopback,
        'must be 127.0.0.1, ::1 or localhost: there are no accounts yet, so nobody else may reach it',
      ),
  ),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')),
  MASTER_KEY_FILE: optional(z.string()),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: 'must be a web address' })),
  SHARING_REGIME: optional(z.enum(Regime.options, `must be ${Regime.options.join(' or ')}`)),
  SETTINGS_FILE: optional(z.string()),
  MicrosoftAppId: optional(z.string()),
  MicrosoftAppPassword: optional(z.string()),
  MicrosoftAppType: optional(
    z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMsi'], 'must be MultiTenant, SingleTenant or UserAssignedMsi'),
  ),
  MicrosoftAppTenantId: optional(z.string()),
})

/** The names the Bot Framework gives its settings. */
export type BotCredentials = Pick<
  z.infer<typeof Environment>,
  'MicrosoftAppId' | 'MicrosoftAppPassword' | 'MicrosoftAppType' | 'MicrosoftAppTenantId'
>

export interface Config {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  masterKeyFile: string | undefined
  publicUrl: string | undefined
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
    host: data.HOST ?? '127.0.0.1',
    dataDir: data.DATA_DIR ?? './data',
    databaseUrl: data.DATABASE_URL,
    masterKeyFile: data.MASTER_KEY_FILE,
    publicUrl: data.PUBLIC_URL,
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
