-- Acting on many works, saved filters, typing that is kept, files that come later, and what a body lets one person do.

-- A person who never chose a language reads in that of the browser. Until now everybody had 'vi' from the start, so that
-- nobody can tell who chose it; the cookie that a choice left in the browser still holds.
alter table account alter column language drop default;
alter table account alter column language drop not null;
update account set language = null where language = 'vi';

-- What a body allows from a day on, by its own paper; the latest word on or before a day holds on it. Rows are only added.
create table unit_policy (
  id uuid primary key,
  unit_id uuid not null references unit,
  key text not null check (key in ('one_person_completion')),
  allowed boolean not null,
  from_on date not null,
  document text not null check (document <> ''),
  account_id uuid not null,
  recorded_at timestamptz not null
);
create index unit_policy_unit on unit_policy (unit_id, key, from_on desc);

-- The paper of a piece of proof or of a decision that was recorded without it: once, and never in place of another.
create table later_file (
  id uuid primary key,
  evidence_id uuid unique references evidence,
  decision_id uuid unique references decision,
  upload_id uuid not null references upload,
  added_on date not null,
  account_id uuid not null,
  person_id uuid,
  recorded_at timestamptz not null,
  check ((evidence_id is null) <> (decision_id is null))
);

-- One press that did the same to many works: what became of each, for whoever pressed.
create table bulk_act (
  id uuid primary key,
  account_id uuid not null,
  act text not null,
  made_on date not null,
  recorded_at timestamptz not null
);
create index bulk_act_account on bulk_act (account_id, recorded_at desc);

create table bulk_act_result (
  bulk_act_id uuid not null references bulk_act,
  ord integer not null,
  ref text not null,
  -- Null where the work was done to; else why not, as codes with their parameters.
  reasons jsonb,
  primary key (bulk_act_id, ord)
);

-- Reminding is a fact of its own: who was reminded of what, by which body, when. Told as a notice to the owner.
create table reminder (
  id uuid primary key,
  work_id uuid not null references work,
  message text not null default '',
  reminded_on date not null,
  account_id uuid not null,
  person_id uuid,
  body_id uuid references unit,
  recorded_at timestamptz not null
);
create index reminder_work on reminder (work_id, reminded_on desc);

-- A filter is an address: it is kept as one, and whoever opens it sees what he may see.
create table saved_filter (
  id uuid primary key,
  account_id uuid not null,
  person_id uuid not null references person,
  name text not null check (name <> ''),
  query text not null,
  sharing text not null default 'own' check (sharing in ('own', 'unit', 'subtree')),
  -- To whom it is shown besides: those of this unit, or of it and all below.
  unit_id uuid references unit,
  version integer not null default 1,
  recorded_at timestamptz not null,
  removed_at timestamptz,
  check ((sharing = 'own') = (unit_id is null))
);
create unique index saved_filter_name on saved_filter (account_id, lower(name)) where removed_at is null;
create index saved_filter_unit on saved_filter (unit_id) where removed_at is null;

-- What somebody has typed into a form and not sent yet: his own alone, and gone when it is sent or thrown away. It is no
-- fact of the register, so it may be overwritten.
create table kept_typing (
  account_id uuid not null,
  -- The form: its address.
  form text not null,
  -- The version of the thing that the typing began from; 0 for a new one.
  base_version integer not null,
  -- Which window wrote last, and how often anybody did: another window's typing is not written over unseen.
  window_key text not null,
  revision integer not null,
  fields jsonb not null,
  saved_at timestamptz not null,
  primary key (account_id, form)
);

-- Works are found by the name of their holder, and what was found is kept until something changes.
create trigger mark_change after insert or update or delete on person for each statement execute function mark_change();
