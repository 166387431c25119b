import pg from 'pg'

/** A table of the application and the columns that are copied. */
export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
}

// // Written by the migrations themselves: the manifest has the number.
const notCopied = ['schema_migration', 'insert_only']

/** Opens one connection that reads and writes values in the same format on every server, without a timeout. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    options:
      '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c bytea_output=hex -c extra_float_digits=3 -c client_encoding=UTF8 -c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c search_path=public',
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** The application's tables in the order of their names; a partitioned table is represented by its partitions. */
export async function listTables(client: pg.Client): Promise<readonly TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all ($1)
     group by c.relname order by c.relname`,
    [notCopied],
  )
  return rows
}

/** All tables except PostgreSQL's own: a database that has one is not empty. */
export async function countForeignTables(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'`,
  )
  return rows[0]?.count ?? 0
}

export const quoted = (name: string): string => pg.escapeIdentifier(name)
export const quotedList = (names: readonly string[]): string => names.map(quoted).join(', ')
