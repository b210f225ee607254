/** The practice room's tables. Times are the server's; what is `sealed`, and each `note`, is encrypted. */
export interface PracticeTables {
  practice_scenarios: { id: string; version: number; body: unknown }
  practice_assignments: {
    id: string
    trainee: string
    by: string
    team: string
    at: Date
    scenario: string
    level: string
    due: string | null
    note: Buffer | null
  }
  practice_attempts: {
    id: string
    person: string
    team: string
    scenario: string
    version: number
    level: string
    seed: number
    began_at: Date
    ended: string | null
    ended_at: Date | null
    turns: number
    events: number
    assignment: string | null
    retry_of: string | null
    retry_from: number | null
  }
  practice_turns: { attempt: string; number: number; id: string; at: Date; sealed: Buffer }
  practice_events: { attempt: string; seq: number; turn: string; at: Date; sealed: Buffer }
  practice_comments: { id: string; attempt: string; turn: number; by: string; at: Date; sealed: Buffer }
  practice_disputes: {
    attempt: string
    turn: number
    class: string
    by: string
    at: Date
    sealed: Buffer
    agrees: boolean | null
    answered_by: string | null
    answered_at: Date | null
    note: Buffer | null
  }
  practice_drills: {
    id: string
    person: string
    team: string
    drill: string
    at: Date
    item: string
    right: boolean
  }
}
