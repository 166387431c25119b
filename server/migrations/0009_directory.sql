-- A unit's life by dated change, with its document; the directory by workbook.

-- An office's own number for a post or a person, by which a workbook speaks of it; without one the id stands there.
alter table post add column code text unique check (length(code) between 1 and 100);
alter table person add column code text unique check (length(code) between 1 and 100);

-- The paper that ended a holding, beside the one that began it.
alter table post_holding add column end_document text;

-- The names of a unit that was ever renamed, without a gap from its first day on; a unit that kept its first name has
-- none here. `unit.name` is the name of today: the act keeps it, and for a name that begins later the nightly upkeep.
create table unit_name (
  id uuid primary key,
  unit_id uuid not null references unit,
  name text not null,
  short_name text not null,
  name_folded text not null generated always as (fold(name)) stored,
  from_on date not null,
  to_on date,
  check (to_on is null or to_on > from_on),
  exclude using gist (unit_id with =, daterange(from_on, to_on) with &&)
);
create index unit_name_folded_trgm on unit_name using gin (name_folded gin_trgm_ops);

-- The papers by which a unit came to be, was renamed, placed and ended. What happened is in the tables of the directory;
-- this says by which paper. A change that was loaded in bulk may have none.
create table unit_paper (
  id uuid primary key,
  unit_id uuid not null references unit,
  act text not null check (act in ('found', 'rename', 'place', 'end', 'correct')),
  -- The ladder of a placement.
  system text,
  effective_on date not null,
  kind text check (kind in ('decision', 'resolution', 'law', 'notice', 'other')),
  number text not null,
  issued_on date,
  issuer text,
  upload_id uuid references upload,
  recorded_at timestamptz not null
);
create index unit_paper_unit on unit_paper (unit_id, effective_on);

-- A workbook that was handed in, and what it would change; carried out only while that is still what it would change.
create table directory_import (
  id uuid primary key,
  upload_id uuid not null references upload,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  -- From when the changes count that have no day of their own in the workbook, and by which paper.
  effective_on date not null,
  document text not null,
  -- What it would add, change, end and leave alone, and its bad cells, as it was shown.
  report jsonb not null,
  -- SHA-256 over every single change with what was there before.
  plan_digest text not null,
  bad_cells integer not null,
  changes integer not null,
  applied_at timestamptz,
  applied_by uuid,
  version integer not null default 1
);
create index directory_import_prepared on directory_import (prepared_by, prepared_at desc);

-- Figures and lists name units: a change of names makes what was remembered of them stale.
create trigger mark_change after insert or update or delete on unit_name for each statement execute function mark_change();
