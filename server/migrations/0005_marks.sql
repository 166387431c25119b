-- A mark of change says of which work it was, and by which transaction: so that a kept figure is mended by asking for the
-- works that changed, and not counted anew (platform/change-marks.ts, platform/keep-count.ts).

drop table change_mark cascade;

create table change_mark (
  xact xid8 not null default pg_current_xact_id(),
  -- Null: what changed is not of one work (a unit, a grant, a programme's settings), or of very many.
  work_id uuid,
  marked_at timestamptz not null default clock_timestamp()
);
-- The newest marks by their transaction; a work once in each.
create unique index change_mark_once on change_mark (xact, work_id) nulls not distinct;

-- Marks of more than a day ago are dropped now and then; nobody keeps a figure that long without looking.
create function drop_old_marks() returns void language sql as $$
  delete from change_mark where ctid = any (array(
    select ctid from change_mark where marked_at < now() - interval '1 day' for update skip locked limit 10000))
$$;

create or replace function mark_change() returns trigger language plpgsql as $$
begin
  insert into change_mark (work_id) values (null) on conflict do nothing;
  if random() < 0.002 then perform drop_old_marks(); end if;
  return null;
end $$;

-- Marks the works of the rows that a statement changed; of more than a thousand it says that all may have changed.
create function mark_works() returns trigger language plpgsql as $$
declare
  works uuid[];
begin
  if tg_argv[0] = 'id' then
    works := array(select distinct id from changed limit 1001);
  else
    works := array(select distinct work_id from changed limit 1001);
  end if;
  if cardinality(works) > 1000 then works := array[null::uuid]; end if;
  insert into change_mark (work_id) select unnest(works) on conflict do nothing;
  if random() < 0.002 then perform drop_old_marks(); end if;
  return null;
end $$;

do $$
declare
  marked text;
  column_name text;
begin
  foreach marked in array array['work', 'work_content_group', 'work_state_span', 'work_signal', 'appraisal', 'report', 'evidence',
    'completion', 'adjustment']
  loop
    column_name := case marked when 'work' then 'id' else 'work_id' end;
    execute format('drop trigger mark_change on %I', marked);
    execute format('create trigger mark_change after insert on %I referencing new table as changed for each statement execute function mark_works(%L)', marked, column_name);
    execute format('create trigger mark_change_update after update on %I referencing new table as changed for each statement execute function mark_works(%L)', marked, column_name);
    execute format('create trigger mark_change_delete after delete on %I referencing old table as changed for each statement execute function mark_works(%L)', marked, column_name);
  end loop;
end $$;

-- The order of the list, and all that figures and permission look at, so that counting reads the index alone: with the code,
-- which tells what has been handed in.
drop index work_programme_due;
create index work_programme_due on work (programme_id, (coalesce(due_on, date '9999-12-31')), id) include (code, state, state_since,
  tier, owner_kind, theme_group_id, custodian_unit_id, owner_unit_id, owner_holding_id, managing_root_id, assigner_root_id,
  due_on, first_due_on, assigned_on, work_done_on, accepted_on, illustrative);
