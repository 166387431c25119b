alter table decision_item
  drop constraint if exists decision_item_action_check,
  add constraint decision_item_action_check check (action in ('approve', 'return', 'reject', 'drop', 'add', 'assign'));

alter table report add column if not exists reason text not null default '';

do $$ begin
  if not exists (select from pg_constraint where conname = 'notice_event_id_person_id_work_id_key') then
    alter table notice
      drop constraint notice_event_id_person_id_key,
      add constraint notice_event_id_person_id_work_id_key unique nulls not distinct (event_id, person_id, work_id);
  end if;
end $$;

-- The index of the list; 0005 makes it anew with the code in it.
do $$ begin
  if pg_get_indexdef('work_programme_due'::regclass) not like '%illustrative%' then
    drop index work_programme_due;
    create index work_programme_due on work (programme_id, (coalesce(due_on, date '9999-12-31')), id) include (state, state_since,
      tier, owner_kind, theme_group_id, custodian_unit_id, owner_unit_id, owner_holding_id, managing_root_id, assigner_root_id,
      due_on, first_due_on, assigned_on, work_done_on, accepted_on, illustrative);
  end if;
end $$;
create index if not exists work_programme_title on work (programme_id, title collate "vi-x-icu", id);
create index if not exists work_programme_since on work (programme_id, state_since);
create index if not exists work_owner_holding on work (owner_holding_id);
create index if not exists work_code_trgm on work using gin (code gin_trgm_ops);
drop index if exists work_state_span_programme;
create index if not exists work_state_span_ended on work_state_span (programme_id, to_on) include (from_on, work_id, state)
  where to_on is not null;
create index if not exists adjustment_moved on adjustment (decided_on)
  where outcome = 'accepted' and after->>'dueOn' is not null;

-- Marks of change, as 0005 expects to find them before it makes them anew.
do $$
declare
  changed text;
begin
  if to_regprocedure('mark_change()') is not null then
    return;
  end if;
  create table change_mark (
    mark bigint not null default (random() * 9e18)::bigint,
    marked_at timestamptz not null default clock_timestamp()
  );
  create function mark_change() returns trigger language plpgsql as 'begin return null; end';
  foreach changed in array array['unit', 'unit_parent', 'unit_ancestor', 'post', 'post_holding', 'role_grant', 'programme', 'theme_group',
    'content_group', 'report_period', 'work', 'work_content_group', 'work_state_span', 'work_signal', 'appraisal', 'report',
    'evidence', 'completion', 'adjustment', 'count_claim']
  loop
    execute format('create trigger mark_change after insert or update or delete on %I for each statement execute function mark_change()', changed);
  end loop;
end $$;
