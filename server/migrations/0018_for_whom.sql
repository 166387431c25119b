-- For whom an act was done, beside who did it: a deputy and the one he stands in for are not two people where two must act.

alter table work_version add column person_id uuid, add column for_person_id uuid;
alter table appraisal add column for_person_id uuid;
alter table duplicate_warning add column dismissed_for_person_id uuid;
alter table report add column for_person_id uuid;
alter table evidence add column for_person_id uuid, add column decided_for_person_id uuid;
alter table later_file add column for_person_id uuid;
alter table completion
  add column for_person_id uuid,
  add column checked_for_person_id uuid,
  add column decided_for_person_id uuid;
alter table adjustment add column for_person_id uuid, add column decided_for_person_id uuid;
alter table reminder add column for_person_id uuid;
alter table work_comment add column for_person_id uuid;

-- Of acts until now: the one whom the record of acts, or the lending kept beside it, names; else nobody but the person.
create function for_whom_until_now(acted text, thing uuid, person uuid, at timestamptz) returns uuid
  language sql stable set search_path = pg_catalog, public as $$
  select coalesce((select (content.payload::jsonb #>> '{standsFor,personId}')::uuid
    from public.audit_entry entry join public.audit_payload content on content.entry_id = entry.id
    where entry.action = acted and entry.object_id = thing::text and entry.outcome = 'done'
      and entry.person_id = person and (at is null or entry.recorded_at = at)
    order by entry.recorded_at desc limit 1), person)
$$;

create function for_whom_lent(stand_in uuid, person uuid) returns uuid
  language sql stable set search_path = pg_catalog, public as $$
  select coalesce((select held.person_id from public.stand_in lent join public.post_holding held on held.id = lent.lender_holding_id
    where lent.id = stand_in), person)
$$;

update work_version set person_id = account.person_id,
  for_person_id = for_whom_until_now('work.submit', work_id, account.person_id, work_version.recorded_at)
  from account where account.id = work_version.account_id;
update appraisal set for_person_id = for_whom_until_now('work.appraise', work_id, person_id, recorded_at);
update duplicate_warning set dismissed_for_person_id = for_whom_until_now('work.dismiss_duplicate', work_id, dismissed_by, dismissed_at)
  where dismissed_by is not null;
update report set for_person_id = for_whom_lent(stand_in_id, person_id) where person_id is not null;
update evidence set for_person_id = for_whom_lent(stand_in_id, person_id) where person_id is not null;
update evidence set decided_for_person_id = for_whom_lent(decided_stand_in_id, decided_by_person_id)
  where decided_by_person_id is not null;
update later_file set for_person_id = for_whom_until_now('evidence.add_file', evidence_id, person_id, recorded_at)
  where person_id is not null;
update completion set for_person_id = for_whom_until_now('work.report_completion', work_id, person_id, recorded_at)
  where person_id is not null;
-- A check has no instant of its own; of several checks of one work by one person the last one tells.
update completion set checked_for_person_id = for_whom_until_now('work.check_completion', work_id, checked_by_person_id, null)
  where checked_by_person_id is not null;
update completion set decided_for_person_id = for_whom_until_now('work.decide_completion', work_id, decided_by_person_id, decided_at)
  where decided_by_person_id is not null;
update adjustment set for_person_id = for_whom_until_now('adjustment.ask', id, person_id, recorded_at)
  where person_id is not null;
update adjustment set decided_for_person_id = for_whom_until_now('adjustment.decide', id, decided_by_person_id, null)
  where decided_by_person_id is not null;
update reminder set for_person_id = for_whom_until_now('work.remind', work_id, person_id, recorded_at)
  where person_id is not null;
update work_comment set for_person_id = for_whom_lent(stand_in_id, person_id);

drop function for_whom_until_now(text, uuid, uuid, timestamptz);
drop function for_whom_lent(uuid, uuid);

-- What waits for a person depends on who handed the version in: a kept answer must see a new one.
create trigger mark_change after insert on work_version referencing new table as changed
  for each statement execute function mark_works('work_id');
create trigger mark_change_update after update on work_version referencing new table as changed
  for each statement execute function mark_works('work_id');
create trigger mark_change_delete after delete on work_version referencing old table as changed
  for each statement execute function mark_works('work_id');
