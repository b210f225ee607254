import type { ClientBase } from 'pg'

/** A table as the catalogue has it, with the columns that are kept: not those that Postgres works out. */
export interface BackupTable {
  name: string
  columns: readonly string[]
}

/** What Kysely keeps of its own: made anew wherever the tables are. */
const kyselys = ['kysely_migration', 'kysely_migration_lock']

/** Every table of the schema, each after those it refers to. Asked of the catalogue, so that none can be forgotten. */
export async function tablesOf(client: ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable & { refersTo: string[] }>(
    `select relname::text as name,
        coalesce((
          select array_agg(attname::text order by attnum) from pg_attribute
          where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
        ), '{}') as columns,
        array(
          select confrelid::regclass::oid::text from pg_constraint
          where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid
        ) as "refersTo",
        pg_class.oid::text as oid
      from pg_class
      where relkind = 'r' and relpersistence <> 't' and relnamespace = current_schema()::regnamespace
        and relname <> all ($1)
      order by relname`,
    [kyselys],
  )
  return ordered(rows as (BackupTable & { oid: string; refersTo: string[] })[])
}

function ordered(tables: readonly (BackupTable & { oid: string; refersTo: string[] })[]): BackupTable[] {
  const done: (typeof tables)[number][] = []
  let left = [...tables]
  while (left.length > 0) {
    const waiting = new Set(left.map(({ oid }) => oid))
    const next = left.filter(({ refersTo }) => refersTo.every(oid => !waiting.has(oid)))
    if (next.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}.`)
    done.push(...next)
    left = left.filter(each => !next.includes(each))
  }
  return done.map(({ name, columns }) => ({ name, columns }))
}

/** As it may stand in a statement. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** `table (column, column)`, for COPY. */
export const copied = ({ name, columns }: BackupTable) => `${quoted(name)} (${columns.map(quoted).join(', ')})`

/** Every migration, in order: two databases with the same have the same tables. */
export async function schemaOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name')
  return rows.map(({ name }) => name)
}
