import type { Role } from '../../casework/roles.ts'

/** The tables about people as Kysely sees them: part of `Tables`. */
export interface PeopleTables {
  accounts: {
    id: string
    name: string
    sign_in_name: string
    sign_in_key: string
    role: Role
    team: string
    state: 'active' | 'suspended'
    password: string | null
    made_at: Date
    signed_in_at: Date | null
    tokens_from: Date
  }
  factors: {
    id: string
    account: string
    kind: 'totp' | 'passkey'
    name: string
    confirmed: boolean
    secret: Buffer | null
    step: string | null
    credential: string | null
    public_key: Buffer | null
    counter: string | null
    transports: string[] | null
    added_at: Date
    used_at: Date | null
  }
  recovery_codes: { account: string; hash: Buffer }
  sso_identities: { issuer: string; subject: string; account: string; made_at: Date }
  sessions: {
    id: string
    hash: Buffer
    account: string | null
    ready: string | null
    state: KeptState
    browser: string
    begun_at: Date
    active_at: Date
    proved_at: Date
  }
  tries: { subject: Buffer; failures: number; until: Date | null; at: Date }
  challenges: { hash: Buffer; purpose: string; session: string | null; until: Date }
  invitations: {
    id: string
    hash: Buffer
    role: Role
    team: string
    note: string | null
    account: string | null
    first: boolean
    invited_by: string
    until: Date
  }
}

/** How far the person of a session has come. */
export type KeptState = 'second-factor' | 'set-up' | 'signed-in' | 'locked'
