create index if not exists sign_in_failure_last on sign_in_failure (last_failed_at);
create index if not exists session_expires on session (expires_at);

alter table role_grant
  drop constraint if exists role_grant_check,
  add constraint role_grant_check check (to_on is null or to_on >= from_on),
  drop constraint if exists role_grant_granted_by_fkey,
  add constraint role_grant_granted_by_fkey foreign key (granted_by) references account;

-- The exclusion had the name that PostgreSQL made up, or was not there.
do $$
declare
  unnamed text;
begin
  if exists (select from pg_constraint where conrelid = 'role_grant'::regclass and conname = 'role_grant_once') then
    return;
  end if;
  for unnamed in select conname from pg_constraint where conrelid = 'role_grant'::regclass and contype = 'x' loop
    execute format('alter table role_grant drop constraint %I', unnamed);
  end loop;
  alter table role_grant add constraint role_grant_once exclude using gist (
    post_id with =, role with =, unit_id with =, coalesce(system, '') with =, daterange(from_on, to_on) with &&
  );
end $$;
