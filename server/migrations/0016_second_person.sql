-- What one person alone gave another to see or to do counts only when a second person has confirmed it (decision 019).
-- What was there before this migration counts on.

-- How an account was opened or given back by somebody else than its owner: made, given a password, a factor removed, a link
-- outside. Each counts as confirmed when the owner typed in the code that a second person had handed to him.
create table way_in (
  id uuid primary key,
  account_id uuid not null references account,
  kind text not null check (kind in ('created', 'password', 'factors', 'outside')),
  -- The subject at the outside provider.
  detail text,
  given_by uuid not null references account,
  given_at timestamptz not null,
  -- Null beside a time: by whoever runs the server, on its command line.
  confirmed_by uuid references account,
  confirmed_at timestamptz
);
create index way_in_waiting on way_in (account_id) where confirmed_at is null;

alter table account
  -- What the second person hands to the owner himself, who types it in: hashed, once, for some days.
  add column activation_sha256 text,
  add column activation_by uuid references account,
  add column activation_expires_at timestamptz,
  -- When a password that somebody else has set opens nothing any more.
  add column password_expires_at timestamptz;

alter table role_grant
  add column granted_at timestamptz,
  add column confirmed_by uuid references account,
  add column confirmed_at timestamptz;
create index role_grant_waiting on role_grant (post_id) where granted_at is not null and confirmed_at is null;

alter table stand_in
  add column confirmed_by uuid references account,
  add column confirmed_at timestamptz;
update stand_in set confirmed_at = made_at;

-- Whose word a holding is; null: an import at the beginning, or before this migration.
alter table post_holding
  add column begun_by uuid,
  add column begun_at timestamptz;
create index post_holding_begun on post_holding (person_id) where begun_at is not null;

create table holding_confirmation (
  holding_id uuid primary key references post_holding,
  confirmed_by uuid references account,
  confirmed_at timestamptz not null
);
