-- Units of five systems, their parents at a date, posts, who manages them, who holds them.

create table unit (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  short_name text not null,
  name_folded text not null generated always as (fold(name)) stored,
  system text not null check (system in ('party', 'state', 'front', 'mass', 'enterprise')),
  level text not null check (level in ('central', 'province', 'direct', 'district', 'grassroots')),
  kind text not null,
  place text,
  -- A standing committee acts for its committee: what it assigns is assigned by that committee's authority.
  acts_for_id uuid references unit,
  valid_from date not null,
  valid_to date,
  founding_document text,
  illustrative boolean not null default false,
  source_quote text,
  version integer not null default 1,
  check (valid_to is null or valid_to > valid_from)
);
create index unit_name_trgm on unit using gin (name_folded gin_trgm_ops);
-- A search looks into three columns at once: without an index on each of them it would read every unit.
create index unit_short_name_trgm on unit using gin (fold(short_name) gin_trgm_ops);
create index unit_code_trgm on unit using gin (code gin_trgm_ops);

-- A unit has at most one parent a system at a time (a department answers to the State's ladder and the Party's).
create table unit_parent (
  id uuid primary key,
  unit_id uuid not null references unit,
  parent_id uuid not null references unit,
  system text not null check (system in ('party', 'state', 'front', 'mass', 'enterprise')),
  from_on date not null,
  to_on date,
  check (unit_id <> parent_id),
  check (to_on is null or to_on > from_on),
  exclude using gist (unit_id with =, system with =, daterange(from_on, to_on) with &&)
);
create index unit_parent_parent on unit_parent (parent_id, system);

-- The closure of unit_parent, the unit itself included at depth 0, kept by the organisation slice.
create table unit_ancestor (
  unit_id uuid not null references unit,
  ancestor_id uuid not null references unit,
  system text not null,
  depth integer not null check (depth >= 0),
  from_on date not null,
  to_on date,
  primary key (unit_id, ancestor_id, system, from_on)
);
create index unit_ancestor_down on unit_ancestor (ancestor_id, system) include (unit_id, from_on, to_on);

create table person (
  id uuid primary key,
  full_name text not null,
  name_folded text not null generated always as (fold(full_name)) stored,
  illustrative boolean not null default false,
  source_quote text,
  version integer not null default 1
);
create index person_name_trgm on person using gin (name_folded gin_trgm_ops);

create table post (
  id uuid primary key,
  unit_id uuid not null references unit,
  title text not null,
  is_head boolean not null default false,
  valid_from date not null,
  valid_to date,
  illustrative boolean not null default false,
  version integer not null default 1,
  check (valid_to is null or valid_to > valid_from)
);
create index post_unit on post (unit_id);

-- "Diện quản lý": the body that manages a post, which is not always the one above its unit.
create table post_management (
  id uuid primary key,
  post_id uuid not null references post,
  unit_id uuid not null references unit,
  from_on date not null,
  to_on date,
  check (to_on is null or to_on > from_on),
  exclude using gist (post_id with =, daterange(from_on, to_on) with &&)
);
create index post_management_unit on post_management (unit_id) include (post_id, from_on, to_on);

create table post_holding (
  id uuid primary key,
  post_id uuid not null references post,
  person_id uuid not null references person,
  from_on date not null,
  to_on date,
  capacity text not null default 'full' check (capacity in ('full', 'acting', 'in_charge')),
  document text,
  illustrative boolean not null default false,
  check (to_on is null or to_on > from_on),
  exclude using gist (post_id with =, person_id with =, daterange(from_on, to_on) with &&)
);
create index post_holding_person on post_holding (person_id);
create index post_holding_post on post_holding (post_id, from_on);
