-- Marks of state secrets: what was stopped, and spills (spec/security.md, 3).

-- Something with a mark of secrecy was to be entered and was stopped. Nothing of it is kept: no text, no name of a file, no
-- hash, no size, no level. Who, when, for which body, in which act and field, and that it was stopped.
create table stopped_mark (
  id uuid primary key,
  stopped_at timestamptz not null,
  account_id uuid,
  person_id uuid,
  holding_id uuid,
  unit_id uuid references unit,
  act text not null,
  field text,
  kind text not null check (kind in ('text', 'file', 'file_name')),
  request_id text not null
);
create index stopped_mark_time on stopped_mark (stopped_at desc, id desc);
create index stopped_mark_unit on stopped_mark (unit_id, stopped_at desc, id desc);

-- How much of a file's text was looked at when it came: of a picture or a scan nothing, and nobody is told that it is clean.
create table upload_scan (
  upload_id uuid primary key references upload,
  reading text not null check (reading in ('whole', 'part', 'none')),
  scanned_at timestamptz not null
);

-- A spill: content that must not be here was found here. What it was is not written down anywhere.
create table spill (
  id uuid primary key,
  kind text not null,
  object_id text not null,
  -- The body whose things are concerned; who may deal with it is judged by this.
  unit_id uuid not null references unit,
  isolated_at timestamptz not null,
  isolated_by uuid not null,
  officer_told_on date not null,
  erased_at timestamptz,
  erased_by uuid,
  -- The paper by which the erasing was decided.
  decided_by text,
  unique (kind, object_id),
  check ((erased_at is null) = (erased_by is null)),
  check ((erased_at is null) = (decided_by is null))
);
create index spill_time on spill (isolated_at desc, id desc);

-- The text of a value, without what it said: free text alone, so that ids, days and words of the program stay.
create function without_text(content jsonb) returns jsonb
  language plpgsql immutable as $$
declare
  free constant text[] := array['title', 'rationale', 'baseline', 'product', 'resources', 'risks', 'requests', 'proof',
    'minutesReference', 'measure', 'name', 'note', 'unit', 'exceptions', 'recognitionBy', 'reason', 'content', 'comment',
    'difficulties', 'nextSteps', 'document', 'sourceQuote'];
begin
  return case jsonb_typeof(content)
    when 'object' then (select coalesce(jsonb_object_agg(key, case
        when key = any(free) and jsonb_typeof(value) = 'string' then to_jsonb('[…]'::text)
        when key = any(free) and jsonb_typeof(value) = 'array' then '[]'::jsonb
        else without_text(value) end), '{}'::jsonb) from jsonb_each(content))
    when 'array' then (select coalesce(jsonb_agg(without_text(item)), '[]'::jsonb) from jsonb_array_elements(content) item)
    else content
  end;
end $$;

-- Takes every text of a work out of every table and version. Only where a spill of it was isolated and the decision to
-- erase it is on the record: the server's role can do so in no other way.
create function erase_spilled_work(erased uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  gone constant text := '[…]';
begin
  if not exists (select from public.spill join public.audit_entry decided on decided.object_kind = 'spill'
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
  update public.work_comment set text = gone where work_id = erased;
  update public.reminder set message = gone where work_id = erased;
  delete from public.kept_typing where form = 'draft:' || erased::text;
  update public.outbox set payload = public.without_text(payload) where payload::text like '%' || erased::text || '%';
end $$;
revoke all on function erase_spilled_work(uuid) from public;

-- What is isolated is left out of lists and figures at once: no answer that was kept is given again.
create trigger mark_change after insert or update or delete on spill for each statement execute function mark_change();
