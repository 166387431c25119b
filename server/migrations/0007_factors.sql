-- Second factors, passkeys, fresh sign-in (decision 007).

alter table installation
  -- Whether administrators and deciders must have a second factor; the demonstration's printed accounts have none.
  add column second_factor_required boolean not null default true,
  -- After so long without proving who one is, an act that decides asks again.
  add column fresh_minutes integer not null default 10 check (fresh_minutes between 1 and 720);
update installation set second_factor_required = false where demonstration;

alter table session
  -- When its owner last proved who he is: by signing in, or when an act asked again.
  add column authenticated_at timestamptz,
  -- What he proved it with besides the password; null where that was all.
  add column second_factor text check (second_factor in ('totp', 'recovery', 'passkey', 'provider'));
update session set authenticated_at = created_at;
alter table session alter column authenticated_at set not null;

create table totp_factor (
  account_id uuid primary key references account,
  -- Base32, 160 bits, encrypted under a key that is not in the database (platform/secret-keys.ts): v1.<key>.<text>.
  secret_encrypted text not null check (secret_encrypted like 'v1.%'),
  -- The time step of the last code that was taken: a code works once.
  last_used_step bigint not null,
  created_at timestamptz not null
);

-- Shown once; each works once. 120 random bits, so that a fast hash suffices.
create table recovery_code (
  account_id uuid not null references account,
  code_sha256 text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_sha256)
);

create table passkey (
  id uuid primary key,
  account_id uuid not null references account,
  credential_id text not null unique,
  public_key bytea not null,
  -- What the device last counted; one that goes back is a copy.
  sign_count bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_account on passkey (account_id);

-- What a browser was asked to sign: taken away by the first answer, forgotten after minutes.
create table passkey_challenge (
  challenge_sha256 text primary key,
  purpose text not null check (purpose in ('sign-in', 'prove', 'register')),
  -- Null before anybody is known.
  account_id uuid references account,
  -- For whom and where it was asked: an answer that was made for another site is none.
  rp_id text not null,
  origin text not null,
  expires_at timestamptz not null
);
create index passkey_challenge_expires on passkey_challenge (expires_at);

-- What the owner of an account is told of it: somebody took his factor away, a passkey was added.
create table account_notice (
  id uuid primary key,
  account_id uuid not null references account,
  kind text not null,
  params jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz
);
create index account_notice_unread on account_notice (account_id, id) where read_at is null;
