-- What every slice stands on: folding of accents, the installation, files, the audit record, events, idempotency.

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;

-- unaccent() is only STABLE, because its dictionary could be changed; ours is not, and an index needs IMMUTABLE.
create function fold(value text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC)));

create table installation (
  only_row boolean primary key default true check (only_row),
  name_vi text not null,
  name_en text not null,
  -- Only the demonstration sets it; otherwise today is the real date in Vietnam (design 8.2).
  today_override date,
  demonstration boolean not null default false,
  show_illustrative boolean not null default true
);

-- A file is known by the SHA-256 of its bytes; its name belongs to the one who handed it in.
create table blob (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  media_type text not null,
  stored_at timestamptz not null default now()
);

create table upload (
  id uuid primary key,
  sha256 text not null references blob,
  file_name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null
);
create index upload_sha256 on upload (sha256);

create table audit_entry (
  id uuid primary key,
  recorded_at timestamptz not null,
  action text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed', 'read')),
  object_kind text,
  object_id text,
  account_id uuid,
  person_id uuid,
  holding_id uuid,
  body_id uuid,
  source_address text,
  request_id text not null,
  -- H(salt ‖ payload): the payload may lawfully be erased, the entry still proves that it was there (design 4).
  payload_commitment bytea not null check (length(payload_commitment) = 32),
  -- Filled by the sealer alone, which gives contiguous numbers after commit.
  seq bigint unique,
  batch_id uuid
);
create index audit_entry_object on audit_entry (object_kind, object_id, recorded_at desc);
create index audit_entry_account on audit_entry (account_id, recorded_at desc);
create index audit_entry_unsealed on audit_entry (recorded_at) where seq is null;

create table audit_payload (
  entry_id uuid primary key references audit_entry,
  salt bytea not null check (length(salt) = 32),
  payload text not null
);

create table outbox (
  id uuid primary key,
  event text not null,
  payload jsonb not null,
  published_at timestamptz not null,
  -- When its jobs were put into the queue; null until then.
  dispatched_at timestamptz
);
create index outbox_waiting on outbox (id) where dispatched_at is null;

-- One row for each event that a subscriber has worked off: a job that runs twice finds it here.
create table event_delivery (
  event_id uuid not null references outbox,
  subscriber text not null,
  delivered_at timestamptz not null default now(),
  primary key (event_id, subscriber)
);

create table idempotency_key (
  account_id uuid not null,
  key text not null check (length(key) between 8 and 200),
  endpoint text not null,
  input_sha256 text not null,
  result jsonb not null,
  created_at timestamptz not null,
  primary key (account_id, key)
);
create index idempotency_key_created on idempotency_key (created_at);
