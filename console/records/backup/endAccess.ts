import type { ClientBase } from 'pg'

/**
 * Ends whatever let someone in for a while when the backup was made: it may have been ended, or used, since then. What was on its
 * way to someone then is not told now. People sign
 * in again, and whoever was invited is invited again.
 */
export async function endAccess(client: ClientBase): Promise<void> {
  for (const table of ['challenges', 'sessions', 'invitations', 'interpreter_codes', 'channel_reminders']) {
    await client.query(`delete from ${table}`)
  }
  await client.query('update interpreters set ended_at = clock_timestamp() where ended_at is null')
}
