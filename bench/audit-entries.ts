/**
 * Entries as the program writes them, `$1` of them, by one statement: some 250 bytes of content each, one entry a second, ids in
 * the order of time as UUIDv7 has them.
 */
export const generation: string = `
  with made as materialized (
    select n, (lpad(to_hex(1640000000000 + n * 1000), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0') || '8'
        || right(md5(n::text), 15))::uuid as id,
      timestamptz '2021-12-20T11:33:20Z' + n * interval '1 second' as at, sha256(convert_to(n::text, 'UTF8')) as salt,
      format('{"period":"q%s","number":%s,"values":[{"target":"%s","claimed":%s,"note":"%s"}],"started":false}',
        n % 4 + 1, n % 9, md5(n::text), n % 100, repeat('tiến độ ', 16)) as payload
    from generate_series(1, $1::int) n
  ), entry as (
    insert into audit_entry (id, recorded_at, action, outcome, object_kind, object_id, account_id, person_id, holding_id, body_id,
      source_address, request_id, payload_commitment)
    select id, at, 'work.report', 'done', 'work', md5((n % 100000)::text)::uuid::text, md5((n % 60000)::text)::uuid,
      md5((n % 60000 + 1)::text)::uuid, md5((n % 60000 + 2)::text)::uuid, md5((n % 14000)::text)::uuid, '10.1.2.3', id::text,
      sha256(salt || convert_to(payload, 'UTF8')) from made
  ), content as (
    insert into audit_payload (entry_id, salt, payload) select id, salt, payload from made
  )
  insert into audit_waiting (entry_id) select id from made`

/** Where the part of the report begins that `bench/audit-search.ts` writes. */
export const searchHeading = '## Search of the record'
