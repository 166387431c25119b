-- A mark of change names the kind of thing that changed and its id, so that each slice keeps its own figures current: a
-- document that changes says nothing of works (platform/counts/change-log.ts).

alter table change_mark rename column work_id to subject_id;
-- '*': what changed belongs to no kind and may show in every answer (a unit, a grant). Without an id: all of the kind.
alter table change_mark add column kind text not null default '*';
update change_mark set kind = 'work' where subject_id is not null;
drop index change_mark_once;
-- The newest marks of one kind by their transaction; a thing once in each.
create unique index change_mark_once on change_mark (kind, xact, subject_id) nulls not distinct;

-- Old marks are removed at night (platform.forget_change_marks), and no longer by the transactions of those who write.
create or replace function mark_change() returns trigger language plpgsql as $$
begin
  insert into change_mark (kind) values (coalesce(tg_argv[0], '*')) on conflict do nothing;
  return null;
end $$;

-- Marks the things of the rows that a statement changed: mark_subjects(kind, column that holds the id). Of more than a
-- thousand it says that all of the kind may have changed.
create function mark_subjects() returns trigger language plpgsql as $$
declare
  subjects uuid[];
begin
  execute format('select array(select distinct %I from changed limit 1001)', tg_argv[1]) into subjects;
  if cardinality(subjects) > 1000 then subjects := array[null::uuid]; end if;
  insert into change_mark (kind, subject_id) select tg_argv[0], unnest(subjects) on conflict do nothing;
  return null;
end $$;

-- Marks every change of a table: mark_changes_of('report', 'work', 'work_id').
create function mark_changes_of(marked regclass, kind text, id_column text) returns void language plpgsql as $$
begin
  execute format('create trigger mark_change after insert on %s referencing new table as changed
    for each statement execute function mark_subjects(%L, %L)', marked, kind, id_column);
  execute format('create trigger mark_change_update after update on %s referencing new table as changed
    for each statement execute function mark_subjects(%L, %L)', marked, kind, id_column);
  execute format('create trigger mark_change_delete after delete on %s referencing old table as changed
    for each statement execute function mark_subjects(%L, %L)', marked, kind, id_column);
end $$;

do $$
declare
  marked regclass;
begin
  for marked in select distinct tgrelid::regclass from pg_trigger where tgfoid = 'mark_works'::regproc loop
    execute format('drop trigger mark_change on %s', marked);
    execute format('drop trigger mark_change_update on %s', marked);
    execute format('drop trigger mark_change_delete on %s', marked);
    perform mark_changes_of(marked, 'work', case marked when 'work'::regclass then 'id' else 'work_id' end);
  end loop;
  -- The settings of a year turn over all its works, and nothing of another kind.
  foreach marked in array array['programme', 'theme_group', 'content_group', 'report_period', 'count_claim']::regclass[] loop
    execute format('drop trigger mark_change on %s', marked);
    execute format('create trigger mark_change after insert or update or delete on %s
      for each statement execute function mark_change(''work'')', marked);
  end loop;
end $$;

drop function mark_works();
drop function drop_old_marks();

-- A table to which the server's role may only add, such as a record of versions, is named by the migration that makes it.
create table insert_only (
  table_name text primary key
);
insert into insert_only (table_name) values ('audit_entry'), ('audit_payload'), ('audit_waiting'), ('work_version'), ('decision'),
  ('decision_item'), ('stopped_mark'), ('upload_scan'), ('unit_policy'), ('later_file'), ('reminder'), ('bulk_act'),
  ('bulk_act_result'), ('clock_acceptance');

-- So is a function that does what the role itself may not.
grant execute on function erase_audit_payload(uuid) to dotpha_app;
grant execute on function erase_spilled_work(uuid) to dotpha_app;
