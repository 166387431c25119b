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
