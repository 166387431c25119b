-- Accounts, sessions, rights of posts, tokens for machines.

create table account (
  id uuid primary key,
  username text not null unique check (username ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
  person_id uuid not null references person,
  password_hash text not null,
  language text not null default 'vi' check (language in ('vi', 'en')),
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  disabled_at timestamptz,
  created_at timestamptz not null
);

-- Failures are counted by the name that was typed, known or not, so that a lock-out tells nobody which names exist.
create table sign_in_failure (
  username_sha256 text primary key,
  failures integer not null,
  last_failed_at timestamptz not null,
  locked_until timestamptz
);
create index sign_in_failure_last on sign_in_failure (last_failed_at);

create table session (
  id uuid primary key,
  token_sha256 text not null unique,
  account_id uuid not null references account,
  holding_id uuid references post_holding,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  source_address text,
  user_agent text
);
create index session_account on session (account_id) where ended_at is null;
create index session_expires on session (expires_at);

-- Rights belong to a post, so that they go with it when its holder moves on.
create table role_grant (
  id uuid primary key,
  post_id uuid not null references post,
  role text not null,
  unit_id uuid not null references unit,
  system text check (system in ('party', 'state', 'front', 'mass', 'enterprise')),
  from_on date not null,
  to_on date,
  granted_by uuid references account,
  -- An empty span is a right that was taken back before its first day was over.
  check (to_on is null or to_on >= from_on),
  constraint role_grant_once exclude using gist (
    post_id with =, role with =, unit_id with =, coalesce(system, '') with =, daterange(from_on, to_on) with &&
  )
);
create index role_grant_post on role_grant (post_id);

create table api_token (
  id uuid primary key,
  account_id uuid not null references account,
  holding_id uuid references post_holding,
  name text not null,
  token_sha256 text not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_account on api_token (account_id);
