-- The year's programme: guidance, themes, works, targets, appraisal, decisions, reports, evidence, acceptance.

create table press_source (
  id text primary key,
  title text not null,
  author text not null,
  published_on date not null,
  citation_vi text not null,
  citation_en text not null,
  data jsonb not null default '{}'
);

create table guiding_document (
  id uuid primary key,
  ref text not null unique check (ref ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  number text,
  kind text not null,
  issuer_name text not null,
  title text not null,
  issued_on date,
  continues_id uuid references guiding_document,
  source_id text references press_source,
  source_quote text
);

create table programme (
  id uuid primary key,
  year integer not null unique check (year between 2000 and 2200),
  unit_id uuid not null references unit,
  name text not null,
  status text not null default 'open' check (status in ('open', 'closed')),
  completion_rule text,
  source_id text references press_source,
  source_quote text,
  version integer not null default 1
);

create table programme_basis (
  programme_id uuid not null references programme,
  document_id uuid not null references guiding_document,
  ord integer not null,
  role text not null check (role in ('basis', 'linked')),
  primary key (programme_id, document_id)
);

create table theme_group (
  id uuid primary key,
  programme_id uuid not null references programme,
  ord integer not null,
  headline text not null,
  parts text[] not null default '{}',
  set_by_unit_id uuid not null references unit,
  source_quote text,
  unique (programme_id, ord)
);

-- Content groups are local: those of one committee are not the province's themes.
create table content_group (
  id uuid primary key,
  programme_id uuid not null references programme,
  scope_unit_id uuid not null references unit,
  ord integer not null,
  name text not null,
  refers_to_year integer,
  source_quote text,
  unique (programme_id, scope_unit_id, ord)
);

create table registration_window (
  programme_id uuid not null references programme,
  tier text not null check (tier in ('province', 'direct', 'district', 'grassroots')),
  opens_on date not null,
  closes_on date not null,
  primary key (programme_id, tier),
  check (closes_on >= opens_on)
);

create table report_period (
  programme_id uuid not null references programme,
  key text not null check (key in ('q1', 'h1', 'm9', 'estimate', 'final')),
  data_closes_on date not null,
  due_on date not null,
  primary key (programme_id, key),
  check (due_on >= data_closes_on)
);

create table work (
  id uuid primary key,
  code text unique check (code ~ '^[0-9]{4}-[a-z0-9-]+-[0-9]{3,}$'),
  programme_id uuid not null references programme,
  owner_kind text not null check (owner_kind in ('collective', 'individual')),
  -- The name on the paper; it never changes. The custodian is moved by a reorganisation (design 8.4).
  owner_unit_id uuid not null references unit,
  custodian_unit_id uuid not null references unit,
  owner_holding_id uuid references post_holding,
  owner_post_id uuid references post,
  managing_unit_id uuid references unit,
  managing_root_id uuid references unit,
  assigner_unit_id uuid references unit,
  assigner_root_id uuid references unit,
  tier text not null check (tier in ('province', 'direct', 'district', 'grassroots')),
  theme_group_id uuid references theme_group,
  title text not null,
  title_folded text not null generated always as (fold(title)) stored,
  rationale text not null default '',
  baseline text not null default '',
  product text not null default '',
  resources text not null default '',
  risks text not null default '',
  requests text not null default '',
  proof text not null default '',
  minutes_reference text not null default '',
  starts_on date,
  due_on date,
  first_due_on date,
  continues_work_id uuid references work,
  continues_unlinked boolean not null default false,
  state text not null check (state in ('draft', 'submitted', 'appraising', 'returned', 'rejected', 'withdrawn', 'approved',
    'assigned', 'in_progress', 'suspended', 'completion_reported', 'completed', 'lapsed', 'not_completed', 'carried_over',
    'terminated', 'evaluated', 'closed')),
  state_since date not null,
  return_by date,
  assigned_on date,
  work_done_on date,
  accepted_on date,
  added_by_superior boolean not null default false,
  illustrative boolean not null default false,
  imported boolean not null default false,
  source_id text references press_source,
  source_quote text,
  submitted_version integer,
  version integer not null default 1,
  created_by uuid,
  recorded_at timestamptz not null,
  check ((owner_kind = 'individual') = (owner_post_id is not null)),
  check ((owner_kind = 'individual') = (owner_holding_id is not null)),
  check (state = 'draft' or state = 'withdrawn' or code is not null),
  check (state <> 'completed' or (work_done_on is not null and accepted_on is not null))
);
-- The order of the list, and all that figures and permission look at, so that counting reads the index alone.
create index work_programme_due on work (programme_id, (coalesce(due_on, date '9999-12-31')), id) include (state, state_since,
  tier, owner_kind, theme_group_id, custodian_unit_id, owner_unit_id, owner_holding_id, managing_root_id, assigner_root_id,
  due_on, first_due_on, assigned_on, work_done_on, accepted_on, illustrative);
create index work_programme_title on work (programme_id, title collate "vi-x-icu", id);
-- Whether anything changed after a day of the past: then the spans are asked, else the works alone.
create index work_programme_since on work (programme_id, state_since);
create index work_owner_holding on work (owner_holding_id);
create index work_custodian on work (custodian_unit_id, programme_id);
create index work_owner_post on work (owner_post_id);
create index work_managing on work (managing_root_id, programme_id);
create index work_assigner on work (assigner_root_id, programme_id);
create index work_theme on work (theme_group_id);
create index work_title_trgm on work using gin (title_folded gin_trgm_ops);
create index work_code_trgm on work using gin (code gin_trgm_ops);

-- Codes are 2022-<unit>-<seq>, taken at submission (design 8.11); the row is locked while a number is taken.
create table work_code_sequence (
  year integer not null,
  unit_id uuid not null references unit,
  last integer not null,
  primary key (year, unit_id)
);

create table work_content_group (
  work_id uuid not null references work,
  content_group_id uuid not null references content_group,
  primary key (work_id, content_group_id)
);
create index work_content_group_group on work_content_group (content_group_id);

create table work_supporting_unit (
  work_id uuid not null references work,
  unit_id uuid not null references unit,
  primary key (work_id, unit_id)
);

-- What was submitted, as it was: a returned or adjusted version stays readable.
create table work_version (
  work_id uuid not null references work,
  number integer not null,
  reason text not null check (reason in ('submitted', 'resubmitted', 'added', 'imported', 'adjusted')),
  content jsonb not null,
  effective_on date not null,
  recorded_at timestamptz not null,
  account_id uuid,
  primary key (work_id, number)
);

-- The states a work was in, as half-open spans of days (design 8.3): at D the one with from_on <= D < to_on.
create table work_state_span (
  id uuid primary key,
  work_id uuid not null references work,
  programme_id uuid not null references programme,
  state text not null,
  action text not null,
  from_on date not null,
  to_on date,
  reason text,
  document text,
  decision_id uuid,
  account_id uuid,
  body_id uuid references unit,
  recorded_at timestamptz not null,
  closed_recorded_at timestamptz,
  check (to_on is null or to_on >= from_on)
);
create unique index work_state_span_open on work_state_span (work_id) where to_on is null;
create index work_state_span_work on work_state_span (work_id, from_on) include (state, to_on);
-- The spans that ended after a day: those that are open now are in the works themselves.
create index work_state_span_ended on work_state_span (programme_id, to_on) include (from_on, work_id, state)
  where to_on is not null;

-- Computed signals as spans of days, future ones too, rewritten whenever a fact of the work changes.
create table work_signal (
  work_id uuid not null references work,
  programme_id uuid not null references programme,
  signal text not null check (signal in ('late', 'at_risk', 'silent', 'stale')),
  from_on date not null,
  to_on date,
  primary key (work_id, signal, from_on),
  check (to_on is null or to_on > from_on)
);
create index work_signal_programme on work_signal (programme_id, signal, from_on) include (work_id, to_on);

create table target (
  id uuid primary key,
  work_id uuid not null references work,
  ord integer not null,
  measure text not null,
  unit text,
  operator text check (operator in ('eq', 'gte', 'lte', 'range', 'done')),
  value numeric,
  min numeric,
  max numeric,
  baseline numeric,
  modality text not null check (modality in ('committed', 'aspirational', 'carry_out')),
  exceptions text[] not null default '{}',
  recognition_required boolean not null default false,
  recognition_by text,
  measure_key text,
  note text,
  source_quote text,
  unique (work_id, ord)
);

create table step (
  id uuid primary key,
  work_id uuid not null references work,
  ord integer not null,
  name text not null,
  due_on date,
  done_on date,
  done_recorded_at timestamptz,
  source_quote text,
  unique (work_id, ord)
);

create table appraisal (
  id uuid primary key,
  work_id uuid not null references work,
  work_version integer not null,
  opened_on date not null,
  account_id uuid not null,
  person_id uuid not null,
  appraiser_unit_id uuid not null references unit,
  for_unit_id uuid not null references unit,
  scores jsonb not null default '{}',
  comment text not null default '',
  outcome text check (outcome in ('approve', 'return', 'reject')),
  concluded_on date,
  recorded_at timestamptz not null,
  check ((outcome is null) = (concluded_on is null))
);
create index appraisal_work on appraisal (work_id);

create table duplicate_warning (
  id uuid primary key,
  work_id uuid not null references work,
  other_work_id uuid not null references work,
  similarity numeric not null check (similarity between 0 and 1),
  raised_at timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by uuid,
  reason text,
  unique (work_id, other_work_id),
  check ((dismissed_at is null) = (reason is null))
);

create table decision (
  id uuid primary key,
  programme_id uuid not null references programme,
  issuer_unit_id uuid not null references unit,
  number text not null,
  decided_on date not null,
  year integer not null,
  format text not null check (format in ('party', 'state')),
  title text not null,
  upload_id uuid references upload,
  illustrative boolean not null default false,
  account_id uuid,
  body_id uuid references unit,
  recorded_at timestamptz not null,
  unique (issuer_unit_id, year, number)
);
create index decision_programme on decision (programme_id, decided_on desc, id);

create table decision_item (
  decision_id uuid not null references decision,
  work_id uuid not null references work,
  action text not null check (action in ('approve', 'return', 'reject', 'drop', 'add', 'assign')),
  ord integer not null,
  reason text,
  return_by date,
  primary key (decision_id, work_id, action)
);
create index decision_item_work on decision_item (work_id);

create table report (
  id uuid primary key,
  work_id uuid not null references work,
  programme_id uuid not null references programme,
  period_key text not null,
  number integer not null,
  current boolean not null default true,
  effective_on date not null,
  content text not null,
  difficulties text not null default '',
  requests text not null default '',
  next_steps text not null default '',
  finishes_in_year boolean,
  reason text not null default '',
  account_id uuid,
  person_id uuid,
  recorded_at timestamptz not null,
  unique (work_id, period_key, number),
  foreign key (programme_id, period_key) references report_period
);
create unique index report_current on report (work_id, period_key) where current;

create table report_value (
  report_id uuid not null references report,
  target_id uuid not null references target,
  value numeric,
  done boolean,
  note text,
  primary key (report_id, target_id)
);

create table evidence (
  id uuid primary key,
  work_id uuid not null references work,
  target_id uuid references target,
  kind text not null check (kind in ('document', 'recognition', 'minutes', 'photo', 'other')),
  title text not null,
  value numeric,
  done boolean,
  upload_id uuid references upload,
  note text not null default '',
  effective_on date not null,
  state text not null default 'offered' check (state in ('offered', 'accepted', 'refused', 'replaced')),
  account_id uuid,
  person_id uuid,
  offered_at timestamptz not null,
  decided_on date,
  decided_by_person_id uuid,
  decided_for_unit_id uuid references unit,
  decided_at timestamptz,
  reason text,
  replaces_id uuid references evidence,
  check ((state in ('accepted', 'refused')) = (decided_on is not null) or state = 'replaced'),
  check (state <> 'refused' or reason is not null)
);
create index evidence_work on evidence (work_id);

-- What an outside authority recognised: which, how competent, by which paper, until when.
create table recognition (
  evidence_id uuid primary key references evidence,
  authority text not null,
  competence text not null,
  number text not null,
  recognised_on date not null,
  valid_until date,
  quantity numeric not null check (quantity > 0),
  check (valid_until is null or valid_until >= recognised_on)
);

create table completion (
  id uuid primary key,
  work_id uuid not null references work,
  number integer not null,
  reported_on date not null,
  work_done_on date not null,
  content text not null,
  account_id uuid,
  person_id uuid,
  recorded_at timestamptz not null,
  checked_on date,
  checked_by_person_id uuid,
  check_comment text,
  outcome text check (outcome in ('accepted', 'refused')),
  decided_on date,
  decided_by_person_id uuid,
  decided_for_unit_id uuid references unit,
  document text,
  reason text,
  decided_at timestamptz,
  unique (work_id, number),
  check ((outcome is null) = (decided_on is null))
);

create table adjustment (
  id uuid primary key,
  work_id uuid not null references work,
  target_id uuid references target,
  kind text not null check (kind in ('due_on', 'target')),
  before jsonb not null,
  after jsonb not null,
  reason text not null,
  force_majeure boolean not null default false,
  asked_on date not null,
  account_id uuid,
  person_id uuid,
  outcome text check (outcome in ('accepted', 'refused')),
  decided_on date,
  decided_by_person_id uuid,
  decided_for_unit_id uuid references unit,
  document text,
  decision_reason text,
  recorded_at timestamptz not null
);
create index adjustment_work on adjustment (work_id);
create index adjustment_moved on adjustment (decided_on) where outcome = 'accepted' and after->>'dueOn' is not null;

create table count_claim (
  id uuid primary key,
  programme_id uuid not null references programme,
  ref text not null,
  ord integer not null,
  label_vi text not null,
  label_en text not null,
  published integer,
  filter jsonb not null,
  stated_by text,
  assumption_vi text,
  assumption_en text,
  source_id text not null references press_source,
  source_quote text not null,
  unique (programme_id, ref)
);

-- Facts that a press source prints beside the register: outcomes, indicators, activities, captions.
create table press_fact (
  id uuid primary key,
  programme_id uuid not null references programme,
  ref text not null,
  ord integer not null,
  kind text not null check (kind in ('outcome', 'indicator', 'activity', 'caption', 'statement')),
  work_id uuid references work,
  unit_id uuid references unit,
  text_vi text not null,
  data jsonb not null default '{}',
  source_id text not null references press_source,
  source_quote text not null,
  unique (programme_id, ref)
);

create table notice (
  id uuid primary key,
  event_id uuid not null,
  person_id uuid not null references person,
  kind text not null,
  work_id uuid references work,
  created_at timestamptz not null,
  read_at timestamptz,
  unique nulls not distinct (event_id, person_id, work_id)
);
create index notice_person on notice (person_id, created_at desc);

-- One mark for each transaction that changed anything that lists and figures are made of. Who reads the same marks sees the
-- same register: only so may an answer be given again (platform/remember.ts). Marks are only added, so that no writer waits
-- for another; those of more than an hour ago are dropped now and then.
create table change_mark (
  mark bigint not null default (random() * 9e18)::bigint,
  marked_at timestamptz not null default clock_timestamp()
);

create function mark_change() returns trigger language plpgsql as $$
begin
  if current_setting('dotpha.marked', true) is distinct from pg_current_xact_id()::text then
    insert into change_mark default values;
    perform set_config('dotpha.marked', pg_current_xact_id()::text, true);
    if random() < 0.002 then
      delete from change_mark where ctid = any (array(
        select ctid from change_mark where marked_at < now() - interval '1 hour' for update skip locked limit 10000));
    end if;
  end if;
  return null;
end $$;

do $$
declare
  changed text;
begin
  foreach changed in array array['unit', 'unit_parent', 'unit_ancestor', 'post', 'post_holding', 'role_grant', 'programme', 'theme_group',
    'content_group', 'report_period', 'work', 'work_content_group', 'work_state_span', 'work_signal', 'appraisal', 'report',
    'evidence', 'completion', 'adjustment', 'count_claim']
  loop
    execute format('create trigger mark_change after insert or update or delete on %I for each statement execute function mark_change()', changed);
  end loop;
end $$;
