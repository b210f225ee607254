/**
 * What the audit keeps, in the past tense. Writes to an interview are not here: each is an event of its record, with who and
 * when. Those to a case are too, and `case-written` says that someone set about it. `interview-begun` and `case-begun` are written once it is kept, so that one that has gone altogether is missed.
 */
export const auditActs = [
  'record-read',
  'record-joined',
  'list-read',
  'name-searched',
  'script-read',
  'record-exported',
  'record-printed',
  'interview-begun',
  'case-begun',
  'case-read',
  'case-written',
  'episode-shared',
  'episode-held',
  'episode-released',
  'episode-erased',
  'glass-broken',
  'notice-seen',
  'interpreter-invited',
  'signed-in',
  'sign-in-failed',
  'locked-out',
  'signed-out',
  'session-ended',
  'locked',
  'unlocked',
  'unlock-failed',
  'refused',
  'invited',
  'account-made',
  'account-changed',
  'factor-added',
  'factor-removed',
  'recovery-code-used',
  'password-changed',
  'channel-linked',
  'channel-unlinked',
  'token-issued',
  'keys-rotated',
  'backed-up',
  'restored',
  'settings-changed',
  'words-corrected',
  'words-checked',
  'words-signed',
  'words-exported',
  'words-imported',
  'audit-read',
  'audit-verified',
] as const
export type AuditAct = (typeof auditActs)[number]

/** Where from: `system` is the server itself. */
export const auditOrigins = ['console', 'bot', 'cli', 'system'] as const
export type AuditOrigin = (typeof auditOrigins)[number]
