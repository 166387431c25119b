-- Writing is refused while the clock is behind the record. A clock that ran ahead would so stop all writing until its false
-- times have come: whoever runs the server says that they were false, once, and the record keeps that he did.
create table clock_acceptance (
  accepted_at timestamptz primary key,
  -- The latest false time: entries that are dated after accepted_at up to it no longer count as the present of the record.
  ahead_until timestamptz not null check (ahead_until > accepted_at),
  entry_id uuid not null references audit_entry
);

-- The latest time that the record holds for true. Two look-ups in the index by time, whatever was dated falsely.
create function latest_recorded_at() returns timestamptz
  language sql stable set search_path = pg_catalog, public as $$
  select greatest(
    (select max(recorded_at) from public.audit_entry
      where recorded_at > coalesce((select max(ahead_until) from public.clock_acceptance), '-infinity')),
    (select max(recorded_at) from public.audit_entry
      where recorded_at <= (select max(accepted_at) from public.clock_acceptance)))
$$;
