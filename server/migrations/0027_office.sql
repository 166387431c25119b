-- Comments and notices are about a thing of any slice, no longer about works alone (docs/decisions/026).

alter table work_comment rename to comment;
alter table work_comment_named rename to comment_named;
alter table comment drop constraint work_comment_work_id_fkey;
alter table comment rename column work_id to subject_id;
alter table comment add column subject_kind text not null default 'work';
alter table comment alter column subject_kind drop default;
drop index work_comment_work;
create index comment_subject on comment (subject_kind, subject_id, recorded_at desc, id desc);

-- A notice without a work was never shown to anybody.
delete from notice where work_id is null;
alter table notice drop constraint notice_work_id_fkey;
alter table notice drop constraint notice_event_id_person_id_work_id_key;
alter table notice rename column work_id to subject_id;
alter table notice alter column subject_id set not null;
alter table notice add column subject_kind text not null default 'work';
alter table notice alter column subject_kind drop default;
alter table notice add unique (event_id, person_id, subject_kind, subject_id);

-- Events that nobody has been told of yet, and those that a reader may still ask about.
update outbox set payload = (payload - 'workId') || jsonb_build_object('subjectKind', 'work', 'subjectId', payload -> 'workId')
  where event = 'comment.added' and payload ? 'workId';
-- The reader of these events has another name now: what was queued for the old one is queued again.
update outbox set dispatched_at = null where event = 'comment.added' and dispatched_at is not null
  and not exists (select from event_delivery delivered
    where delivered.event_id = outbox.id and delivered.subscriber = 'programme.tell_commented');

-- As in 0014, with the comments where they are now.
create or replace function erase_spilled_work(erased uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  gone constant text := '[…]';
begin
  if exists (select from public.spill where kind = 'work' and object_id = erased::text and erased_at is null)
    or not exists (select from public.spill join public.audit_entry decided on decided.object_kind = 'spill'
      and decided.object_id = spill.id::text and decided.action = 'spill.erase' and decided.outcome = 'done'
    where spill.kind = 'work' and spill.object_id = erased::text and spill.erased_at is not null) then
    raise exception 'no decision to erase the texts of the work % is on the record', erased
      using errcode = 'insufficient_privilege';
  end if;
  update public.work set title = gone, rationale = gone, baseline = gone, product = gone, resources = gone, risks = gone,
    requests = gone, proof = gone, minutes_reference = gone, source_quote = null where id = erased;
  update public.work_version set content = public.without_text(content) where work_id = erased;
  update public.work_state_span set reason = case when reason is null then null else gone end,
    document = case when document is null then null else gone end where work_id = erased;
  update public.target set measure = gone, note = null, exceptions = '{}', source_quote = null,
    recognition_by = case when recognition_by is null then null else gone end where work_id = erased;
  update public.step set name = gone, source_quote = null where work_id = erased;
  update public.appraisal set comment = gone where work_id = erased;
  update public.duplicate_warning set reason = gone where reason is not null and erased in (work_id, other_work_id);
  update public.decision_item set reason = gone where reason is not null and work_id = erased;
  update public.report_value set note = null where report_id in (select id from public.report where work_id = erased);
  update public.report set content = gone, difficulties = gone, requests = gone, next_steps = gone, reason = gone
    where work_id = erased;
  update public.recognition set authority = gone, competence = gone, number = gone
    where evidence_id in (select id from public.evidence where work_id = erased);
  update public.evidence set title = gone, note = gone, reason = case when reason is null then null else gone end
    where work_id = erased;
  update public.completion set content = gone, check_comment = case when check_comment is null then null else gone end,
    document = case when document is null then null else gone end,
    reason = case when reason is null then null else gone end where work_id = erased;
  update public.adjustment set before = public.without_text(before), after = public.without_text(after), reason = gone,
    document = case when document is null then null else gone end,
    decision_reason = case when decision_reason is null then null else gone end where work_id = erased;
  update public.comment set text = gone where subject_kind = 'work' and subject_id = erased;
  update public.reminder set message = gone where work_id = erased;
  delete from public.kept_typing where form = 'draft:' || erased::text;
  update public.outbox set payload = public.without_text(payload) where payload::text like '%' || erased::text || '%';
end $$;
