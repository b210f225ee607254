import { type DestinationStream, type Logger, pino } from 'pino'

/** Fields that may hold what someone said or who they are. Ids, codes and numbers are all a log line needs. */
const wordy = [
  'body',
  'words',
  'text',
  'name',
  'knownAs',
  'known_as',
  'detail',
  'because',
  'answer',
  'value',
  'values',
  'people',
  'places',
  'called',
  'asSaid',
  'intent',
  'activity',
  'payload',
  'headers',
  'authorization',
  'cookie',
  'password',
  'token',
  'where',
  'parameters',
]

/** Redacted at the top and two levels down. */
const paths = wordy.flatMap(field => [field, `*.${field}`, `*.*.${field}`])

/**
 * Logs codes and ids, to standard output unless it is given somewhere else. An error is told by its name, code and place:
 * its message may quote what was sent.
 */
export function createLogger(level: 'info' | 'silent', destination: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level,
    base: null,
    redact: { paths, censor: '[not logged]' },
    serializers: { err: codesOf, error: codesOf },
  }
  return pino(options, destination)
}

function codesOf(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const at = error.stack?.split('\n').filter(line => /^\s+at /.test(line)) ?? []
  return { type: error.name, ...code, at: at.slice(0, 6).map(line => line.trim()) }
}
