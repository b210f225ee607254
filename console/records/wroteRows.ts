import type { Pool, QueryConfig } from 'pg'

/** How tables that number their rows refuse one, and what is said of it. */
export interface NumberedTables {
  /** Keys that let only one row have each number. */
  numbers: readonly string[]
  /** The key that lets each id be used only once, and what is said where it was used before. */
  ids: string
  idUsed: string
  /** What is said where Postgres refused for any other reason; its code follows. */
  notKept: string
}

/** Whether the statement wrote anything; not where another row has the number. Throws where Postgres refused for any other reason. */
export async function wroteRows(
  pool: Pick<Pool, 'query'>,
  statement: QueryConfig,
  tables: NumberedTables,
): Promise<boolean> {
  try {
    const { rowCount } = await pool.query(statement)
    return rowCount !== null && rowCount > 0
  } catch (error) {
    return refusedOrThrown(error, tables)
  }
}

type PostgresError = Error & { code?: string; constraint?: string }

/** False where another row has the number. Postgres may quote the row that it refused: only its code goes further. */
export function refusedOrThrown(error: unknown, { numbers, ids, idUsed, notKept }: NumberedTables): false {
  const { code = 'no code', constraint = '' } = error as PostgresError
  if (code === '23505' && numbers.includes(constraint)) return false
  if (code === '23505' && constraint === ids) throw new Error(idUsed)
  throw new Error(`${notKept} (${code}): send it again under the same id.`)
}
