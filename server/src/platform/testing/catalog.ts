import type pg from 'pg'

const parts = {
  columns: `select format('%s.%s %s%s default %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end, pg_get_expr(d.adbin, d.adrelid), a.attgenerated) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')`,
  constraints: `select format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
    from pg_constraint where connamespace = 'public'::regnamespace`,
  indexes: `select indexdef as line from pg_indexes where schemaname = 'public'`,
  triggers: `select pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal`,
  functions: `select pg_get_functiondef(p.oid) || coalesce((select string_agg(acl::text, ' ' order by acl::text) from unnest(p.proacl) acl), '-') as line
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
      and not exists (select from pg_depend where objid = p.oid and deptype = 'e')`,
  rights: `select format('%s %s %s', c.relname, c.relkind, (select string_agg(acl::text, ' ' order by acl::text) from unnest(c.relacl) acl)) as line
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')`,
  types: `select format('%s %s', typname, typtype) as line from pg_type
    where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')`,
  extensions: `select extname as line from pg_extension`,
} as const

/** What a database consists of, one thing a line, in an order that does not tell in which order it was made. */
export async function describeCatalog(client: pg.Client): Promise<readonly string[]> {
  const lines: string[] = []
  for (const [part, query] of Object.entries(parts)) {
    const { rows } = await client.query<{ line: string }>(
      `select line from (${query}) part order by line collate "C"`,
    )
    lines.push(...rows.map(({ line }) => `${part}: ${line}`))
  }
  return lines
}
