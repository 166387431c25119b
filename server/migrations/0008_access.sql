-- Access from outside and on behalf: sign-in by an outside provider, stand-ins, emergency access.

-- Kept beside the sessions, which are forgotten after a month.
alter table account add column last_sign_in_at timestamptz;

-- Somebody else has set the password and knows it: its owner chooses his own before he does anything else.
alter table account add column must_change_password boolean not null default false;

-- The person behind an account as an outside provider knows him. Issuer and subject are compared to the letter.
create table outside_identity (
  id uuid primary key,
  account_id uuid not null references account,
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  linked_at timestamptz not null,
  -- Null where the provider's own claim named the account.
  linked_by uuid references account,
  last_used_at timestamptz,
  ended_at timestamptz
);
create unique index outside_identity_once on outside_identity (issuer, subject) where ended_at is null;
create index outside_identity_account on outside_identity (account_id);

-- A sign-in that is under way at the provider. The browser keeps the secret; a row is used once.
create table outside_sign_in (
  state_sha256 text primary key,
  return_to text not null,
  expires_at timestamptz not null
);
create index outside_sign_in_expires on outside_sign_in (expires_at);

-- Rights of a post that its holder lends to somebody else for some days.
create table stand_in (
  id uuid primary key,
  -- Ends with this holding: whoever comes after lends anew.
  lender_holding_id uuid not null references post_holding,
  person_id uuid not null references person,
  from_on date not null,
  -- The last day on which it counts.
  last_on date not null,
  document text not null,
  made_by uuid not null references account,
  made_at timestamptz not null,
  ended_at timestamptz,
  check (last_on >= from_on)
);
create index stand_in_person on stand_in (person_id, last_on) where ended_at is null;
create index stand_in_holding on stand_in (lender_holding_id);

-- What is lent: rights of the post, each as far as the post has it on the day.
create table stand_in_grant (
  stand_in_id uuid not null references stand_in,
  grant_id uuid not null references role_grant,
  primary key (stand_in_id, grant_id)
);
create index stand_in_grant_grant on stand_in_grant (grant_id);

-- What was done in another's stead says so wherever it is shown.
alter table work_state_span add column stand_in_id uuid references stand_in;
alter table report add column stand_in_id uuid references stand_in;
alter table evidence
  add column stand_in_id uuid references stand_in,
  add column decided_stand_in_id uuid references stand_in;

-- Reading one thing that is closed to the reader, for some minutes: one asks, another person in another role approves.
create table emergency_access (
  id uuid primary key,
  object_kind text not null,
  object_id uuid not null,
  -- As it was called when it was asked for; what it says is not copied here.
  object_label text not null,
  -- The unit whose thing it is: its superiors approve.
  unit_id uuid not null references unit,
  reason text not null,
  minutes integer not null check (minutes between 1 and 120),
  asked_by uuid not null references account,
  asked_person_id uuid not null references person,
  asked_at timestamptz not null,
  decided_by uuid references account,
  decided_person_id uuid references person,
  decided_at timestamptz,
  -- Null while it waits or where it was refused.
  ends_at timestamptz,
  refused_reason text,
  -- Closed before its time by one of the two.
  ended_at timestamptz,
  check ((decided_at is null) = (decided_by is null)),
  check ((decided_by is null) = (decided_person_id is null)),
  constraint emergency_two_persons check (decided_person_id is distinct from asked_person_id),
  check (ends_at is null or decided_at is not null)
);
create index emergency_access_waiting on emergency_access (asked_at) where decided_at is null;
create index emergency_access_asked on emergency_access (asked_by, asked_at desc);
create index emergency_access_object on emergency_access (object_kind, object_id);

alter table session
  -- How it was opened, where that was outside.
  add column outside_identity_id uuid references outside_identity,
  -- In whose stead it works now, instead of a post of one's own.
  add column stand_in_id uuid references stand_in,
  -- Or what it was let into, reading nothing else.
  add column emergency_id uuid references emergency_access;
